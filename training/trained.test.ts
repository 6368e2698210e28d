import { beforeAll, expect, test } from 'vitest';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { tf } from '../src/engine/backend/tf.ts';
import type { Batch } from './batches.ts';
import {
  forwardPass,
  type NetworkPlan,
  type Weights,
  weightPlans,
  weightTensors,
} from './network.ts';
import { latticeSide } from './placeTruth.ts';
import { locatedSlope } from './regimes/located.ts';
import { crossEntropy } from './regimes/natural.ts';
import { initialTrained, networkWeights, trainedPlans } from './trained.ts';

const PLAN: NetworkPlan = {
  height: 16,
  width: 16,
  channels: 1,
  convolutions: [
    { filters: 3, kernel: 5, stride: 2 },
    { filters: 4, kernel: 3, stride: 2 },
  ],
  classes: 2,
};
const LOCATING = { weight: 0.7, meanGain: 5, coverage: 0.1 };
const nameless = () => initialTrained(PLAN, LOCATING, 3);

beforeAll(() => startBackend({ ask: 'wasm' }));

/** Two pictures of side 8, smaller than the plan's; places of the second teach nothing. */
function batch(): Batch {
  const side = 8;
  const values = Float32Array.from({ length: 2 * side * side }, (_, i) => Math.sin(i * i));
  const places = new Float32Array(2 * latticeSide(side, PLAN.convolutions) ** 2 * PLAN.classes);
  places.set([0.5, 0, 0, 0.25, 0, 0.25], 0);
  return { height: side, width: side, values, labels: Int32Array.of(0, 1), places };
}

test('kernels of the network have mean 0 and the length of their gain', async () => {
  const trained = nameless();
  const gains = trainedPlans(PLAN, LOCATING).findIndex(({ name }) => name === 'conv2/gain');
  trained[gains].fill(3);
  const network = await networkWeights(PLAN, LOCATING, trained);
  expect(network.map((array) => array.length)).toEqual(
    weightPlans(PLAN).map(({ shape }) => shape.reduce((a, b) => a * b, 1)),
  );
  for (let filter = 0; filter < 4; filter++) {
    const values = network[2].filter((_, i) => i % 4 === filter);
    expect(values.reduce((a, b) => a + b)).toBeCloseTo(0, 5);
    expect(values.reduce((a, b) => a + b * b, 0)).toBeCloseTo((9 * 2) / (1 - 1 / Math.PI), 3);
  }
  network[4].forEach((value, i) => expect(value).toBeCloseTo(5 * trained[4][i], 5));
});

test('a first layer of mean 0 does not see brightness, away from the edges', async () => {
  const weights = weightTensors(PLAN, await networkWeights(PLAN, LOCATING, nameless()));
  const bright = tf.fill<tf.Rank.R4>([1, 7, 7, 1], 0.9);
  const kernel = tf.reshape<tf.Rank.R4>(weights[0], [5, 5, 1, 3]);
  const seen = tf.conv2d(bright, kernel, 1, 'valid');
  expect(Math.max(...(await seen.data()).map(Math.abs))).toBeLessThan(1e-5);
  tf.dispose([...weights, bright, kernel, seen]);
});

test('without places the trained arrays are the weights themselves', async () => {
  const own: Weights = initialTrained(PLAN, undefined, 3);
  expect(await networkWeights(PLAN, undefined, own)).toEqual(own);
  expect(trainedPlans(PLAN, undefined)).toEqual(weightPlans(PLAN));
});

test('the slope is that of the loss: differences agree, and no tensor is left', async () => {
  const trained = nameless();
  const before = tf.memory().numTensors;
  const { loss, gradients } = await locatedSlope(PLAN, LOCATING, trained, batch());
  expect(tf.memory().numTensors).toBe(before);
  expect(gradients.map(({ length }) => length)).toEqual(trained.map(({ length }) => length));
  for (const [index, array] of trained.entries()) {
    const at = gradients[index].reduce(
      (best, g, i, all) => (Math.abs(g) > Math.abs(all[best]) ? i : best),
      0,
    );
    const step = 2e-2;
    const lossAt = async (value: number) => {
      const moved = trained.map((one) => one.slice());
      moved[index][at] = value;
      return (await locatedSlope(PLAN, LOCATING, moved, batch())).loss;
    };
    const slope =
      ((await lossAt(array[at] + step)) - (await lossAt(array[at] - step))) / (2 * step);
    expect(Math.abs(gradients[index][at] - slope)).toBeLessThan(0.02 + 0.05 * Math.abs(slope));
  }
  const unweighted = await locatedSlope(PLAN, { ...LOCATING, weight: 0 }, trained, batch());
  expect(unweighted.loss).toBeLessThan(loss);
  expect(unweighted.gradients.at(-1)?.every((value) => value === 0)).toBe(true);
});

test('places teach the features: the loss without them is that of the logits alone', async () => {
  const trained = nameless();
  const { values, labels, height, width } = batch();
  const { loss } = await locatedSlope(PLAN, { ...LOCATING, weight: 0 }, trained, batch());
  const network = await networkWeights(PLAN, LOCATING, trained);
  const expected = tf.tidy(() => {
    const x = tf.tensor4d(values, [2, height, width, 1]);
    return crossEntropy(forwardPass(PLAN, weightTensors(PLAN, network), x), labels);
  });
  expect(loss).toBeCloseTo((await expected.data())[0], 5);
  expected.dispose();
});
