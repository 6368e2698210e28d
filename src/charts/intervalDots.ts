import { scaleLinear } from 'd3';
import { estimateDomain, type PlotBox, type PlotTick } from './evidenceScale.ts';
import type { EvidenceView } from './evidenceView.ts';
import { placeText } from './numbers.ts';

/** Sizes in CSS pixels. */
export interface IntervalDotsInput {
  readonly view: EvidenceView;
  readonly width: number;
  /** Room for the names left of the plot; 0 puts them above their row. */
  readonly nameWidth: number;
  /** Room for the number right of a dot. */
  readonly valueWidth: number;
}

/** A dot with the bar of its interval. */
export interface IntervalDot {
  /** Index of the series in the view. */
  readonly series: number;
  readonly y: number;
  readonly x: number;
  readonly low: number;
  readonly high: number;
  /** Where chance alone stands; null without one. */
  readonly chance: number | null;
  readonly value: number;
}

/** A level of the axis: its name and its dots. */
export interface IntervalRow {
  readonly top: number;
  readonly bottom: number;
  /** Height of the name's middle. */
  readonly nameY: number;
  readonly dots: readonly IntervalDot[];
}

/** Estimates of a factor without numbers as rows of dots. */
export interface IntervalDotsGeometry {
  readonly plot: PlotBox;
  readonly height: number;
  /** Same order as the levels of the view. */
  readonly rows: readonly IntervalRow[];
  readonly ticks: readonly PlotTick[];
  /** Horizontal place of chance for the whole chart; null without one. */
  readonly referenceX: number | null;
}

const DOT_HEIGHT = 17;
const ROW_GAP = 9;
const NAME_HEIGHT = 18;
const TOP = 8;
const BOTTOM = 40;
/** An axis needs so much for a tick. */
const TICK_ROOM = 64;

/** Rows in the order of the levels, a dot for every series that has an estimate there, one below the other. */
export function intervalDots(input: IntervalDotsInput): IntervalDotsGeometry {
  const { view, width, nameWidth, valueWidth } = input;
  const nameHeight = nameWidth === 0 ? NAME_HEIGHT : 0;
  const domain = estimateDomain(view);
  const x = scaleLinear(domain, [nameWidth + 8, width - valueWidth]);
  let top = TOP;
  const rows = view.levels.map((_, index): IntervalRow => {
    const here = view.series.flatMap(({ points }, series) => {
      const point = points[index];
      return point ? [{ series, point }] : [];
    });
    const first = top + ROW_GAP / 2 + nameHeight;
    const dots = here.map(({ series, point: { estimate, chance } }, n) => ({
      series,
      y: first + (n + 0.5) * DOT_HEIGHT,
      x: x(estimate.value),
      low: x(estimate.low),
      high: x(estimate.high),
      chance: chance && x(chance.value),
      value: estimate.value,
    }));
    const bottom = first + here.length * DOT_HEIGHT + ROW_GAP / 2;
    const nameY =
      nameWidth === 0 ? top + ROW_GAP / 2 + NAME_HEIGHT / 2 : (first + bottom - ROW_GAP / 2) / 2;
    const row = { top, bottom, nameY, dots };
    top = bottom;
    return row;
  });
  const [left, right] = x.range();
  const count = Math.max(2, Math.floor(((right ?? 0) - (left ?? 0)) / TICK_ROOM));
  return {
    plot: { left: left ?? 0, right: right ?? width, top: TOP, bottom: top },
    height: top + BOTTOM,
    rows,
    ticks: x.ticks(count).map((value) => ({ value, position: x(value), label: placeText(value) })),
    referenceX: view.reference === null ? null : x(view.reference),
  };
}
