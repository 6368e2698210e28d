import { area, extent, line, scaleLinear } from 'd3';
import type { Score } from '../domain/score.ts';
import type { CurvePoint } from '../domain/view.ts';
import { placeEndLabels } from './endLabels.ts';
import { placeText } from './numbers.ts';

/** Lines of the stability curve, in drawing order. */
export const CURVE_SERIES = ['lensPrecision', 'lensRecall', 'alignedTopK', 'topK'] as const;
export type CurveSeriesId = (typeof CURVE_SERIES)[number];

/** LENS scores that have a chance band of their own. */
const CHANCE_SERIES = ['lensRecall', 'lensPrecision'] as const;

/** What is drawn: raw values with their chance, or values corrected for chance. */
export type CurveMode = 'value' | 'corrected';

/** The score a series shows at a place; null while pending and where the place has no such score. */
export function seriesScore(point: CurvePoint, id: CurveSeriesId): Score | null {
  if (!point.scores) return null;
  const { raw, aligned } = point.scores;
  if (id === 'alignedTopK') return aligned?.topKIntersection ?? null;
  if (id === 'topK') return raw.topKIntersection;
  return id === 'lensRecall' ? raw.lensRecallAtK : raw.lensPrecisionAtK;
}

/** The number a series shows at a place, or null. */
export function seriesValue(point: CurvePoint, id: CurveSeriesId, mode: CurveMode): number | null {
  const score = seriesScore(point, id);
  return score ? score[mode] : null;
}

/** Everything the geometry is computed from. Sizes in CSS pixels (any unit will do). */
export interface CurveInput {
  /** In rising or falling order of `at`, from no change outwards: the axis runs the same way. */
  readonly points: readonly CurvePoint[];
  readonly mode: CurveMode;
  /** Place looked at now; null when it is not on the curve. */
  readonly current: number | null;
  /** Total stride of the network, for marks at its multiples; null where the perturbation is not a shift. */
  readonly stride: number | null;
  readonly width: number;
  readonly height: number;
  /** Space around the plot; the right one holds the end labels. */
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Line height of the end labels. */
  readonly labelHeight: number;
  /** The chance band gets an end label too, placed together with those of the lines. */
  readonly nameChance?: boolean;
}

/** A tick or mark on an axis. */
export interface CurveTick {
  readonly value: number;
  readonly position: number;
  readonly label: string;
}

