import { beforeAll, describe, expect, it } from 'vitest';
import { explainTiny } from '../../../tests/explainTiny.ts';
import { readSample, shippedModel } from '../../../tests/shippedFiles.ts';
import { inputAt, layeredModel, randomInput } from '../../../tests/tinyModels.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { loadModel } from '../model/loadModel.ts';
import { preprocess } from '../model/preprocess.ts';
import { createRandom } from '../random.ts';

beforeAll(() => startBackend({ ask: 'cpu' }));

const L = layers.layers;
const closeTo = (values: readonly number[], digits = 4) =>
  values.map((value): unknown => expect.closeTo(value, digits));

/** Weights of every layer, seeded; biases are 0 where they are not wanted. */
function randomWeights(network: layers.LayersModel, bias = 0): tf.Tensor[] {
  const random = createRandom(4, 'relevance net');
  return network.getWeights().map(({ shape, size }) => {
    const deviation = shape.length === 1 ? bias : Math.sqrt((2 * (shape.at(-1) ?? 1)) / size);
    return tf.tensor(
      Float32Array.from({ length: size }, () => deviation * random.normal()),
      shape,
    );
  });
}

async function explained(model: LoadedModel, x: readonly number[]) {
  const [found] = await explainTiny('lrp', model, [inputAt(x, model.card.input)]);
  return found;
}

describe('by hand', () => {
  /** f = 2·ReLU(a + b) + 3·ReLU(a − b) − ReLU(2b − a) + bias: units 3, 0, 3 at (1, 2). */
  const dense = (bias: number) => {
    const network = layers.sequential({
      layers: [
        L.flatten({ inputShape: [1, 2, 1] }),
        L.dense({ units: 3, activation: 'relu', useBias: false }),
        L.dense({ units: 1 }),
      ],
    });
    return layeredModel(network, { range: [0, 4] }, [
      tf.tensor2d([1, 1, -1, 1, -1, 2], [2, 3]),
      tf.tensor2d([2, 3, -1], [3, 1]),
      tf.tensor1d([bias]),
    ]);
  };

  it('ε rule: units get 6, 0, −3 and share it as 1 : 2 and −1 : 4', async () => {
    const { values, completenessGap } = await explained(dense(0), [1, 2]);
    expect(Array.from(values)).toEqual(closeTo([2 + 1, 4 - 4]));
    expect(completenessGap?.outputDifference).toBe(3);
    expect(completenessGap?.sum).toBeCloseTo(3, 4);
  });

  it('a bias keeps its share, and the gap says so', async () => {
    const { values, completenessGap } = await explained(dense(5), [1, 2]);
    expect(Array.from(values)).toEqual(closeTo([3, 0]));
    expect(completenessGap?.relative).toBeCloseTo(5 / 8, 5);
  });

  /** One pixel row (a, b) → 2a + b and 3b − a → f = the first + 2 · the second; biases of the convolution. */
  const convolution = (bias: readonly [number, number], range: [number, number]) => {
    const network = layers.sequential({
      layers: [
        L.conv2d({ inputShape: [1, 2, 1], filters: 2, kernelSize: [1, 2], activation: 'relu' }),
        L.flatten(),
        L.dense({ units: 1, useBias: false }),
      ],
    });
    return layeredModel(network, { range }, [
      tf.tensor4d([2, -1, 1, 3], [1, 2, 1, 2]),
      tf.tensor1d([...bias]),
      tf.tensor2d([1, 2], [2, 1]),
    ]);
  };

  it('z⁺ rule: only what raises a unit gets a share', async () => {
    // Units 4 and 5; the first is 2 + 2, the second 6 − 1, all of it from b.
    const { values } = await explained(convolution([0, 0], [0, 4]), [1, 2]);
    expect(Array.from(values)).toEqual(closeTo([2, 2 + 10]));
  });

  it('z⁺ rule: below zero a negative weight raises', async () => {
    // Units 0 and 7 = 1 + 6.
    const { values } = await explained(convolution([0, 0], [-2, 2]), [-1, 2]);
    expect(Array.from(values)).toEqual(closeTo([2, 12]));
  });

  it('z⁺ rule: the bias of a convolution takes nothing', async () => {
    // Units 5 and 4, relevance 5 and 8.
    const { values, completenessGap } = await explained(convolution([1, -1], [0, 4]), [1, 2]);
    expect(Array.from(values)).toEqual(closeTo([2.5, 2.5 + 8]));
    expect(completenessGap?.relative).toBeLessThan(1e-5);
  });

  it('max pools give all to the winner, the first of equals', async () => {
    const pooled = (layer: layers.layers.Layer) => {
      const network = layers.sequential({
        layers: [layer, L.reshape({ targetShape: [1] }), L.dense({ units: 1, useBias: false })],
      });
      return layeredModel(network, { range: [0, 4] }, [tf.tensor2d([3], [1, 1])]);
    };
    const shape = { inputShape: [2, 2, 1] };
    for (const layer of [L.maxPooling2d({ ...shape, poolSize: 2 }), L.globalMaxPooling2d(shape)]) {
      const { values } = await explained(pooled(layer), [1, 4, 4, 2]);
      expect(Array.from(values)).toEqual(closeTo([0, 12, 0, 0]));
    }
    const mean = pooled(L.averagePooling2d({ ...shape, poolSize: 2 }));
    expect(Array.from((await explained(mean, [1, 4, 4, 3])).values)).toEqual(
      closeTo([0.75, 3, 3, 2.25]),
    );
  });
});

