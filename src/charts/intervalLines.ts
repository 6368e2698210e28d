import { area, extent, line, scaleLinear, scaleLog } from 'd3';
import type { EndLabel } from './curve.ts';
import { placeEndLabels } from './endLabels.ts';
import { estimateDomain, type PlotBox, type PlotMargin, type PlotTick } from './evidenceScale.ts';
import type { EvidenceView, ViewPoint, ViewSeries } from './evidenceView.ts';
import { placeText } from './numbers.ts';

/** Sizes in CSS pixels. */
export interface IntervalLinesInput {
  readonly view: EvidenceView;
  readonly width: number;
  readonly height: number;
  readonly margin: PlotMargin;
  /** Line height of the end labels. */
  readonly labelHeight: number;
}

/** One series: its line, its band of 95 % intervals, and the line of its chance. */
export interface IntervalLine {
  readonly path: string;
  readonly band: string;
  /** Empty where chance is not drawn. */
  readonly chance: string;
  readonly marks: readonly { readonly index: number; readonly x: number; readonly y: number }[];
  readonly label: EndLabel | null;
}

/** Estimates over a numeric factor as numbers and SVG path strings. */
export interface IntervalLinesGeometry {
  readonly plot: PlotBox;
  readonly xTicks: readonly PlotTick[];
  readonly yTicks: readonly PlotTick[];
  /** Same order as the series of the view. */
  readonly lines: readonly IntervalLine[];
  /** Height of the line of chance for the whole chart; null without one. */
  readonly referenceY: number | null;
  /** Horizontal place of every level. */
  readonly places: readonly number[];
}

type Scale = (value: number) => number;
type Placed = readonly [x: number, point: ViewPoint | null];

/** Levels that span a factor of this or more, such as 0.5 % to 20 %, are set out by their ratios. */
const LOG_FROM = 20;
/** Ticks nearer to each other than this would run together. */
const TICK_ROOM = 34;

function levelScale(levels: readonly number[], plot: PlotBox): Scale {
  const [low = 0, high = 1] = extent(levels);
  const range = [plot.left, plot.right];
  return low > 0 && high / low >= LOG_FROM
    ? scaleLog([low, high], range)
    : scaleLinear([low, high], range);
}

/** Ticks at the levels themselves, those left out that have no room. */
function levelTicks(levels: readonly number[], x: Scale): PlotTick[] {
  const ticks: PlotTick[] = [];
  for (const value of levels) {
    const position = x(value);
    const last = ticks.at(-1);
    if (!last || position - last.position >= TICK_ROOM)
      ticks.push({ value, position, label: placeText(value) });
  }
  return ticks;
}

/** Gives everything of one series but the place of its label. */
function lineOf({ points }: ViewSeries, places: readonly number[], y: Scale) {
  const placed = points.map((point, i): Placed => [places[i] ?? 0, point]);
  const heightOf = (end: 'value' | 'low' | 'high') => (entry: Placed) =>
    y(entry[1]?.estimate[end] ?? 0);
  const isThere = ([, point]: Placed) => point !== null;
  const draw = line<Placed>()
    .defined(isThere)
    .x(([x]) => x);
  const drawBand = area<Placed>()
    .defined(isThere)
    .x(([x]) => x);
  const drawChance = line<Placed>()
    .defined(([, point]) => point?.chance != null)
    .x(([x]) => x)
    .y(([, point]) => y(point?.chance?.value ?? 0));
  const marks = placed.flatMap((entry, index) =>
    isThere(entry) ? [{ index, x: entry[0], y: heightOf('value')(entry) }] : [],
  );
  return {
    path: draw.y(heightOf('value'))(placed) ?? '',
    band: drawBand.y0(heightOf('low')).y1(heightOf('high'))(placed) ?? '',
    chance: drawChance(placed) ?? '',
    marks,
  };
}

/** Lines with bands of 95 % over a numeric factor; straight between the levels, broken where a level has no estimate. */
export function intervalLines(input: IntervalLinesInput): IntervalLinesGeometry {
  const { view, width, height, margin, labelHeight } = input;
  const plot = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  const levels = view.levels.map(Number);
  const x = levelScale(levels, plot);
  const y = scaleLinear(estimateDomain(view), [plot.bottom, plot.top]);
  const places = levels.map(x);
  const lines = view.series.map((series) => lineOf(series, places, y));
  const ends = lines.map(({ marks }) => marks.at(-1));
  const heights = placeEndLabels(
    ends.map((end) => end?.y ?? 0),
    labelHeight,
    plot.top,
    plot.bottom,
  );
  return {
    plot,
    xTicks: levelTicks(levels, x),
    yTicks: y.ticks(5).map((value) => ({ value, position: y(value), label: placeText(value) })),
    lines: lines.map((own, i) => {
      const end = ends[i];
      const label = end ? { y: heights[i] ?? end.y, fromX: end.x, fromY: end.y } : null;
      return { ...own, label };
    }),
    referenceY: view.reference === null ? null : y(view.reference),
    places,
  };
}
