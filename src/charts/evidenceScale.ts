import { scaleLinear } from 'd3';
import type { EvidenceView } from './evidenceView.ts';
import { pointsOf } from './evidenceView.ts';

/** Room around a plot, the unit of its width. */
export interface PlotMargin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The inside of a plot. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A tick with its place on the axis. */
export interface PlotTick {
  readonly value: number;
  readonly position: number;
  readonly label: string;
}

/** The axis of an AUC begins a little below the tossed coin. */
const LOWEST_AUC = 0.4;

/**
 * Ends of the axis of estimates: 0…1 (0.4…1 for an AUC) where all lie within; else further out to the next round number, so that
 * no interval leaves the plot.
 */
export function estimateDomain(view: EvidenceView): readonly [number, number] {
  const points = pointsOf(view);
  const low = Math.min(
    view.estimate === 'auc' ? LOWEST_AUC : 0,
    ...points.map(({ estimate }) => estimate.low),
  );
  const high = Math.max(1, ...points.map(({ estimate }) => estimate.high));
  const [from = 0, to = 1] = scaleLinear().domain([low, high]).nice(5).domain();
  return [from, to];
}
