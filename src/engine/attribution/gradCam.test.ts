import { beforeAll, describe, expect, it } from 'vitest';
import { explainTiny } from '../../../tests/explainTiny.ts';
import {
  inputAt,
  layeredModel,
  randomInput,
  tinyNet,
  tinyWeights,
} from '../../../tests/tinyModels.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import { toModelRange } from '../model/loadedModel.ts';
import { networkSteps, outputAt, runSteps } from '../model/networkSteps.ts';
import { createRandom } from '../random.ts';
import { layerActivations } from './layerActivations.ts';

beforeAll(() => startBackend({ ask: 'cpu' }));

const { conv2d, dense, flatten, globalAveragePooling2d, add } = layers.layers;
const closeTo = (values: readonly number[], digits = 6) =>
  values.map((value): unknown => expect.closeTo(value, digits));

/** 2×2 pixels → A₁ = x, A₂ = −x → mean → f = 4·mean A₁ + 2·mean A₂. */
function twoChannels() {
  const network = layers.sequential({
    layers: [
      conv2d({ name: 'conv', inputShape: [2, 2, 1], filters: 2, kernelSize: 1, useBias: false }),
      globalAveragePooling2d({}),
      dense({ units: 1, useBias: false }),
    ],
  });
  const weights = [tf.tensor4d([1, -1], [1, 1, 1, 2]), tf.tensor2d([4, 2], [2, 1])];
  return layeredModel(network, { range: [-4, 4], lastSpatialLayer: 'conv' }, weights);
}

/** 2×2 pixels → A = x → f = A₁ + 2 A₂ − A₃ + 0 A₄. */
function unevenSlopes() {
  const network = layers.sequential({
    layers: [
      conv2d({ name: 'conv', inputShape: [2, 2, 1], filters: 1, kernelSize: 1, useBias: false }),
      flatten(),
      dense({ units: 1, useBias: false }),
    ],
  });
  const weights = [tf.tensor4d([1], [1, 1, 1, 1]), tf.tensor2d([1, 2, -1, 0], [4, 1])];
  return layeredModel(network, { range: [-4, 4], lastSpatialLayer: 'conv' }, weights);
}

describe('2×2 activations by hand', () => {
  it('Grad-CAM: w = (1, ½), so that 1·x − ½·x is left where it is positive', async () => {
    const model = twoChannels();
    const [{ values, channels }] = await explainTiny('gradCam', model, [
      inputAt([1, -2, 3, 4], model.card.input),
    ]);
    expect(Array.from(values)).toEqual(closeTo([0.5, 0, 1.5, 2]));
    expect(channels).toBe(1);
  });

  it('Grad-CAM: the mean of uneven slopes, (1 + 2 − 1 + 0)/4', async () => {
    const model = unevenSlopes();
    const [{ values }] = await explainTiny('gradCam', model, [
      inputAt([1, 2, 3, 4], model.card.input),
    ]);
    expect(Array.from(values)).toEqual(closeTo([0.5, 1, 1.5, 2]));
  });

  it('Grad-CAM++: α = 1/(2 + 10) and 4/(8 + 10·8), w = 1/12 + 2/22', async () => {
    const model = unevenSlopes();
    const [{ values }] = await explainTiny('gradCamPlusPlus', model, [
      inputAt([1, 2, 3, 4], model.card.input),
    ]);
    const weight = 1 / 12 + 2 / 22;
    expect(Array.from(values)).toEqual(closeTo([1, 2, 3, 4].map((x) => weight * x)));
  });

  it('Grad-CAM++: nothing where 2g² + ΣA·g³ is 0', async () => {
    const model = unevenSlopes();
    // ΣA = −2: 2·1 − 2·1 = 0 for g = 1; for g = 2, 4/(8 − 16) = −½ and w = −1.
    const [{ values }] = await explainTiny('gradCamPlusPlus', model, [
      inputAt([1, -2, -3, 2], model.card.input),
    ]);
    expect(Array.from(values)).toEqual(closeTo([0, 2, 3, 0]));
  });
});

/** Takes every second pixel of every second row, for example 4×4 → 2×2, then f = 4 · mean. */
function everySecond(height = 4, width = 4) {
  const network = layers.sequential({
    layers: [
      conv2d({
        name: 'whole',
        inputShape: [height, width, 1],
        filters: 1,
        kernelSize: 1,
        useBias: false,
      }),
      conv2d({ name: 'half', filters: 1, kernelSize: 2, strides: 2, useBias: false }),
      globalAveragePooling2d({}),
      dense({ units: 1, useBias: false }),
    ],
  });
  return layeredModel(network, { range: [0, 8], lastSpatialLayer: 'half' }, [
    tf.tensor4d([1], [1, 1, 1, 1]),
    tf.tensor4d([1, 0, 0, 0], [2, 2, 1, 1]),
    tf.tensor2d([4], [1, 1]),
  ]);
}

