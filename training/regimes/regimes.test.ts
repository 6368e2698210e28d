import { beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backend/startBackend.ts';
import { tf } from '../../src/engine/backend/tf.ts';
import { createRandom } from '../../src/engine/random.ts';
import type { Batch } from '../batches.ts';
import { initialWeights, type NetworkPlan, type Weights } from '../network.ts';
import type { Adversary } from './adversary.ts';
import { lossAttribution } from './attributionNorm.ts';
import { crossEntropies } from './crossEntropy.ts';
import { innerMaximum, type Objective } from './innerMaximum.ts';
import { crossEntropy, naturalSlope, truthRows } from './natural.ts';
import { ROBUST } from './registry.ts';
import { robustSlope } from './robustSlope.ts';

const ADVERSARY: Adversary = {
  epsilon: 0.1,
  steps: 4,
  stepSize: 0.05,
  rampSteps: 0,
  pathPoints: 3,
  normWeight: 0.5,
};
const RANGE = [-1, 1] as const;
const PLAN: NetworkPlan = {
  height: 6,
  width: 6,
  channels: 1,
  convolutions: [{ filters: 3, kernel: 3, stride: 2, antialiased: true }],
  classes: 3,
};

beforeAll(() => startBackend({ ask: 'wasm' }));

function batch(): Batch {
  const random = createRandom(2, 'batch');
  const values = Float32Array.from({ length: 2 * 36 }, () => 1.6 * random.uniform() - 0.8);
  return { height: 6, width: 6, values, labels: Int32Array.of(2, 0), places: new Float32Array(0) };
}

const attacked = (adversary: Adversary = ADVERSARY) => ({
  adversary,
  range: RANGE,
  random: createRandom(4, 'start'),
});

test('cross-entropies are those of the stock logarithm, and bend as they should', async () => {
  const logits = tf.tensor2d([30, -20, 1, 0.3, 0.2, 0.1], [2, 3]);
  const truth = tf.tensor2d(truthRows(Int32Array.of(1, 2), 3), [2, 3]);
  const [own, stock] = [crossEntropies(logits, truth), crossEntropy(logits, Int32Array.of(1, 2))];
  const mean = tf.mean(own);
  expect((await mean.data())[0]).toBeCloseTo((await stock.data())[0], 5);

  // d²ℓ/dz² of the true class is p(1 − p).
  const [row, one] = [tf.tensor2d([[0.3, 0.2, 0.1]]), tf.tensor2d([[0, 0, 1]])];
  const slope = tf.grad((z) => tf.sum(crossEntropies(tf.reshape(z, [1, 3]), one)));
  const bend = tf.grad((z) => tf.sum(tf.mul(slope(z), one)))(row);
  const share = Math.exp(0.1) / (Math.exp(0.3) + Math.exp(0.2) + Math.exp(0.1));
  expect((await bend.data())[2]).toBeCloseTo(share * (1 - share), 5);
  tf.dispose([logits, truth, own, stock, mean, row, one, bend]);
});

describe('the inner maximum', () => {
  /** Σ aᵢxᵢ: largest at x + ε·sign(a), as far as the range allows. */
  const slopes = [3, -2, 0.5, -0.1];
  const linear: Objective = (x) =>
    tf.sum(tf.mul(x, tf.reshape(tf.tensor1d(slopes), [1, 2, 2, 1])), [1, 2, 3]);

  test('of a linear objective is the corner of the ball, cut at the range', async () => {
    const x = tf.tensor4d([0, 0.1, 0.95, -0.5], [1, 2, 2, 1]);
    const found = innerMaximum(linear, x, { ...ADVERSARY, steps: 5 }, RANGE, createRandom(1, 's'));
    // ε is 0.1 of the pixel scale: 0.2 of the range −1…1.
    const expected = [0.2, -0.1, 1, -0.7];
    (await found.data()).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
    tf.dispose([x, found]);
  });

  test('stays in the ball with steps larger than it, and starts anywhere in it', async () => {
    const x = tf.zeros<tf.Rank.R4>([1, 8, 8, 1]);
    const flat: Objective = (at) => tf.sum(tf.mul(at, 0), [1, 2, 3]);
    const start = innerMaximum(flat, x, ADVERSARY, RANGE, createRandom(1, 's'));
    const values = [...(await start.data())];
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(0.2 + 1e-6);
    expect(new Set(values).size).toBeGreaterThan(60);
    const far = innerMaximum(
      (at) => tf.sum(at, [1, 2, 3]),
      x,
      { ...ADVERSARY, stepSize: 9 },
      RANGE,
      createRandom(1, 's'),
    );
    expect([...(await far.data())].every((value) => Math.abs(value - 0.2) < 1e-6)).toBe(true);
    tf.dispose([x, start, far]);
  });
});

test('integrated gradients of a quadratic loss are exact at one midpoint, and complete', async () => {
  const square: Objective = (x) => tf.sum(tf.square(x), [1, 2, 3]);
  const from = tf.tensor4d([1, -2], [1, 1, 2, 1]);
  const to = tf.tensor4d([3, 0.5], [1, 1, 2, 1]);
  for (const points of [1, 5]) {
    const attribution = lossAttribution(square, from, to, points);
    const [a, b] = await attribution.data();
    expect(a).toBeCloseTo(9 - 1, 5);
    expect(b).toBeCloseTo(0.25 - 4, 5);
    attribution.dispose();
  }
  tf.dispose([from, to]);
});

const REGIMES = ['pgd', 'ig-norm', 'ig-sum-norm'] as const;

describe.each(REGIMES)('regime %s', (id) => {
  const slope = (weights: Weights, adversary = ADVERSARY) =>
    robustSlope(ROBUST[id], PLAN, weights, batch(), attacked(adversary));

  test('without room for the adversary it is the natural one', async () => {
    const weights = initialWeights(PLAN, 1);
    const natural = await naturalSlope(PLAN, weights, batch());
    const robust = await slope(weights, { ...ADVERSARY, epsilon: 0 });
    expect(robust.loss).toBeCloseTo(natural.loss, 5);
    robust.gradients.forEach((gradient, i) =>
      gradient.forEach((value, j) => expect(value).toBeCloseTo(natural.gradients[i][j], 5)),
    );
  });

  test('with it the loss is larger, repeatable, and leaves no tensor', async () => {
    const weights = initialWeights(PLAN, 1);
    const natural = await naturalSlope(PLAN, weights, batch());
    const before = tf.memory().numTensors;
    const robust = await slope(weights);
    expect(tf.memory().numTensors).toBe(before);
    expect(robust.loss).toBeGreaterThan(natural.loss + 0.01);
    expect(await slope(weights)).toEqual(robust);
  });

  test('its slope is that of its loss, x* held', async () => {
    // The adversary takes no step: x* is the random start, whatever the weights are.
    const still = { ...ADVERSARY, steps: 0 };
    const weights = initialWeights(PLAN, 1);
    const { gradients } = await slope(weights, still);
    for (const [index, array] of weights.entries()) {
      const steepest = gradients[index].reduce(
        (best, g, i, all) => (Math.abs(g) > Math.abs(all[best]) ? i : best),
        0,
      );
      const lossAt = async (move: number) => {
        const moved = weights.map((one) => one.slice());
        moved[index][steepest] = array[steepest] + move;
        return (await slope(moved, still)).loss;
      };
      const h = 5e-3;
      const difference = ((await lossAt(h)) - (await lossAt(-h))) / (2 * h);
      expect(Math.abs(gradients[index][steepest] - difference)).toBeLessThan(
        2e-3 + 0.03 * Math.abs(difference),
      );
    }
  });
});

test('only the sum of size and attribution feels both: the three losses differ', async () => {
  const weights = initialWeights(PLAN, 1);
  const still = attacked({ ...ADVERSARY, steps: 0 });
  const losses = [];
  for (const id of REGIMES) {
    const { loss } = await robustSlope(ROBUST[id], PLAN, weights, batch(), {
      ...still,
      random: createRandom(4, 'start'),
    });
    losses.push(loss);
  }
  const [pgd, norm, sum] = losses;
  const natural = (await naturalSlope(PLAN, weights, batch())).loss;
  // ℓ(x) + λ‖IG‖, ℓ(x*) + β‖IG‖: the same norm on top of the two losses.
  expect(sum - pgd).toBeCloseTo(norm - natural, 5);
  expect(sum - pgd).toBeGreaterThan(1e-3);
});