/** A value that was computed, where it is drawn. */
interface CurveMark {
  readonly index: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

/** Where a label stands after labels were moved apart, and the end of the line it belongs to. */
export interface EndLabel {
  readonly y: number;
  readonly fromX: number;
  readonly fromY: number;
}

/** One line with its marks and the height of its end label. */
interface CurveLine {
  readonly id: CurveSeriesId;
  /** SVG path, broken where a value is missing; empty string while nothing is there. */
  readonly path: string;
  readonly marks: readonly CurveMark[];
  /** Null without a value. */
  readonly label: EndLabel | null;
}

/** The stability curve as numbers and SVG path strings. */
export interface CurveGeometry {
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly xTicks: readonly CurveTick[];
  readonly yTicks: readonly CurveTick[];
  /** Multiples of the network's stride within the axis, zero left out. */
  readonly lattice: readonly (CurveTick & { readonly multiple: number })[];
  /** Closed area from zero up to chance, per LENS score; empty string where nothing is known. */
  readonly chance: readonly { readonly id: CurveSeriesId; readonly path: string }[];
  /** Height of the upper edge of the chance band at its last place; null without one. */
  readonly chanceY: number | null;
  /** Label of the chance band; null unless asked for and there is a band. */
  readonly chanceLabel: EndLabel | null;
  readonly lines: readonly CurveLine[];
  /** Horizontal position of every place, in the order of the points. */
  readonly places: readonly number[];
  readonly currentX: number | null;
}

const LOWEST_CORRECTED = -1;

function yDomain({ points, mode }: CurveInput): [number, number] {
  if (mode === 'value') return [0, 1];
  const values = points.flatMap((p) => CURVE_SERIES.map((id) => seriesValue(p, id, mode) ?? 0));
  const lowest = Math.max(LOWEST_CORRECTED, Math.min(0, ...values));
  return [lowest < 0 ? Math.floor(lowest * 4) / 4 : 0, 1];
}

function xDomain(points: readonly CurvePoint[]): [number, number] {
  const [low, high] = extent(points, (point) => point.at);
  if (low === undefined || high === undefined) return [0, 1];
  if (low === high) return [low - 0.5, high + 0.5];
  return points[0].at > points[points.length - 1].at ? [high, low] : [low, high];
}

type Scale = (value: number) => number;

function lineOf(input: CurveInput, id: CurveSeriesId, x: Scale, y: Scale): CurveLine {
  const value = (point: CurvePoint): number | null => seriesValue(point, id, input.mode);
  const draw = line<CurvePoint>()
    .defined((point) => value(point) !== null)
    .x((point) => x(point.at))
    .y((point) => y(value(point) ?? 0));
  const marks = input.points.flatMap((point, index) => {
    const at = value(point);
    return at === null ? [] : [{ index, value: at, x: x(point.at), y: y(at) }];
  });
  const end = marks.at(-1);
  const label = end ? { y: end.y, fromX: end.x, fromY: end.y } : null;
  return { id, path: draw(input.points) ?? '', marks, label };
}

function chanceArea(input: CurveInput, id: CurveSeriesId, x: Scale, y: Scale): string {
  const chance = (point: CurvePoint): number | null => seriesScore(point, id)?.chance ?? null;
  const draw = area<CurvePoint>()
    .defined((point) => chance(point) !== null)
    .x((point) => x(point.at))
    .y0(y(0))
    .y1((point) => y(chance(point) ?? 0));
  return draw(input.points) ?? '';
}

function chanceHeight({ points, mode }: CurveInput, y: Scale): number | null {
  if (mode === 'corrected') return points.some((point) => point.scores) ? y(0) : null;
  const known = points.flatMap((point) => {
    const levels = CHANCE_SERIES.map((id) => seriesScore(point, id)?.chance ?? null);
    return levels.filter((level) => level !== null);
  });
  return known.length > 0 ? y(Math.max(...known.slice(-CHANCE_SERIES.length))) : null;
}

function latticeTicks(
  stride: number | null,
  [low, high]: [number, number],
  x: Scale,
): CurveGeometry['lattice'] {
  if (stride === null || stride <= 1) return [];
  const ticks: (CurveTick & { multiple: number })[] = [];
  for (let n = Math.ceil(low / stride); n * stride <= high; n++)
    if (n !== 0)
      ticks.push({
        multiple: n,
        value: n * stride,
        position: x(n * stride),
        label: placeText(n * stride),
      });
  return ticks;
}

/** Where the chance band is named: halfway up at its last known place. */
function chanceEnd(input: CurveInput, x: Scale, y: Scale): EndLabel | null {
  const last = input.points.filter(({ scores }) => scores).at(-1);
  if (!last || !input.nameChance || input.mode === 'corrected') return null;
  const level = seriesScore(last, 'lensRecall')?.chance ?? null;
  if (level === null) return null;
  return { y: y(level / 2), fromX: x(last.at), fromY: y(level / 2) };
}

/** The labels, in the order given, moved apart; null stays null. */
function placed(labels: readonly (EndLabel | null)[], input: CurveInput): (EndLabel | null)[] {
  const wanted = labels.flatMap((label) => (label ? [label.y] : []));
  const bottom = input.height - input.margin.bottom;
  const heights = placeEndLabels(wanted, input.labelHeight, input.margin.top, bottom);
  let next = 0;
  return labels.map((label) => label && { ...label, y: heights[next++] ?? label.y });
}

/**
 * Geometry of the stability curve: score against shift distance or strength. Straight segments between
 * computed places and none across a missing value; the y axis is 0…1 for values and reaches down to the
 * lowest quarter below zero for corrected scores (never below −1, where lines leave the plot). Places that are still being computed
 * keep their position on the axis. Pure: same input, same strings.
 */
export function curveGeometry(input: CurveInput): CurveGeometry {
  const { width, height, margin, points, current } = input;
  const plot = {
    left: margin.left,
    top: margin.top,
    right: width - margin.right,
    bottom: height - margin.bottom,
  };
  const domain = xDomain(points);
  const x = scaleLinear(domain, [plot.left, plot.right]);
  const y = scaleLinear(yDomain(input), [plot.bottom, plot.top]);
  const tick = (scale: Scale) => (value: number) => ({
    value,
    position: scale(value),
    label: placeText(value),
  });
  const lines = CURVE_SERIES.map((id) => lineOf(input, id, x, y));
  const [chanceLabel = null, ...labels] = placed(
    [chanceEnd(input, x, y), ...lines.map(({ label }) => label)],
    input,
  );
  const inside =
    current !== null && current >= Math.min(...domain) && current <= Math.max(...domain);
  return {
    plot,
    xTicks: x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / 45))).map(tick(x)),
    yTicks: y.ticks(5).map(tick(y)),
    lattice: latticeTicks(input.stride, domain, x),
    chance:
      input.mode === 'corrected'
        ? []
        : CHANCE_SERIES.map((id) => ({ id, path: chanceArea(input, id, x, y) })),
    chanceY: chanceHeight(input, y),
    chanceLabel,
    lines: lines.map((own, i) => ({ ...own, label: labels[i] ?? null })),
    places: points.map((point) => x(point.at)),
    currentX: inside ? x(current) : null,
  };
}

/** Index of the place nearest to a horizontal position; the left one of two equally near; −1 without places. */
export function nearestPlace(places: readonly number[], x: number): number {
  let nearest = -1;
  let best = Number.POSITIVE_INFINITY;
  places.forEach((place, index) => {
    const distance = Math.abs(place - x);
    if (distance >= best) return;
    best = distance;
    nearest = index;
  });
  return nearest;
}
