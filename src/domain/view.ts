import type { PairScores } from './score.ts';

/** Ways to look at a pair of heatmaps, in menu order. */
export const HEATMAP_VIEW_IDS = ['sideBySide', 'swipe', 'blink', 'difference', 'overlap'] as const;
export type HeatmapViewId = (typeof HEATMAP_VIEW_IDS)[number];

/** Colour maps for heatmaps without a sign; signed maps always take the diverging one. */
export const COLOUR_MAP_IDS = ['cividis', 'viridis', 'grey'] as const;
export type ColourMapId = (typeof COLOUR_MAP_IDS)[number];

/** Where the colour scale ends: the largest value of both maps, or their 99.5th percentile. */
export type ScaleMode = 'full' | 'robust';

/** One place of the stability curve; `scores` null while it is being computed. */
export interface CurvePoint {
  /** Shift distance (px) or strength, in the unit of the perturbation. */
  readonly at: number;
  readonly scores: PairScores | null;
  readonly decisionChanged: boolean;
}

/** One place of the shift map, model-input pixels; `scores` null while it is being computed. */
export interface ShiftCell {
  readonly dx: number;
  readonly dy: number;
  readonly scores: PairScores | null;
  readonly decisionChanged: boolean;
}
