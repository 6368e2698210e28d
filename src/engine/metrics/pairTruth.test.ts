import { expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { movedMask, pairTruth } from './pairTruth.ts';

const mask = (height: number, width: number, ...on: readonly number[]) => ({
  height,
  width,
  flags: Uint8Array.from({ length: height * width }, (_, i) => (on.includes(i) ? 1 : 0)),
});
const map = (...values: readonly number[]) => ({
  height: 1,
  width: values.length,
  values: Float32Array.from(values),
});

it('moves a mask by whole pixels and rounds part pixels to the nearest', () => {
  const spot = mask(3, 3, 4);
  expect(movedMask(spot, { dx: 1, dy: -1 })).toEqual(mask(3, 3, 2));
  expect(movedMask(spot, { dx: 0.4, dy: 0 })).toEqual(spot);
  expect(movedMask(spot, { dx: 0.6, dy: 0 })).toEqual(mask(3, 3, 5));
  expect(movedMask(spot, { dx: 3, dy: 0 })).toEqual(mask(3, 3));
  expect(movedMask(spot, null)).toBe(spot);
});

it('holds the original against the mask, and the perturbed map against the mask moved along', () => {
  const truth = pairTruth(
    { original: map(0, 6, 2, 0), perturbed: map(0, 5, 3, 2) },
    mask(1, 4, 1),
    { dx: 1, dy: 0 },
  );
  expect(truth).toEqual({
    original: { pointingGame: true, relevanceMassAccuracy: 0.75, relevanceRankAccuracy: 1 },
    perturbed: { pointingGame: false, relevanceMassAccuracy: 0.3, relevanceRankAccuracy: 0 },
    maskShare: { original: 0.25, perturbed: 0.25 },
  });
});

it('has no score where the defect moved out of the picture', () => {
  const maps = { original: map(1, 2), perturbed: map(1, 2) };
  const { perturbed, maskShare } = pairTruth(maps, mask(1, 2, 1), { dx: 1, dy: 0 });
  expect(perturbed).toEqual({
    pointingGame: null,
    relevanceMassAccuracy: null,
    relevanceRankAccuracy: null,
  });
  expect(maskShare).toEqual({ original: 0.5, perturbed: 0 });
});

it('refuses a mask of another size', () => {
  const compare = () => pairTruth({ original: map(1, 2), perturbed: map(1, 2) }, mask(2, 1), null);
  expect(compare).toThrow(Problem);
  expect(compare).toThrow('mask must be 1×2, as the maps are, got 2×1');
});
