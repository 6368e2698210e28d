import type { KwScores, KwSurface } from '../../domain/score.ts';
import { dilate } from './dilate.ts';
import { countPixels, countShared, type PixelSet } from './pixelSet.ts';
import type { RankedPair } from './preparePair.ts';
import { topKSet } from './rankedArea.ts';
import { pixelsOf } from './scorePair.ts';

/** Widest window of the surface, pixels. */
const WIDEST = 15;
/** Values of k, and the shares of the area they run between in equal ratios. */
const STEPS = 20;
const SMALLEST = 0.002;
const LARGEST = 0.5;

/** The k of the surface: rising, none twice, at least one. */
export function kGrid(area: number): number[] {
  const ks = Array.from({ length: STEPS }, (_, i) => {
    const share = SMALLEST * (LARGEST / SMALLEST) ** (i / (STEPS - 1));
    return Math.max(1, Math.round(share * area));
  });
  return [...new Set(ks)];
}

/**
 * `lensRecallAtK` and `lensPrecisionAtK` with their chance for all k of `kGrid` and all w of 0…15. Each window grows out
 * of the one before, a pixel at a time: a few words a row for every cell.
 */
export function kwSurface(pair: RankedPair): KwSurface {
  const area = pixelsOf(pair);
  const ks = kGrid(area);
  const ws = Array.from({ length: WIDEST + 1 }, (_, w) => w);
  const cells = () => new Float64Array(ks.length * ws.length);
  const recall = { value: cells(), chance: cells() };
  const precision = { value: cells(), chance: cells() };
  ks.forEach((k, row) => {
    const [s, t] = [topKSet(pair.original, k), topKSet(pair.perturbed, k)];
    const line = { from: row * ws.length, length: ws.length, k, area };
    fillRow(recall, s, t, line);
    fillRow(precision, t, s, line);
  });
  return { ks, ws, recall, precision };
}

interface Line {
  readonly from: number;
  readonly length: number;
  readonly k: number;
  readonly area: number;
}

/** |N_w(dilated) ∩ other| / k and |N_w(dilated)| / N, w growing along the row. */
function fillRow(scores: KwScores, dilated: PixelSet, other: PixelSet, line: Line): void {
  let window = dilated;
  for (let w = 0; w < line.length; w++) {
    if (w > 0) window = dilate(window, 1);
    scores.value[line.from + w] = countShared(window, other) / line.k;
    scores.chance[line.from + w] = countPixels(window) / line.area;
  }
}
