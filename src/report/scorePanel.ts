import { allScores, type KnownScores } from '../domain/allScores.ts';
import { SCORE_IDS, type Score, type ScoreId } from '../domain/score.ts';
import type { Box } from './items.ts';
import { scoreText } from './scoreText.ts';
import type { Section } from './section.ts';
import { HEADING, HEADING_HEIGHT } from './section.ts';
import { COLOURS } from './style.ts';

const ROW = 8.4;
const CELL = { size: 7 } as const;
const HEAD = { size: 6.4, colour: COLOURS.muted } as const;
const NOTE = { size: 6.5, colour: COLOURS.muted, leading: 1.25 } as const;
/** Scores before these begin a group of their own. */
const GROUP_STARTS: readonly ScoreId[] = ['topKDivIntersection', 'spearman'];
const GROUP_GAP = 2.6;
const BAR = 28;

const COLUMNS = ['value', 'chance', 'corrected', 'pValue', 'aligned', 'alignedCorrected'] as const;
type Column = (typeof COLUMNS)[number];
const WIDTHS: Readonly<Record<Column, number>> = {
  value: 25,
  chance: 30,
  corrected: 36,
  pValue: 30,
  aligned: 43,
  alignedCorrected: 36,
};

type ScoreSection = Section<KnownScores>;

interface Cells {
  readonly raw: Score;
  readonly aligned: Score | null;
}

/** Value as a dot on 0…1, the range below chance filled: what lies left of its end proves nothing. */
function layoutBar({ sheet }: ScoreSection, score: Score, box: Box): void {
  const middle = box.y + box.height / 2;
  sheet.path(`M${box.x} ${middle}H${box.x + box.width}`, { stroke: COLOURS.rule });
  if (score.chance)
    sheet.rect(
      { x: box.x, y: middle - 2, width: box.width * score.chance, height: 4 },
      { fill: COLOURS.rule },
    );
  if (score.value === null) return;
  sheet.path('M-2 0A2 2 0 1 0 2 0A2 2 0 1 0 -2 0Z', {
    x: box.x + box.width * Math.min(1, Math.max(0, score.value)),
    y: middle,
    fill: COLOURS.ink,
  });
}

/** Right ends of the columns that are shown. */
function columnEnds({ model }: ScoreSection, area: Box): ReadonlyMap<Column, number> {
  const shown = COLUMNS.filter((column) => model.scores.aligned || !column.startsWith('aligned'));
  let right = area.x + area.width;
  const ends = new Map<Column, number>();
  for (const column of [...shown].reverse()) {
    ends.set(column, right);
    right -= WIDTHS[column];
  }
  return ends;
}

function cellText({ speech }: ScoreSection, id: ScoreId, { raw, aligned }: Cells, column: Column) {
  const { format } = speech;
  if (column === 'value') return scoreText(id, raw.value, speech);
  if (column === 'aligned') return scoreText(id, aligned?.value ?? null, speech);
  if (column === 'pValue') return format.pValue(raw.pValue);
  return format.score(column === 'alignedCorrected' ? (aligned?.corrected ?? null) : raw[column]);
}

function layoutRow(section: ScoreSection, id: ScoreId, cells: Cells, area: Box): void {
  const { sheet, speech } = section;
  const { text } = speech;
  const ends = columnEnds(section, area);
  const numbers = [...ends.keys()].reduce((sum, column) => sum + WIDTHS[column], 0);
  const nameWidth = area.width - numbers - BAR - 8;
  sheet.line(text.scores.byId[id].name, area.x, area.y, CELL, nameWidth);
  const { value, reason } = cells.raw;
  if (value === null && reason) {
    const left = area.x + nameWidth + 6;
    sheet.line(text.scores.gaps[reason], left, area.y + 0.4, NOTE, numbers + BAR);
    return;
  }
  const bar = { x: area.x + nameWidth + 5, y: area.y, width: BAR - 4, height: 8.4 };
  if (id !== 'massCenterShift') layoutBar(section, cells.raw, bar);
  for (const [column, end] of ends) {
    const bold = column === 'value' || column === 'aligned';
    const shown = cellText(section, id, cells, column);
    sheet.line(shown, end, area.y, { ...CELL, align: 'right', bold });
  }
}

function noteOf({ model, speech }: ScoreSection): string {
  const { tiedAtCut, diverseCount, k, windowRadius } = model.scores;
  const words = speech.text.scores;
  const { format } = speech;
  const tied =
    tiedAtCut.original && tiedAtCut.perturbed
      ? words.tiedBoth
      : (tiedAtCut.original && words.tiedOriginal) || (tiedAtCut.perturbed && words.tiedPerturbed);
  const fewer = Math.min(diverseCount.original, diverseCount.perturbed) < k;
  const spots = fewer && {
    k: format.integer(k),
    w: format.integer(windowRadius),
    before: format.integer(diverseCount.original),
    after: format.integer(diverseCount.perturbed),
  };
  return [tied, spots && words.fewerSpots(spots)].filter(Boolean).join(' ');
}

function layoutHead(section: ScoreSection, area: Box): number {
  const { sheet, model, speech } = section;
  const { scores } = model;
  const { text, format } = speech;
  sheet.line(text.scores.table, area.x, area.y, HEADING);
  const subtitle = text.scores.forSettings({
    k: format.integer(scores.k),
    share: format.share(scores.k / (scores.height * scores.width)),
    w: format.integer(scores.windowRadius),
  });
  const right = area.x + area.width;
  sheet.line(subtitle, right, area.y + 1.5, { ...HEAD, align: 'right' });
  const top = area.y + HEADING_HEIGHT;
  const names: Readonly<Record<Column, string>> = {
    value: text.scores.value,
    chance: text.scores.chance,
    corrected: text.scores.corrected,
    pValue: text.scores.p,
    aligned: text.scores.aligned,
    alignedCorrected: text.scores.corrected,
  };
  for (const [column, end] of columnEnds(section, area))
    sheet.line(names[column], end, top, { ...HEAD, align: 'right' }, WIDTHS[column] - 2);
  const ruleY = top + 9;
  sheet.path(`M${area.x} ${ruleY}H${right}`, { stroke: COLOURS.rule });
  return ruleY + 2;
}

/** Every score with value, chance, corrected and p, at the same coordinates and after undoing the motion. */
export function layoutScores(section: ScoreSection, area: Box): void {
  const { sheet, model } = section;
  let y = layoutHead(section, area);
  const raw = allScores(model, 'raw');
  const aligned = allScores(model, 'aligned');
  for (const id of SCORE_IDS) {
    const score = raw?.[id];
    if (!score) continue;
    if (GROUP_STARTS.includes(id)) {
      const middle = y + GROUP_GAP / 2 - 0.4;
      sheet.path(`M${area.x} ${middle}H${area.x + area.width}`, { stroke: COLOURS.faint });
      y += GROUP_GAP;
    }
    layoutRow(section, id, { raw: score, aligned: aligned?.[id] ?? null }, { ...area, y });
    y += ROW;
  }
  const note = noteOf(section);
  if (note) sheet.paragraph(note, area.x, y + 1, area.width, NOTE);
}
