import { line, scaleLinear } from 'd3';
import type { PlotBox, PlotMargin, PlotTick } from './evidenceScale.ts';
import { placeText } from './numbers.ts';

/** Share of false alarms against share of detections, rising from (0, 0) to (1, 1). */
export type RocCurve = readonly (readonly [number, number])[];

/** ROC curves as SVG path strings. */
export interface RocGeometry {
  readonly plot: PlotBox;
  readonly paths: readonly string[];
  readonly xTicks: readonly PlotTick[];
  readonly yTicks: readonly PlotTick[];
  /** The line of a coin that is tossed. */
  readonly chance: string;
  readonly xOf: (falseAlarms: number) => number;
  readonly yOf: (detections: number) => number;
}

/** False alarms at which a curve can be read by keys and in the table. */
export const ROC_PLACES: readonly number[] = [
  0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
];

/**
 * Share of attacks detected when a share of false alarms is borne: on the straight line between the corners of the
 * curve, its upper end where it rises straight up. NaN for an empty curve.
 */
export function detectionsAt(roc: RocCurve, falseAlarms: number): number {
  const after = roc.findIndex(([x]) => x > falseAlarms);
  const [x1, y1] = roc[after] ?? [1, roc.at(-1)?.[1] ?? Number.NaN];
  const [x0, y0] = (after < 0 ? roc.at(-1) : roc[after - 1]) ?? [0, 0];
  return x1 > x0 ? y0 + ((y1 - y0) * (falseAlarms - x0)) / (x1 - x0) : Math.max(y0, y1);
}

/** Places curves in a box, both axes 0…1. */
export function rocChart(
  curves: readonly RocCurve[],
  size: { readonly width: number; readonly height: number; readonly margin: PlotMargin },
): RocGeometry {
  const { width, height, margin } = size;
  const plot = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  const x = scaleLinear([0, 1], [plot.left, plot.right]);
  const y = scaleLinear([0, 1], [plot.bottom, plot.top]);
  const draw = line<readonly [number, number]>()
    .x(([share]) => x(share))
    .y(([, share]) => y(share));
  const tick = (scale: typeof x) => (value: number) => ({
    value,
    position: scale(value),
    label: placeText(value),
  });
  return {
    plot,
    paths: curves.map((curve) => draw(curve) ?? ''),
    xTicks: x.ticks(5).map(tick(x)),
    yTicks: y.ticks(5).map(tick(y)),
    chance:
      draw([
        [0, 0],
        [1, 1],
      ]) ?? '',
    xOf: x,
    yOf: y,
  };
}
