import type { CompletenessGap } from '../domain/attribution.ts';
import { TRUTH_IDS } from '../domain/truth.ts';
import type { Box } from './items.ts';
import type { Section } from './section.ts';
import { HEADING, HEADING_HEIGHT } from './section.ts';
import { COLOURS } from './style.ts';
import { truthValue } from './truthText.ts';
import { className } from './verdictNumbers.ts';

const SHOWN = 4;
/** The lines about the truth take the place of a class. */
const SHOWN_WITH_MASK = 3;
const ROW = 13;
const NUMBERS = 76;
const NAME_SHARE = 0.33;
const CELL = { size: 7.2 } as const;
const CHECK_ROW = 10;

/** Classes by their larger probability before or after, the first few. */
function ranked({ model }: Section): number[] {
  const { original, perturbed, card } = model.analysis;
  const weight = (i: number): number =>
    Math.max(original.probabilities[i], perturbed.probabilities[i]);
  const order = card.classes.map((_, i) => i).sort((a, b) => weight(b) - weight(a) || a - b);
  return order.slice(0, model.truth ? SHOWN_WITH_MASK : SHOWN);
}

function layoutClass(section: Section, index: number, area: Box): void {
  const { sheet, model, speech } = section;
  const { original, perturbed } = model.analysis;
  const nameWidth = area.width * NAME_SHARE;
  const barWidth = area.width - nameWidth - NUMBERS - 6;
  const x = area.x + nameWidth + 4;
  const bold = index === original.predictedClass;
  const name = className(model.analysis, index, speech.language);
  sheet.line(name, area.x, area.y, { ...CELL, bold }, nameWidth);
  const shares = [original.probabilities[index], perturbed.probabilities[index]];
  shares.forEach((share, i) => {
    const bar = { x, y: area.y + 0.6 + i * 4, height: 3.2 };
    sheet.rect({ ...bar, width: barWidth }, { fill: COLOURS.faint });
    const fill = i === 0 ? COLOURS.ink : '#8d97a5';
    if (share > 0) sheet.rect({ ...bar, width: barWidth * share }, { fill });
  });
  const [before, after] = shares.map((share) => speech.format.share(share));
  const text = speech.text.report.beforeAfter({ before, after });
  sheet.line(text, area.x + area.width, area.y, { ...CELL, align: 'right', bold });
}

function gapText({ speech }: Section, gap: CompletenessGap): string {
  if (gap.relative === null) return speech.text.model.completenessNone;
  return speech.format.share(gap.relative);
}

/** How concentrated the two maps are, and on how many places. */
function concentration({ model, speech }: Section): [label: string, value: string][] {
  const { original, perturbed } = model.details.concentration;
  const { text, format } = speech;
  const names = text.scores.concentration;
  const row = (before: string, after: string) => text.report.beforeAfter({ before, after });
  return [
    [names.gini, row(format.score(original.gini), format.score(perturbed.gini))],
    [
      names.regionCount,
      row(format.integer(original.regionCount), format.integer(perturbed.regionCount)),
    ],
  ];
}

/** How well both maps point at the defect, where a mask says where it is. */
function truthLines({ model, speech }: Section): [label: string, value: string][] {
  const { truth } = model;
  if (!truth) return [];
  return TRUTH_IDS.map((id) => [speech.text.truth.byId[id].short, truthValue(id, truth, speech)]);
}

/** Label and value of everything that says whether the numbers can be believed. */
function checks(section: Section): [label: string, value: string][] {
  const { model, speech } = section;
  const { original, perturbed, gradientCheck } = model.analysis;
  const { text, format } = speech;
  const found: [string, string][] = [];
  if (original.completenessGap && perturbed.completenessGap) {
    const [before, after] = [original.completenessGap, perturbed.completenessGap];
    const gaps = { before: gapText(section, before), after: gapText(section, after) };
    found.push([text.model.completenessGap, text.report.beforeAfter(gaps)]);
  }
  const { passed, maxRelativeError, directions } = gradientCheck;
  const error = maxRelativeError === null ? '–' : maxRelativeError.toExponential(1);
  const detail = { error: error.replace('-', '−'), directions: format.integer(directions) };
  const label = passed ? text.backend.checkLabel : text.backend.checkFailed;
  found.push([label.charAt(0).toUpperCase() + label.slice(1), text.report.gradientError(detail)]);
  if (original.saturated || perturbed.saturated)
    found.push([text.model.saturatedLabel, text.report.saturated]);
  found.push(...concentration(section));
  const { linf, l2 } = perturbed.size;
  const size = { linf: format.number(255 * linf, 1), l2: format.number(l2) };
  found.push([text.model.perturbationSize, text.model.perturbationLinf(size)]);
  return [...found, ...truthLines(section)];
}

/** The decision before and after, and the checks behind the numbers. */
export function layoutDecision(section: Section, area: Box): void {
  const { sheet, speech } = section;
  sheet.line(speech.text.model.decision, area.x, area.y, HEADING, area.width);
  let y = area.y + HEADING_HEIGHT + 1;
  for (const index of ranked(section)) {
    layoutClass(section, index, { ...area, y });
    y += ROW;
  }
  sheet.path(`M${area.x} ${y + 0.5}H${area.x + area.width}`, { stroke: COLOURS.rule });
  y += 4;
  for (const [label, value] of checks(section)) {
    const valueWidth = sheet.measure(value, CELL);
    const labelWidth = area.width - valueWidth - 6;
    sheet.line(label, area.x, y, { ...CELL, colour: COLOURS.muted }, labelWidth);
    sheet.line(value, area.x + area.width, y, { ...CELL, align: 'right' });
    y += CHECK_ROW;
  }
}
