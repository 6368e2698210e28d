import type { AttributionMap } from '../domain/attribution.ts';
import type { ModelInput } from '../domain/picture.ts';
import type {
  MapScores,
  OverlapMask,
  PairDetails,
  PairPValues,
  PairScores,
  Score,
} from '../domain/score.ts';
import { OVERLAP } from '../domain/score.ts';
import type { CurvePoint, ShiftCell } from '../domain/view.ts';

/** Invented figures for tests: smooth, deterministic, shaped like a strided network's. Never shown to a user. */

const score = (value: number, chance: number): Score => ({
  value,
  chance,
  corrected: (value - chance) / (1 - chance),
  pValue: null,
  reason: null,
});

const diverse = (distance: number) => ({
  topKDivIntersection: score(0.04 + 0.9 * Math.exp(-distance / 1.2), 0.05),
  lensRecallAtKDiv: score(0.7 + 0.3 * Math.exp(-distance / 5), 0.66),
  lensPrecisionAtKDiv: score(0.7 + 0.29 * Math.exp(-distance / 5), 0.65),
});

/** Scores of an invented pair after a shift by (dx, dy) of a network with total stride 8. */
export function inventedScores(dx: number, dy: number, geometric = true): PairScores {
  const distance = Math.hypot(dx, dy);
  const phase = (n: number): number => Math.abs(n / 8 - Math.round(n / 8)) * 2;
  const dip = Math.max(phase(dx), phase(dy));
  const raw = {
    topKIntersection: score(0.05 + 0.95 * Math.exp(-distance / 1.6), 0.05),
    lensRecallAtK: score(0.22 + 0.78 / (1 + Math.exp(1.4 * (distance - 4.2))), 0.21),
    lensPrecisionAtK: score(0.2 + 0.78 / (1 + Math.exp(1.3 * (distance - 4))), 0.19),
    ...diverse(distance),
  };
  const aligned = {
    topKIntersection: score(0.93 - 0.42 * Math.min(1, 2.4 * dip), 0.05),
    lensRecallAtK: score(0.99 - 0.08 * dip, 0.21),
    lensPrecisionAtK: score(0.98 - 0.09 * dip, 0.2),
    ...diverse(dip),
  };
  return {
    height: 96,
    width: 96,
    k: 461,
    windowRadius: 2,
    tiedAtCut: { original: false, perturbed: false },
    diverseCount: { original: 461, perturbed: 461 },
    raw,
    aligned: geometric ? aligned : null,
    validPixels: Math.round((96 - Math.abs(dx)) * (96 - Math.abs(dy))),
  };
}

const correlation = (value: number): Score => ({ ...score(value, 0), corrected: value });
const measure = (value: number): Score => ({ ...score(value, 0), chance: null, corrected: null });

const mapScores: MapScores = {
  spearman: correlation(0.71),
  kendall: correlation(0.52),
  lensSpearman: correlation(0.95),
  lensKendall: correlation(0.81),
  pearson: correlation(0.66),
  ssim: measure(0.58),
  massCenterShift: measure(1.24),
};

/** The slower scores of an invented pair. */
export function inventedDetails(geometric = true): PairDetails {
  return {
    k: 461,
    windowRadius: 2,
    raw: mapScores,
    aligned: geometric ? mapScores : null,
    concentration: {
      original: { gini: 0.71, entropy: 0.83, regionCount: 14 },
      perturbed: { gini: 0.7, entropy: 0.84, regionCount: 12 },
    },
  };
}

/** p-values of an invented pair. */
export function inventedPValues(geometric = true): PairPValues {
  const values = {
    topKIntersection: 0.00011,
    lensRecallAtK: 0.00021,
    lensPrecisionAtK: 0.00032,
    topKDivIntersection: 0.012,
    lensRecallAtKDiv: 0.2,
    lensPrecisionAtKDiv: 0.31,
  };
  return { k: 461, windowRadius: 2, raw: values, aligned: geometric ? values : null };
}

