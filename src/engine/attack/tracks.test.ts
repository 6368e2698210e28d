import { expect, it } from 'vitest';
import type { Sight } from './attackGoal.ts';
import { createTrack, type TrackRules } from './tracks.ts';

const map = (...values: number[]) => ({ height: 1, width: 4, values: Float32Array.from(values) });
const ORIGINAL = map(4, 3, 2, 1);
const input = { height: 1, width: 4, channels: 1 as const, values: new Float32Array(4) };

/** Its score is the first logit; the decision is changed where that lies below 0. */
const sight = (score: number, ...values: number[]): Sight => ({
  map: map(...values),
  logits: Float32Array.of(score),
  probabilities: new Float32Array(2),
  predictedClass: score < 0 ? 1 : 0,
});

const rules = (reached: TrackRules['reached']): TrackRules => ({
  wants: 'lower',
  reached,
  measure: ({ logits }) => logits[0],
  counts: () => true,
  original: { input, map: ORIGINAL },
  score: { k: 2, windowRadius: 0 },
});

const SIGHTS = [
  sight(2, 4, 3, 2, 1),
  sight(1, 1, 2, 3, 4),
  sight(-1, 4, 1, 3, 2),
  sight(-2, 4, 3, 1, 2),
  sight(-9, 1, 2, 3, 4),
];

it('the lowest score is kept where it alone decides; of equal ones the first', () => {
  const track = createTrack(rules(null), 6);
  const better = [...SIGHTS, sight(-9, 4, 3, 2, 1)].map((one, i) => track.add(i + 1, input, one));
  expect(better.map((picture) => picture !== null)).toEqual([true, true, true, true, true, false]);
  expect(track.finished()).toMatchObject({ best: { step: 5 }, kept: 6 });
});

it('of changed decisions the one is kept whose explanation stayed most alike, and the scores tell how far it went', () => {
  const track = createTrack(
    rules(({ predictedClass }) => predictedClass === 1),
    5,
  );
  expect(track.furthest()).toBeNull();
  SIGHTS.forEach((one, i) => track.add(i + 1, input, one));
  expect(track.furthest()).toBe(-9);
  const { best, scores } = track.finished();
  expect(best).toMatchObject({ step: 4, score: -2 });
  expect([...scores]).toEqual([2, 1, -1, -2, -9]);
});
