import type { Score, ScoreId, Scores } from '../domain/score.ts';
import { SCORE_IDS } from '../domain/score.ts';
import type { Box } from './items.ts';
import type { Section } from './section.ts';
import { HEADING, HEADING_HEIGHT } from './section.ts';
import { COLOURS } from './style.ts';

const ROW = 10.7;
const CELL = { size: 7.5 } as const;
const HEAD = { size: 6.8, colour: COLOURS.muted } as const;
const NOTE = { size: 6.5, colour: COLOURS.muted, leading: 1.25 } as const;
/** Widths of the columns to the right of the names: bar, value, chance, corrected. */
const COLUMNS = { bar: 46, value: 32, chance: 40, corrected: 48 } as const;
const NUMBERS_WIDTH = COLUMNS.value + COLUMNS.chance + COLUMNS.corrected;

interface Row {
  readonly id: ScoreId;
  readonly score: Score;
}

/** Value as a dot on 0…1, the range below chance filled: what lies left of its end proves nothing. */
function layoutBar({ sheet }: Section, score: Score, box: Box): void {
  const middle = box.y + box.height / 2;
  sheet.path(`M${box.x} ${middle}H${box.x + box.width}`, { stroke: COLOURS.rule });
  if (score.chance !== null)
    sheet.rect(
      { x: box.x, y: middle - 2, width: box.width * score.chance, height: 4 },
      { fill: COLOURS.rule },
    );
  if (score.value === null) return;
  sheet.path('M-2.3 0A2.3 2.3 0 1 0 2.3 0A2.3 2.3 0 1 0 -2.3 0Z', {
    x: box.x + box.width * score.value,
    y: middle,
    fill: COLOURS.ink,
  });
}

function numberColumns(area: Box): { value: number; chance: number; corrected: number } {
  const right = area.x + area.width;
  return {
    value: right - COLUMNS.corrected - COLUMNS.chance,
    chance: right - COLUMNS.corrected,
    corrected: right,
  };
}

function layoutRow(section: Section, { id, score }: Row, area: Box, y: number): void {
  const { sheet, speech } = section;
  const { text, format } = speech;
  const nameWidth = area.width - NUMBERS_WIDTH - COLUMNS.bar - 8;
  const { name } = text.scores.byId[id];
  sheet.line(name, area.x, y, CELL, nameWidth);
  if (score.reason) {
    const width = NUMBERS_WIDTH + COLUMNS.bar;
    sheet.line(text.scores.gaps[score.reason], area.x + nameWidth + 8, y + 0.6, NOTE, width);
    return;
  }
  const bar = { x: area.x + nameWidth + 6, y, width: COLUMNS.bar - 4, height: 9 };
  layoutBar(section, score, bar);
  const columns = numberColumns(area);
  for (const column of ['value', 'chance', 'corrected'] as const) {
    const style = { ...CELL, align: 'right', bold: column === 'value' } as const;
    sheet.line(format.score(score[column]), columns[column], y, style);
  }
}

function layoutGroup(section: Section, title: string, scores: Scores, area: Box): number {
  const { sheet } = section;
  sheet.line(title, area.x, area.y, { ...HEAD, bold: true }, area.width);
  SCORE_IDS.forEach((id, i) =>
    layoutRow(section, { id, score: scores[id] }, area, area.y + 10 + i * ROW),
  );
  return area.y + 10 + SCORE_IDS.length * ROW;
}

function tiedText({ model, speech }: Section): string {
  const { original, perturbed } = model.scores.tiedAtCut;
  const words = speech.text.scores;
  if (original && perturbed) return words.tiedBoth;
  if (original) return words.tiedOriginal;
  return perturbed ? words.tiedPerturbed : '';
}

/** Every score with value, chance and corrected, at the same coordinates and after undoing the motion. */
export function layoutScores(section: Section, area: Box): void {
  const { sheet, model, speech } = section;
  const { scores, analysis } = model;
  const { text, format } = speech;
  sheet.line(text.scores.table, area.x, area.y, HEADING);
  const subtitle = text.scores.forSettings({
    k: format.integer(scores.k),
    share: format.share(scores.k / (scores.height * scores.width)),
    w: format.integer(scores.windowRadius),
  });
  const right = area.x + area.width;
  sheet.line(subtitle, right, area.y + 1.5, { ...HEAD, align: 'right' });
  const headTop = area.y + HEADING_HEIGHT;
  const columns = numberColumns(area);
  for (const column of ['value', 'chance', 'corrected'] as const)
    sheet.line(text.scores[column], columns[column], headTop, { ...HEAD, align: 'right' });
  const ruleY = headTop + 9.5;
  sheet.path(`M${area.x} ${ruleY}H${right}`, { stroke: COLOURS.rule });
  let y = layoutGroup(section, text.scores.rawGroup, scores.raw, { ...area, y: ruleY + 2.5 });
  const { motion } = analysis.perturbed;
  if (scores.aligned && motion) {
    const shift = `(${format.signed(motion.dx)}, ${format.signed(motion.dy)}) px`;
    const title = text.scores.alignedGroup({ motion: shift });
    y = layoutGroup(section, title, scores.aligned, { ...area, y: y + 2 });
  }
  const tied = tiedText(section);
  if (tied) sheet.paragraph(tied, area.x, y + 1, area.width, NOTE);
}
