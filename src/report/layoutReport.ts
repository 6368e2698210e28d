import { attackHeight, layoutAttack } from './attackBand.ts';
import { beliefHeight, layoutBelief } from './beliefPanel.ts';
import { layoutCurve } from './curvePanel.ts';
import { layoutDecision } from './decisionPanel.ts';
import { analysisPanels, layoutHeatmaps, prepareRow, widestPanel } from './heatmapRow.ts';
import type { ReportPage } from './items.ts';
import { HEADER_HEIGHT, layoutHeader } from './layoutHeader.ts';
import { layoutProvenance, provenanceHeight } from './provenance.ts';
import type { ReportModel } from './reportModel.ts';
import type { ReportSpeech } from './reportWords.ts';
import { layoutScores } from './scorePanel.ts';
import type { Section } from './section.ts';
import type { Measure } from './sheet.ts';
import { createSheet } from './sheet.ts';
import { LEADING, PAGE } from './style.ts';
import { layoutVerdict } from './verdictBand.ts';

const GAP = 10;
const EVIDENCE_HEIGHT = 138;
/** Panels smaller than this say too little: the page grows instead. */
const SMALLEST_PANEL = 96;
const COLUMNS = { curve: 258, scores: 332, gap: 16 } as const;

function layoutEvidence(section: Section, top: number, height: number): void {
  const left = PAGE.marginX;
  const right = PAGE.width - PAGE.marginX;
  const area = { y: top, height };
  layoutCurve(section, { ...area, x: left, width: COLUMNS.curve });
  const scoresX = left + COLUMNS.curve + COLUMNS.gap;
  layoutScores(section, { ...area, x: scoresX, width: COLUMNS.scores });
  const decisionX = scoresX + COLUMNS.scores + COLUMNS.gap;
  layoutDecision(section, { ...area, x: decisionX, width: right - decisionX });
}

/**
 * The report as one page of things to draw: A4 across (842 × 595 pt), a little taller when the words need it. From data
 * alone; `measure` must speak of the fonts the page will be drawn with. No two texts overlap and none leaves the page.
 * @throws Problem `map-size-mismatch` when maps and pictures of the analysis differ in size.
 */
export function layoutReport(
  model: ReportModel,
  speech: ReportSpeech,
  measure: Measure,
): ReportPage {
  const sheet = createSheet(measure, LEADING[speech.language]);
  const section: Section = { sheet, model, speech };
  layoutHeader(section, model.picture.name, PAGE.marginTop);
  const rowTop = layoutVerdict(section, PAGE.marginTop + HEADER_HEIGHT) + GAP;
  const attacked = attackHeight(section);
  const checked = beliefHeight(section);
  const printHeight = attacked + checked + provenanceHeight(section);
  const below = GAP - 4 + EVIDENCE_HEIGHT + GAP + printHeight + PAGE.marginBottom;
  const row = prepareRow(section, analysisPanels(section), model.analysis.original.input);
  const room = PAGE.height - rowTop - row.extra(SMALLEST_PANEL) - below;
  const side = Math.max(SMALLEST_PANEL, Math.min(widestPanel(row.panels.length), room));
  const evidenceTop = layoutHeatmaps(section, row, rowTop, side) + GAP - 4;
  const spare = Math.max(
    0,
    PAGE.height - evidenceTop - EVIDENCE_HEIGHT - GAP - printHeight - PAGE.marginBottom,
  );
  layoutEvidence(section, evidenceTop, EVIDENCE_HEIGHT + spare);
  const printTop = evidenceTop + EVIDENCE_HEIGHT + spare + GAP;
  layoutAttack(section, printTop);
  layoutBelief(section, printTop + attacked);
  layoutProvenance(section, printTop + attacked + checked);
  const height = Math.max(PAGE.height, printTop + printHeight + PAGE.marginBottom);
  return { width: PAGE.width, height, items: sheet.items };
}
