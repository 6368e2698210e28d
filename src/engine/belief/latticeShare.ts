import type { FloatMap } from '../../domain/attribution.ts';
import { BELIEF_LIMITS } from '../../domain/belief.ts';
import { createRandom, type Random } from '../random.ts';
import { type BeliefCheck, cannotSay, judged, referenceOf } from './beliefCheck.ts';

/** Shuffled maps that the reference stands on. */
const SHUFFLES = 20;

/**
 * How much of the heatmap is the network's own grid: `latticeShareOf` at the total stride of the network (whose frequencies hold those
 * of every smaller stride that divides it). Reference: mean and spread of the same map, each s×s cell moved circularly within itself by a seeded draw,
 * which keeps what stands in a cell and destroys what the cells have in common.
 *
 * Deviation: our design speaks of shuffled phases. The energy at a frequency does not depend on the phases of the spectrum, so shuffling those
 * would give back the same share; what is shuffled here is each cell's phase on the lattice.
 */
export const latticeShare: BeliefCheck = async ({ engine, original: { map }, settings }) => {
  const stride = engine.model.card.totalStride;
  if (stride === 1) return cannotSay('no-stride');
  const cells = cellsOf(map, stride);
  if (!cells) return cannotSay('map-too-small');
  const value = shareOf(cells);
  if (value === null) return cannotSay('flat-map');
  const shares: number[] = [];
  for (let i = 0; i < SHUFFLES; i++) {
    const random = createRandom(settings.seed, `lattice share ${i}`);
    shares.push(shareOf(withShuffledPhases(cells, random)) ?? 0);
  }
  const reference = referenceOf(shares);
  return {
    ...judged((limit) => value - reference.mean <= limit, BELIEF_LIMITS.latticeShare, [
      'no-grid',
      'some-grid',
      'mostly-grid',
    ]),
    value,
    reference,
    evidence: null,
  };
};

/** A map cut into cells of stride×stride: what is left over at the right and lower border is left out. */
interface Cells {
  readonly stride: number;
  readonly rows: number;
  readonly columns: number;
  /** `[rows, columns, stride, stride]`, less the mean. */
  readonly values: Float64Array;
}

/** Fewer cells in a direction make no lattice. */
const LEAST_CELLS = 2;

function cellsOf({ height, width, values }: FloatMap, stride: number): Cells | null {
  const [rows, columns] = [Math.floor(height / stride), Math.floor(width / stride)];
  if (rows < LEAST_CELLS || columns < LEAST_CELLS) return null;
  const cut = new Float64Array(rows * columns * stride * stride);
  let at = 0;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      for (let y = 0; y < stride; y++)
        for (let x = 0; x < stride; x++)
          cut[at++] = values[(r * stride + y) * width + c * stride + x];
  const mean = cut.reduce((sum, value) => sum + value, 0) / cut.length;
  return { stride, rows, columns, values: cut.map((value) => value - mean) };
}

/** Energy of the mean cell, repeated, over the energy of all; null where there is none. */
function shareOf({ stride, rows, columns, values }: Cells): number | null {
  const size = stride * stride;
  const folded = new Float64Array(size);
  let energy = 0;
  for (let i = 0; i < values.length; i++) {
    folded[i % size] += values[i];
    energy += values[i] ** 2;
  }
  if (energy === 0) return null;
  const shared = folded.reduce((sum, value) => sum + value ** 2, 0);
  return shared / (rows * columns) / energy;
}

function withShuffledPhases(cells: Cells, random: Random): Cells {
  const { stride, values } = cells;
  const size = stride * stride;
  const shuffled = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += size) {
    const [dy, dx] = [random.integer(0, stride - 1), random.integer(0, stride - 1)];
    for (let y = 0; y < stride; y++)
      for (let x = 0; x < stride; x++)
        shuffled[start + y * stride + x] =
          values[start + ((y + dy) % stride) * stride + ((x + dx) % stride)];
  }
  return { ...cells, values: shuffled };
}

/**
 * Share of a map's spectral energy, its mean taken off, at the frequencies that are multiples of 1/stride in x and y, (0, 0) left out.
 * 0…1; 1 for a map that repeats every `stride` pixels. By Parseval that is the energy of the mean of all stride×stride cells over the energy
 * of the map, exactly and for any size, so that no transform is needed. White noise of n cells has 1/n. What does not fill a cell at the right
 * and lower border is left out. Null for a constant map, and with fewer than two cells in a direction.
 */
export function latticeShareOf(map: FloatMap, stride: number): number | null {
  const cells = cellsOf(map, stride);
  return cells && shareOf(cells);
}
