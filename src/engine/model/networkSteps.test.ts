import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import {
  dependents,
  networkSteps,
  outputAt,
  PICTURE,
  runSteps,
  spatialSteps,
} from './networkSteps.ts';

beforeAll(() => startBackend({ ask: 'cpu' }));
afterAll(() => tf.disposeVariables());

const { conv2d, dense, flatten, globalAveragePooling2d, add, concatenate } = layers.layers;

const sequential = () =>
  layers.sequential({
    layers: [
      conv2d({ name: 'first', inputShape: [6, 4, 1], filters: 2, kernelSize: 3, padding: 'same' }),
      conv2d({ name: 'second', filters: 3, kernelSize: 2, strides: 2 }),
      flatten({ name: 'row' }),
      dense({ name: 'logits', units: 2 }),
    ],
  });

/** Two branches, one of them a model of its own with a layer that is used twice. */
function functional(): layers.LayersModel {
  const shared = conv2d({ name: 'shared', filters: 3, kernelSize: 3, padding: 'same' });
  const inside = layers.input({ shape: [6, 4, 3], name: 'inside' });
  const nested = layers.model({
    inputs: inside,
    outputs: shared.apply(shared.apply(inside)) as layers.SymbolicTensor,
    name: 'block',
  });
  const picture = layers.input({ shape: [6, 4, 1], name: 'picture' });
  const widened = conv2d({ name: 'widen', filters: 3, kernelSize: 1 }).apply(picture);
  const branch = nested.apply(widened);
  const sum = add({ name: 'sum' }).apply([branch, widened] as layers.SymbolicTensor[]);
  const both = concatenate({ name: 'both' }).apply([sum, picture] as layers.SymbolicTensor[]);
  const mean = globalAveragePooling2d({ name: 'mean' }).apply(both);
  const outputs = dense({ name: 'logits', units: 2 }).apply(mean) as layers.SymbolicTensor;
  return layers.model({ inputs: picture, outputs });
}

const brief = (network: layers.LayersModel) =>
  networkSteps(network)?.map(({ name, inputs, shape }) => [name, inputs, shape]);

describe('networkSteps', () => {
  it('tells a chain', () => {
    expect(brief(sequential())).toEqual([
      ['first', [PICTURE], [6, 4, 2]],
      ['second', [0], [3, 2, 3]],
      ['row', [1], [18]],
      ['logits', [2], [2]],
    ]);
  });

  it('tells branches, nested models and layers used again', () => {
    expect(brief(functional())).toEqual([
      ['widen', [PICTURE], [6, 4, 3]],
      ['block/shared', [0], [6, 4, 3]],
      ['block/shared:2', [1], [6, 4, 3]],
      ['sum', [2, 0], [6, 4, 3]],
      ['both', [3, PICTURE], [6, 4, 4]],
      ['mean', [4], [4]],
      ['logits', [5], [2]],
    ]);
  });

  it('does not tell networks with several inputs or outputs', () => {
    const one = layers.input({ shape: [4] });
    const two = layers.input({ shape: [4] });
    const outputs = add().apply([one, two]) as layers.SymbolicTensor;
    expect(networkSteps(layers.model({ inputs: [one, two], outputs }))).toBeNull();
    const twice = dense({ units: 1 }).apply(outputs) as layers.SymbolicTensor;
    const forked = layers.model({ inputs: [one, two], outputs: [outputs, twice] });
    expect(networkSteps(forked)).toBeNull();
    const branch = dense({ units: 2 }).apply(one) as layers.SymbolicTensor;
    const again = dense({ units: 2 }).apply(branch) as layers.SymbolicTensor;
    expect(networkSteps(layers.model({ inputs: one, outputs: [branch, again] }))).toBeNull();
  });

  it('knows which layers have height and width', () => {
    const named = (network: layers.LayersModel) =>
      spatialSteps(networkSteps(network) ?? []).map(({ name }) => name);
    expect(named(sequential())).toEqual(['first', 'second']);
    const pixel = layers.sequential({
      layers: [
        conv2d({ inputShape: [3, 3, 1], filters: 2, kernelSize: 3 }),
        flatten(),
        dense({ units: 1 }),
      ],
    });
    expect(named(pixel)).toEqual([]);
  });
});

describe.each([
  ['a chain', sequential],
  ['branches', functional],
])('runSteps of %s', (_, make) => {
  it('gives the output of the network, whole or in two parts, and leaves nothing behind', async () => {
    const network = make();
    const steps = networkSteps(network) ?? [];
    const before = tf.memory().numTensors;
    const [whole, ...parts] = tf.tidy(() => {
      const x = tf.randomNormal([2, 6, 4, 1], 0, 1, 'float32', 7);
      const last = steps.length - 1;
      const inTwo = steps.slice(0, -1).map((_, cut) => {
        const behind = dependents(steps, cut);
        const head = runSteps(steps, x, new Map(), (i) => !behind.has(i));
        expect([...head.keys()]).toEqual([...steps.keys()].filter((i) => !behind.has(i)));
        return outputAt(runSteps(steps, x, head), last);
      });
      return [network.apply(x) as tf.Tensor, outputAt(runSteps(steps, x), last), ...inTwo];
    });
    const expected = await whole.data();
    for (const part of parts) expect(await part.data()).toEqual(expected);
    tf.dispose([whole, ...parts]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