describe('the size and the choice of the layer', () => {
  const pixels = [0, 9, 4, 9, 9, 9, 9, 9, 8, 9, 4, 9, 9, 9, 9, 9].map((v) => Math.min(8, v));

  it('is enlarged between the centres of its pixels, and the edge repeats', async () => {
    const model = everySecond();
    const [{ values }] = await explainTiny('gradCam', model, [inputAt(pixels, model.card.input)]);
    // w = 1: [[0, 4], [8, 4]], each new pixel ¾ of the nearer and ¼ of the other.
    expect(Array.from(values)).toEqual(
      closeTo([0, 1, 3, 4, 2, 2.5, 3.5, 4, 6, 5.5, 4.5, 4, 8, 7, 5, 4]),
    );
  });

  it('is enlarged along each axis by itself', async () => {
    const model = everySecond(4, 2);
    const column = [0, 8, 8, 8, 4, 8, 8, 8];
    const [{ values }] = await explainTiny('gradCam', model, [inputAt(column, model.card.input)]);
    // w = 2: [[0], [8]].
    expect(Array.from(values)).toEqual(closeTo([0, 0, 2, 2, 6, 6, 8, 8]));
  });

  it("is the card's layer by default, and any other by name", async () => {
    const model = everySecond();
    const input = inputAt(pixels, model.card.input);
    const [last] = await explainTiny('gradCam', model, [input]);
    const [named] = await explainTiny('gradCam', model, [input], { layer: 'half' });
    expect(named.values).toEqual(last.values);
    // ∂f/∂A is 1 at 4 of 16 places.
    const [whole] = await explainTiny('gradCam', model, [input], { layer: 'whole' });
    expect(Array.from(whole.values)).toEqual(closeTo(pixels.map((v) => v / 4)));
  });

  it('a layer that is not there is refused, and one without height and width', async () => {
    const model = everySecond();
    const inputs = [inputAt(pixels, model.card.input)];
    for (const layer of ['nowhere', model.network?.layers[2]?.name ?? ''])
      await expect(explainTiny('gradCam', model, inputs, { layer })).rejects.toMatchObject({
        code: 'setting-unknown-choice',
        detail: { what: 'layer', allowed: 'whole, half', got: layer },
      });
  });

  it.each(['gradCam', 'gradCamPlusPlus', 'guidedGradCam'] as const)(
    '%s refuses a network whose layers are not known',
    async (method) => {
      const model = tinyNet(tinyWeights(9));
      const inputs = [randomInput(model.card.input)];
      await expect(explainTiny(method, model, inputs)).rejects.toMatchObject({
        code: 'method-unavailable',
        detail: { allowed: 'spatialLayer' },
      });
    },
  );
});

describe('∂f/∂A', () => {
  /** A branch goes past the layer `deep`. */
  function residual() {
    const picture = layers.input({ shape: [6, 6, 1] });
    const smooth = { kernelSize: 3, padding: 'same', activation: 'tanh' } as const;
    const early = conv2d({ ...smooth, name: 'early', filters: 3 }).apply(picture);
    const deep = conv2d({ ...smooth, name: 'deep', filters: 3 }).apply(early);
    const sum = add({ name: 'sum' }).apply([early, deep] as layers.SymbolicTensor[]);
    const late = conv2d({ ...smooth, name: 'late', filters: 2, strides: 2 }).apply(sum);
    const outputs = dense({ units: 2 }).apply(flatten().apply(late)) as layers.SymbolicTensor;
    const network = layers.model({ inputs: picture, outputs });
    const random = createRandom(2, 'residual net');
    const weights = network.getWeights().map(({ shape, size }) =>
      tf.tensor(
        Float32Array.from({ length: size }, () => random.normal() / 2),
        shape,
      ),
    );
    return layeredModel(network, { lastSpatialLayer: 'deep' }, weights);
  }

  it.each(['early', 'deep', 'sum', 'late'])('at %s equals differences', async (layer) => {
    const model = residual();
    const input = randomInput(model.card.input);
    const settings = { ...defaultSettings(model.card).attribution, layer };
    const context = { model, inputs: [input], targetClass: 1, settings, seed: 1 };
    const [{ activations, gradients, height, width, channels }] = await layerActivations(
      { ...context, checkpoint: () => Promise.resolve() },
      'gradCam',
    );
    const steps = networkSteps(model.network as layers.LayersModel) ?? [];
    const index = steps.findIndex(({ name }) => name === layer);
    const before = tf.memory().numTensors;
    const logitWith = (values: Float32Array) =>
      tf.tidy(() => {
        const x = tf.tensor4d(toModelRange(input.values, model.card.input), [1, 6, 6, 1]);
        const own = runSteps(steps, x);
        // What stands before the layer keeps its value; what follows it is computed again.
        const given = new Map([...own].filter(([i]) => i < index));
        given.set(index, tf.tensor4d(values, [1, height, width, channels]));
        const [row] = outputAt(
          runSteps(steps, x, given),
          steps.length - 1,
        ).arraySync() as number[][];
        return row[1];
      });
    const step = 0.02;
    for (const place of [0, 7, Math.floor(activations.length / 2), activations.length - 1]) {
      const moved = (by: number) =>
        logitWith(activations.map((value, i) => (i === place ? value + by : value)));
      const difference = (moved(step) - moved(-step)) / (2 * step);
      expect(gradients[place]).toBeCloseTo(difference, 3);
    }
    expect(Math.max(...gradients.map(Math.abs))).toBeGreaterThan(0.05);
    expect(tf.memory().numTensors).toBe(before);
  });
});