/** Every kind of layer with a rule, in two branches. */
function branches(useBias: boolean): layers.LayersModel {
  const picture = layers.input({ shape: [9, 9, 3] });
  const relu = { activation: 'relu', useBias } as const;
  type Symbolic = layers.SymbolicTensor;
  const apply = (layer: layers.layers.Layer, ...x: Symbolic[]) =>
    layer.apply(x.length > 1 ? x : x[0]) as Symbolic;
  const padded = apply(L.zeroPadding2d({ padding: 1 }), picture);
  const conv = apply(L.conv2d({ filters: 4, kernelSize: 3, strides: 2, ...relu }), padded);
  const deep = apply(
    L.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, padding: 'same', ...relu }),
    conv,
  );
  const apart = apply(
    L.separableConv2d({ filters: 4, kernelSize: 3, padding: 'same', ...relu }),
    apply(L.dropout({ rate: 0.5 }), deep),
  );
  const sum = apply(L.add(), conv, apply(L.reLU(), apart));
  const both = apply(L.concatenate(), sum, deep);
  const less = apply(L.maxPooling2d({ poolSize: 2 }), both);
  const up = apply(
    L.upSampling2d({ size: [2, 2] }),
    apply(L.averagePooling2d({ poolSize: 2 }), less),
  );
  const row = apply(
    L.concatenate(),
    apply(L.globalAveragePooling2d({}), up),
    apply(L.flatten(), less),
  );
  const hidden = apply(
    L.dense({ units: 6, ...relu }),
    apply(L.reshape({ targetShape: [60] }), row),
  );
  return layers.model({ inputs: picture, outputs: apply(L.dense({ units: 2, useBias }), hidden) });
}

describe('conservation', () => {
  it('is exact without biases, through every kind of layer; together as alone, nothing left behind', async () => {
    const network = branches(false);
    const model = layeredModel(network, { range: [-1, 1] }, randomWeights(network));
    const before = tf.memory().numTensors;
    const inputs = Array.from({ length: 5 }, (_, i) => randomInput(model.card.input, i));
    const together = await explainTiny('lrp', model, inputs);
    for (const { completenessGap } of together) {
      expect(completenessGap?.relative).toBeLessThan(2e-4);
      expect(Math.abs(completenessGap?.outputDifference ?? 0)).toBeGreaterThan(0.05);
    }
    const [alone] = await explainTiny('lrp', model, [inputs[4]]);
    const largest = Math.max(...alone.values.map(Math.abs));
    alone.values.forEach((value, j) => {
      expect(Math.abs(value - together[4].values[j])).toBeLessThan(1e-4 * largest);
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('lacks what biases of dense layers take', async () => {
    const network = branches(true);
    const model = layeredModel(network, { range: [-1, 1] }, randomWeights(network, 0.3));
    const [{ completenessGap }] = await explainTiny('lrp', model, [randomInput(model.card.input)]);
    expect(completenessGap?.relative).toBeGreaterThan(1e-2);
  });

  it('on samples of the shipped model lacks the bias of its dense layer, no more', async () => {
    await startBackend({ ask: 'wasm' });
    const model = await loadModel(shippedModel('surface-natural'));
    const bias = model.network?.getWeights().at(-1);
    const biases = (await bias?.data()) ?? new Float32Array();
    const pictures = await Promise.all(
      ['crack-1.png', 'scratch-2.png', 'ok-1.png'].map(readSample),
    );
    const inputs = pictures.map((picture) => preprocess(picture, model.card.input));
    for (const targetClass of [0, 1, 2]) {
      const found = await explainTiny('lrp', model, inputs, { targetClass });
      for (const { completenessGap } of found) {
        const { sum = NaN, outputDifference = NaN } = completenessGap ?? {};
        const expected = outputDifference - biases[targetClass];
        expect(Math.abs(sum - expected)).toBeLessThan(1e-3 * Math.max(1, Math.abs(expected)));
      }
    }
    model.dispose();
    await startBackend({ ask: 'cpu' });
  });
});
