import type { ColourTable } from '../charts/colourMaps.ts';
import { colourTable } from '../charts/colourMaps.ts';
import type { HeatmapDomain } from '../charts/heatmapDomain.ts';
import { differenceDomain, differenceMap, lockedDomain } from '../charts/heatmapDomain.ts';
import type { RgbaPixels } from '../charts/heatmapPixels.ts';
import { heatmapPixels, picturePixels } from '../charts/heatmapPixels.ts';
import { valueFormatter } from '../charts/numbers.ts';
import type { FloatMap } from '../domain/attribution.ts';
import type { ModelInput } from '../domain/picture.ts';
import type { Box } from './items.ts';
import type { ReportText } from './reportWords.ts';
import type { Section } from './section.ts';
import { HEADING, HEADING_HEIGHT, perturbationCaption } from './section.ts';
import { COLOURS, PAGE } from './style.ts';
import { className } from './verdictNumbers.ts';

const BAR = { width: 8, gap: 6, ticks: 34 } as const;
const CAPTION = { size: 7, colour: COLOURS.muted, leading: 1.3 } as const;
const FOOT = { size: 6.5, colour: COLOURS.muted, leading: 1.25 } as const;
const FOOT_GAP = 4;
const PANEL_GAP = 10;
const BARS_WIDTH = 2 * (BAR.width + BAR.gap + BAR.ticks);

/** Largest side that so many panels and their two colour bars leave room for. */
export const widestPanel = (panels: number): number =>
  (PAGE.width - 2 * PAGE.marginX - BARS_WIDTH - (panels - 1) * PANEL_GAP) / panels;

/** The picture is dimmed under a heatmap, so that bright always means strong, also in a grey print. */
const DIMMED = { from: 0, gain: 0.5 };
/** Under the difference, whose zero is white, it is faded instead. */
const FADED = { from: 0.72, gain: 0.28 };
const OPACITY = 0.95;

function toned(input: ModelInput, { from, gain }: { from: number; gain: number }): ModelInput {
  return { ...input, values: input.values.map((value) => from + gain * value) };
}

export interface Panel {
  readonly title: string;
  readonly caption: string;
  readonly foot: string;
  readonly pixels: RgbaPixels;
  /** The colour bar beside it; null for none. */
  readonly bar: { readonly domain: HeatmapDomain; readonly table: ColourTable } | null;
  /** Foot lines may run under the next panel. */
  readonly footSpan: 1 | 2;
}

interface Pair {
  readonly original: FloatMap;
  readonly perturbed: FloatMap;
}

/** Both heatmaps on one locked scale and their signed difference, over the pictures they explain. */
export function pairPanels(
  { original, perturbed }: Pair,
  inputs: { readonly original: ModelInput; readonly perturbed: ModelInput },
  captions: { readonly original: string; readonly perturbed: string },
  words: ReportText,
): Panel[] {
  const domain = lockedDomain([original, perturbed], 'robust');
  const table = colourTable(domain.signed ? 'diverging' : 'cividis');
  const change = differenceMap(original, perturbed);
  const changeScale = { domain: differenceDomain(change, domain), table: colourTable('diverging') };
  const tone = domain.signed ? FADED : DIMMED;
  const heat = (map: FloatMap, input: ModelInput): RgbaPixels =>
    heatmapPixels(map, toned(input, tone), { domain, table, opacity: OPACITY });
  return [
    {
      title: words.original,
      caption: captions.original,
      foot: domain.clipped ? words.oneScaleRobust : words.oneScale,
      pixels: heat(original, inputs.original),
      bar: null,
      footSpan: 2,
    },
    {
      title: words.perturbed,
      caption: captions.perturbed,
      foot: '',
      pixels: heat(perturbed, inputs.perturbed),
      bar: { domain, table },
      footSpan: 1,
    },
    {
      title: words.difference,
      caption: words.differenceCaption,
      foot: `${words.weaker} · ${words.stronger}`,
      pixels: heatmapPixels(change, toned(inputs.original, FADED), { ...changeScale, opacity: 1 }),
      bar: changeScale,
      footSpan: 1,
    },
  ];
}

/** Picture, both heatmaps, difference. */
export function analysisPanels({ model, speech }: Section): Panel[] {
  const { original, perturbed, targetClass } = model.analysis;
  const { text, format, language } = speech;
  const words = text.report;
  const { height, width, channels } = original.input;
  const size = { width: format.integer(width), height: format.integer(height), channels };
  const method = text.methods[model.settings.attribution.method].name;
  const name = className(model.analysis, targetClass, language);
  const picture: Panel = {
    title: words.picture,
    caption: text.picture.asSeen(size),
    foot: model.picture.notes.map((note) => words.pictureNotes[note]).join(' '),
    pixels: picturePixels(original.input),
    bar: null,
    footSpan: 1,
  };
  const pair = pairPanels(
    { original: original.map, perturbed: perturbed.map },
    { original: original.input, perturbed: perturbed.input },
    {
      original: words.explains({ method, name }),
      perturbed: perturbationCaption({ model, speech }),
    },
    words,
  );
  return [picture, ...pair];
}