/** A curve over 0…`to` px in steps of `step`; places from `known` on are still being computed. */
export function inventedCurve(to = 16, step = 1, known = Number.POSITIVE_INFINITY): CurvePoint[] {
  return Array.from({ length: Math.floor(to / step) + 1 }, (_, i) => ({
    at: i * step,
    scores: i < known ? inventedScores(i * step, 0) : null,
    decisionChanged: i * step > 13,
  }));
}

/** A shift map of reach 8; cells beyond `knownRadius` (Chebyshev) are still being computed. */
export function inventedShiftMap(knownRadius = 8): ShiftCell[] {
  const side = Array.from({ length: 17 }, (_, i) => i - 8);
  return side.flatMap((dy) =>
    side.map((dx) => ({
      dx,
      dy,
      scores: Math.max(Math.abs(dx), Math.abs(dy)) <= knownRadius ? inventedScores(dx, dy) : null,
      decisionChanged: dx < -6 && dy > 5,
    })),
  );
}

const SPOTS = [
  [0.3, 0.62, 1],
  [0.4, 0.55, 0.8],
  [0.5, 0.5, 0.6],
  [0.62, 0.42, 0.9],
  [0.72, 0.7, 0.35],
] as const;

/** Map of a few soft spots, carried by (dx, dy) pixels; values ≥ 0, largest about `peak`. */
export function inventedMap(size = 96, dx = 0, dy = 0, peak = 0.94): AttributionMap {
  const values = new Float32Array(size * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const spots = SPOTS.map(([u, v, weight]) => {
        const distance = Math.hypot(x - dx - u * size, y - dy - v * size);
        return weight * Math.exp(-((distance / (0.035 * size)) ** 2));
      });
      const ripple = 0.03 * (1 + Math.sin((x * 12.9898 + y * 78.233) % 6.283));
      values[y * size + x] = peak * (Math.max(...spots) * (1 - ripple) + 0.5 * ripple);
    }
  return { height: size, width: size, values };
}

/** A brushed surface with a scratch, values 0…1. */
export function inventedInput(size = 96, dx = 0, dy = 0, channels: 1 | 3 = 1): ModelInput {
  const values = new Float32Array(size * size * channels);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const brush = 0.55 + 0.15 * Math.sin((y - dy) / 5) + 0.08 * Math.sin((y - dy) * 7.1);
      const u = (x - dx) / size;
      const v = (y - dy) / size;
      const scratch = Math.abs(v - 0.86 + 0.7 * u) < 0.012 && u > 0.25 && u < 0.7 ? -0.35 : 0;
      for (let c = 0; c < channels; c++)
        values[(y * size + x) * channels + c] = brush + scratch - 0.05 * c;
    }
  return { height: size, width: size, channels, values };
}

function topPixels(map: AttributionMap, k: number): Set<number> {
  const order = [...map.values.keys()].sort((a, b) => (map.values[b] ?? 0) - (map.values[a] ?? 0));
  return new Set(order.slice(0, k));
}

/** Overlap mask of two maps by plain counting. */
export function inventedMask(
  original: AttributionMap,
  perturbed: AttributionMap,
  k: number,
  radius: number,
): OverlapMask {
  const { width, height } = original;
  const mask = new Uint8Array(width * height);
  const paint = (set: Set<number>, own: number, window: number): void => {
    for (const i of set) {
      mask[i] = (mask[i] ?? 0) | own;
      for (let y = -radius; y <= radius; y++)
        for (let x = -radius; x <= radius; x++) {
          const column = (i % width) + x;
          const row = Math.floor(i / width) + y;
          if (column < 0 || row < 0 || column >= width || row >= height) continue;
          mask[row * width + column] = (mask[row * width + column] ?? 0) | window;
        }
    }
  };
  paint(topPixels(original, k), OVERLAP.original, OVERLAP.originalWindow);
  paint(topPixels(perturbed, k), OVERLAP.perturbed, OVERLAP.perturbedWindow);
  return mask;
}
