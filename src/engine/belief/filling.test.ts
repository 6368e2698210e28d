import { beforeAll, describe, expect, it } from 'vitest';
import { beliefContext, noise } from '../../../tests/beliefContext.ts';
import { inputAt, randomInput, tinyModel } from '../../../tests/tinyModels.ts';
import { makeBaseline } from '../attribution/baseline.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { createRandom } from '../random.ts';
import { deletion } from './deletion.ts';
import { areaUnder, fillingCurve } from './fillingCurve.ts';
import { insertion } from './insertion.ts';

/** As many pixels as steps: each step replaces one. */
const [HEIGHT, WIDTH] = [4, 5];
const N = HEIGHT * WIDTH;
const weights = noise(N, 3).map((value) => value * 1.5);
const x = noise(N, 4).map((value) => 0.5 + 0.2 * Math.tanh(value));

/** Logit 1 is w·x, logit 0 is 0: the probability is the logistic function of w·x. */
const linear = tinyModel({ height: HEIGHT, width: WIDTH }, 2, (picture) => {
  const flat = tf.reshape<tf.Rank.R2>(picture, [-1, N]);
  const logit = tf.matMul<tf.Tensor2D>(flat, tf.tensor2d(weights, [N, 1]));
  return tf.concat2d([tf.zerosLike(logit), logit], 1);
});
const input = inputAt([...x], linear.card.input);
const idle = () => Promise.resolve();

const logistic = (logit: number) => 1 / (1 + Math.exp(-logit));
const rankedBy = (values: ArrayLike<number>) =>
  Array.from({ length: N }, (_, i) => i).sort((a, b) => values[b] - values[a]);
const contributions = x.map((value, i) => weights[i] * value);

/** The curve worked out in float64. */
function byHand(order: readonly number[]): number[] {
  let logit = contributions.reduce((sum, value) => sum + value, 0);
  const curve = [logistic(logit)];
  for (const pixel of order) {
    logit -= contributions[pixel];
    curve.push(logistic(logit));
  }
  return curve;
}

const toBlack = { model: linear, from: input.values, to: new Float32Array(N), targetClass: 1 };
const areaOf = async (order: readonly number[]) =>
  areaUnder(await fillingCurve(toBlack, order, idle));

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

describe('a filling curve', () => {
  it('is the one worked out by hand', async () => {
    const order = rankedBy(contributions);
    const curve = await fillingCurve(toBlack, order, idle);
    const expected = byHand(order);
    expect(curve).toHaveLength(N + 1);
    for (const [i, value] of curve.entries()) expect(value).toBeCloseTo(expected[i], 6);
  });

  it('has the smallest area by w·x, the largest by its reverse, all others in between', async () => {
    const order = rankedBy(contributions);
    const [best, worst] = [await areaOf(order), await areaOf([...order].reverse())];
    for (let seed = 0; seed < 30; seed++) {
      const random = createRandom(seed, 'order');
      const other = await areaOf(rankedBy(Float64Array.from(x, () => random.uniform())));
      expect(other).toBeGreaterThanOrEqual(best);
      expect(other).toBeLessThanOrEqual(worst);
    }
    expect(worst - best).toBeGreaterThan(0.2);
  });

  it.each([
    [[1, 1, 1], 1],
    [[1, 0], 0.5],
    [[1, 0, 0], 0.25],
  ])('%j has area %d', (curve, area) => expect(areaUnder(curve)).toBe(area));
});

/** A picture large enough to be blurred. */
const SIDE = 12;
const picture = randomInput({ ...linear.card.input, height: SIDE, width: SIDE }, 9);

/** A linear model whose logit goes from −2 to 2 between two pictures, and what each pixel contributes to that. */
function between(from: Float32Array, to: Float32Array) {
  const w = noise(SIDE * SIDE, 8).map((value, i) => 0.3 * value + to[i] - from[i]);
  const steps = w.map((weight, i) => weight * (to[i] - from[i]));
  const scale = 4 / steps.reduce((sum, value) => sum + value, 0);
  const start = w.reduce((sum, weight, i) => sum + weight * from[i], 0) * scale;
  const model = tinyModel({ height: SIDE, width: SIDE }, 2, (x) => {
    const flat = tf.reshape<tf.Rank.R2>(x, [-1, SIDE * SIDE]);
    const column = tf.tensor2d(
      w.map((weight) => weight * scale),
      [SIDE * SIDE, 1],
    );
    const logit = tf.sub<tf.Tensor2D>(tf.matMul(flat, column), start + 2);
    return tf.concat2d([tf.zerosLike(logit), logit], 1);
  });
  return { model, ranking: steps.map((value) => value * Math.sign(scale)) };
}

const mean = makeBaseline('mean', picture, 0);
const blurred = makeBaseline('blurred', picture, 0);

describe('deletion and insertion', () => {
  it.each([
    // Going from the mean colour to the picture is deletion backwards.
    ['deletion', deletion, between(mean, picture.values)],
    ['insertion', insertion, between(blurred, picture.values)],
  ] as const)('%s passes the best ranking there is and fails the worst', async (_, check, made) => {
    const { model, ranking } = made;
    const good = await check(beliefContext(model, picture, ranking));
    expect(good).toMatchObject({ verdict: 'pass', reason: 'better-than-random' });
    const reverse = ranking.map((value) => -value);
    const bad = await check(beliefContext(model, picture, reverse));
    expect(bad).toMatchObject({ verdict: 'fail', reason: 'worse-than-random' });
    const distance = Math.abs((good.value ?? 0) - (bad.value ?? 0));
    expect(distance).toBeGreaterThan(6 * (good.reference?.spread ?? 0));
  });

  it('give the same numbers for the same seed, and leave no tensor behind', async () => {
    const { model, ranking } = between(mean, picture.values);
    const before = tf.memory().numTensors;
    const [once, again] = [
      await deletion(beliefContext(model, picture, ranking)),
      await deletion(beliefContext(model, picture, ranking)),
    ];
    expect(again).toEqual(once);
    expect(once.reference?.spread).toBeGreaterThan(0);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('cannot be said where the decision has nothing to lose', async () => {
    const flat = tinyModel({ height: SIDE, width: SIDE }, 2, (x) =>
      tf.matMul(tf.reshape<tf.Rank.R2>(tf.mean(x, [1, 2, 3]), [-1, 1]), tf.tensor2d([[1, 1]])),
    );
    const answer = await deletion(beliefContext(flat, picture, noise(SIDE * SIDE)));
    expect(answer).toMatchObject({ verdict: 'cannotSay', reason: 'nothing-to-lose' });
  });
});
