import type { MapFile } from '../domain/mapFile.ts';
import type { ModelInput } from '../domain/picture.ts';
import { layoutHeatmaps, pairPanels, prepareRow, widestPanel } from './heatmapRow.ts';
import type { Box, ReportPage } from './items.ts';
import { HEADER_HEIGHT, layoutHeader } from './layoutHeader.ts';
import type { MapsReport } from './mapsReport.ts';
import { dateText } from './reportModel.ts';
import type { ReportSpeech } from './reportWords.ts';
import { layoutScores } from './scorePanel.ts';
import { HEADING, HEADING_HEIGHT, type Section } from './section.ts';
import { createSheet, type Measure } from './sheet.ts';
import { COLOURS, LEADING, PAGE } from './style.ts';
import { layoutVerdict } from './verdictBand.ts';

type MapsSection = Section<MapsReport>;

const GAP = 12;
const EVIDENCE_HEIGHT = 146;
const SCORES_WIDTH = 400;
const LABEL = { size: 7, colour: COLOURS.muted, leading: 1.3 } as const;
const VALUE = { size: 7, leading: 1.3 } as const;
const HASH = { size: 5.8, mono: true, leading: 1.3 } as const;
const LABEL_WIDTH = 92;
const SMALLEST_PANEL = 96;
const HASHES_HEIGHT = 26;

/** There is no picture below the maps: the ground is black. */
const blank = ({ height, width }: MapFile['map']): ModelInput => ({
  height,
  width,
  channels: 1,
  values: new Float32Array(height * width),
});

const shiftText = ({ model, speech }: Omit<MapsSection, 'sheet'>): string => {
  const { motion } = model;
  if (!motion) return '–';
  return `(${speech.format.signed(motion.dx)}, ${speech.format.signed(motion.dy)}) px`;
};

/** Files, size, settings: label and value. */
function factsOf({ model, speech }: MapsSection): readonly (readonly [string, string])[] {
  const { original, perturbed, scores, details, thresholds, version, date } = model;
  const { text, format } = speech;
  const { concentration } = details;
  const both = (before: string, after: string) => text.report.beforeAfter({ before, after });
  const size = { width: format.integer(scores.width), height: format.integer(scores.height) };
  return [
    [text.report.original, original.name],
    [text.report.perturbed, perturbed.name],
    [text.report.size, text.picture.size(size)],
    [text.report.shiftBetween, shiftText({ model, speech })],
    [
      text.scores.concentration.gini,
      both(format.score(concentration.original.gini), format.score(concentration.perturbed.gini)),
    ],
    [
      text.scores.concentration.regionCount,
      both(
        format.integer(concentration.original.regionCount),
        format.integer(concentration.perturbed.regionCount),
      ),
    ],
    [text.report.agreesFrom, format.score(thresholds.agree)],
    [text.report.chanceUpTo, format.score(thresholds.chance)],
    [text.report.version, `Jitterscope ${version}`],
    [text.report.date, dateText(date)],
  ];
}

function layoutFacts(section: MapsSection, area: Box): void {
  const { sheet, speech } = section;
  sheet.line(speech.text.report.maps, area.x, area.y, HEADING);
  let y = area.y + HEADING_HEIGHT + 2;
  const valueX = area.x + LABEL_WIDTH;
  const valueWidth = area.width - LABEL_WIDTH;
  for (const [label, value] of factsOf(section)) {
    const left = sheet.paragraph(label, area.x, y, LABEL_WIDTH - 6, LABEL);
    y += Math.max(left, sheet.paragraph(value, valueX, y, valueWidth, VALUE)) + 1;
  }
}

/** Digests of both files: what another needs to be sure of having the same. */
function layoutHashes({ sheet, model }: MapsSection, top: number): void {
  sheet.path(`M${PAGE.marginX} ${top}H${PAGE.width - PAGE.marginX}`, { stroke: COLOURS.rule });
  [model.original, model.perturbed].forEach(({ name, sha256 }, i) => {
    const y = top + 5 + i * 10;
    sheet.line(`${name} SHA-256`, PAGE.marginX, y, LABEL, 300);
    sheet.line(sha256, PAGE.marginX + 310, y + 0.6, HASH);
  });
}

/**
 * The report on two maps of another tool, as `layoutReport` for pictures: verdict, both heatmaps, difference, scores, files. A4
 * across, a little taller when the words need it.
 * @throws Problem `map-size-mismatch`
 */
export function layoutMapsReport(
  model: MapsReport,
  speech: ReportSpeech,
  measure: Measure,
): ReportPage {
  const sheet = createSheet(measure, LEADING[speech.language]);
  const section: MapsSection = { sheet, model, speech };
  layoutHeader(section, `${model.original.name} → ${model.perturbed.name}`, PAGE.marginTop);
  const rowTop = layoutVerdict(section, PAGE.marginTop + HEADER_HEIGHT) + GAP;
  const { map } = model.original;
  const input = blank(map);
  const captions = { original: model.original.name, perturbed: model.perturbed.name };
  const maps = { original: map, perturbed: model.perturbed.map };
  const panels = pairPanels(
    maps,
    { original: input, perturbed: input },
    captions,
    speech.text.report,
  );
  const row = prepareRow(section, panels, map);
  const below = GAP + EVIDENCE_HEIGHT + GAP + HASHES_HEIGHT + PAGE.marginBottom;
  const room = PAGE.height - rowTop - row.extra(SMALLEST_PANEL) - below;
  const side = Math.max(SMALLEST_PANEL, Math.min(widestPanel(panels.length), room));
  const evidenceTop = layoutHeatmaps(section, row, rowTop, side) + GAP;
  const area = { x: PAGE.marginX, y: evidenceTop, height: EVIDENCE_HEIGHT };
  layoutScores(section, { ...area, width: SCORES_WIDTH });
  const factsX = PAGE.marginX + SCORES_WIDTH + 24;
  layoutFacts(section, { ...area, x: factsX, width: PAGE.width - PAGE.marginX - factsX });
  const hashesTop = Math.max(
    evidenceTop + EVIDENCE_HEIGHT + GAP,
    PAGE.height - PAGE.marginBottom - HASHES_HEIGHT,
  );
  layoutHashes(section, hashesTop);
  const height = Math.max(PAGE.height, hashesTop + HASHES_HEIGHT + PAGE.marginBottom);
  return { width: PAGE.width, height, items: sheet.items };
}