function barPixels(table: ColourTable): RgbaPixels {
  const rows = table.length / 3;
  const pixels = new Uint8ClampedArray(rows * 4).fill(255);
  for (let row = 0; row < rows; row++)
    pixels.set(table.subarray(3 * (rows - 1 - row), 3 * (rows - row)), 4 * row);
  return pixels;
}

function layoutBar({ sheet }: RowSection, bar: NonNullable<Panel['bar']>, box: Box): void {
  const { domain, table } = bar;
  sheet.pixels(barPixels(table), 1, table.length / 3, box);
  sheet.rect(box, { stroke: COLOURS.rule });
  const write = valueFormatter(domain.max);
  const values = domain.signed ? [domain.max, 0, -domain.max] : [domain.max, domain.max / 2, 0];
  values.forEach((value, i) => {
    const end = i !== 1 && domain.clipped && value !== 0;
    const prefix = end ? (value > 0 ? '≥ ' : '≤ ') : '';
    const y = box.y + (box.height * i) / 2 - [0, 3.6, 6.8][i];
    const label = `${prefix}${write(value)}`;
    sheet.line(label, box.x + box.width + 3, y, { size: 6.5, colour: COLOURS.muted });
  });
}

/** A row needs no model. */
type RowSection = Omit<Section, 'model'>;

interface Sides {
  readonly height: number;
  readonly width: number;
}

const heightOf = ({ height, width }: Sides, side: number): number =>
  (side * height) / Math.max(height, width);

/** Largest box of the input's proportions within a square. */
function fitBox(x: number, y: number, side: number, { height, width }: Sides): Box {
  const scale = side / Math.max(height, width);
  return { x, y, width: width * scale, height: height * scale };
}

/** The row before it is set: its panels, and the height of everything beside them for a panel of a given side. */
export interface HeatmapRow {
  readonly panels: readonly Panel[];
  /** Of all its pictures. */
  readonly size: Sides;
  readonly extra: (side: number) => number;
}

/** Panels smaller than they could be stand further apart. */
const gapAt = (side: number, panels: number): number =>
  PANEL_GAP + (panels * (widestPanel(panels) - side)) / (panels - 1);

const footWidth = ({ footSpan }: Panel, side: number, panels: number): number =>
  side + (footSpan - 1) * (side + gapAt(side, panels));

function captionHeight({ sheet }: RowSection, panels: readonly Panel[], side: number): number {
  return Math.max(...panels.map(({ caption }) => sheet.paragraphHeight(caption, side, CAPTION)));
}

/** The row of these panels, whose pictures are all of one size. */
export function prepareRow(section: RowSection, panels: readonly Panel[], size: Sides): HeatmapRow {
  const foot = (panel: Panel, side: number): number =>
    section.sheet.paragraphHeight(panel.foot, footWidth(panel, side, panels.length), FOOT);
  return {
    panels,
    size,
    extra: (side) =>
      HEADING_HEIGHT +
      captionHeight(section, panels, side) +
      3 +
      FOOT_GAP +
      Math.max(...panels.map((panel) => foot(panel, side))),
  };
}

/**
 * The panels side by side, `side` points each; gives the bottom of the row.
 */
export function layoutHeatmaps(
  section: RowSection,
  { panels, size, extra }: HeatmapRow,
  top: number,
  side: number,
): number {
  const { sheet } = section;
  const imageTop = top + HEADING_HEIGHT + captionHeight(section, panels, side) + 3;
  let x: number = PAGE.marginX;
  for (const panel of panels) {
    sheet.line(panel.title, x, top, HEADING);
    sheet.paragraph(panel.caption, x, top + HEADING_HEIGHT, side, CAPTION);
    const box = fitBox(x, imageTop, side, size);
    sheet.pixels(panel.pixels, size.width, size.height, box);
    sheet.rect(box, { stroke: COLOURS.rule });
    const footTop = imageTop + box.height + FOOT_GAP;
    sheet.paragraph(panel.foot, x, footTop, footWidth(panel, side, panels.length), FOOT);
    x += side;
    if (panel.bar) {
      const barBox = { x: x + BAR.gap, y: imageTop, width: BAR.width, height: box.height };
      layoutBar(section, panel.bar, barBox);
      x += BAR.gap + BAR.width + BAR.ticks;
    }
    x += gapAt(side, panels.length);
  }
  return top + heightOf(size, side) + extra(side);
}
