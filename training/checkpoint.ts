import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { TrainingState } from './adam.ts';
import { CACHE } from './datasets/labelledPictures.ts';
import type { WeightPlan, Weights } from './network.ts';
import type { Recipe } from './recipe.ts';

/** Where a run is kept; another recipe, or another version of one, is another file. */
export function checkpointFile(recipe: Recipe, folder = CACHE): URL {
  // Words and the way of judging do not decide the weights.
  const decisive = { ...recipe, name: null, remark: null, attackEpsilon: undefined };
  const key = createHash('sha256').update(JSON.stringify(decisive)).digest('hex').slice(0, 12);
  return new URL(`${recipe.id}-${key}.checkpoint`, folder);
}

/** Writes a state; whoever reads meanwhile finds the old one whole. */
export function saveCheckpoint(file: URL, state: TrainingState): void {
  mkdirSync(new URL('.', file), { recursive: true });
  const arrays = [...state.weights, ...state.firstMoments, ...state.secondMoments];
  const parts = [new Uint8Array(Float64Array.of(state.step).buffer), ...arrays.map(asBytes)];
  const draft = new URL(`${file.href}.part`);
  writeFileSync(draft, Buffer.concat(parts));
  renameSync(draft, file);
}

/** The state kept, or null where there is none of such arrays. */
export function loadCheckpoint(file: URL, plans: readonly WeightPlan[]): TrainingState | null {
  if (!existsSync(file)) return null;
  const bytes = new Uint8Array(readFileSync(file)).buffer;
  const lengths = plans.map(({ shape }) => shape.reduce((a, b) => a * b, 1));
  const length = lengths.reduce((a, b) => a + b, 0);
  if (bytes.byteLength !== 8 + 3 * 4 * length) return null;
  let at = 8;
  const read = (): Weights =>
    lengths.map((one) => {
      const start = at;
      at += 4 * one;
      return new Float32Array(bytes.slice(start, at));
    });
  return {
    step: new Float64Array(bytes, 0, 1)[0],
    weights: read(),
    firstMoments: read(),
    secondMoments: read(),
  };
}

const asBytes = (array: Float32Array<ArrayBuffer>) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
