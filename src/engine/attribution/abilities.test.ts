import { beforeAll, describe, expect, it } from 'vitest';
import { attribute } from '../../../tests/attribute.ts';
import { shippedModel } from '../../../tests/shippedFiles.ts';
import {
  CPU,
  layeredModel,
  randomInput,
  tinyModel,
  tinyNet,
  tinyWeights,
} from '../../../tests/tinyModels.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import { loadModel } from '../model/loadModel.ts';
import { analyse, createEngine } from '../pipeline.ts';
import { abilitiesOf, hasGradient, refuseUnable } from './abilities.ts';

beforeAll(() => startBackend({ ask: 'cpu' }));

const CAMS = ['gradCam', 'gradCamPlusPlus', 'guidedGradCam'] as const;

describe('abilitiesOf', () => {
  it('the shipped models can run everything but deconvolution, which is the same for every picture', async () => {
    for (const id of ['surface-natural', 'magnetic-tile-natural']) {
      const model = await loadModel(shippedModel(id));
      const before = tf.memory().numTensors;
      const { layers: names, unavailable } = abilitiesOf(model);
      expect(unavailable).toEqual({ deconvolution: { need: 'switches', got: '' } });
      const { input } = model.card;
      const pictures = [randomInput(input, 1), randomInput(input, 2)];
      const [one, other] = await attribute('deconvolution', model, pictures);
      expect(one.values).toEqual(other.values);
      expect(names[0]).toBe('conv1');
      expect(names.at(-1)).toBe(model.card.lastSpatialLayer);
      expect(tf.memory().numTensors).toBe(before);
      model.dispose();
    }
  });

  it.each([
    ['max pooling', layers.layers.maxPooling2d({ poolSize: 2 })],
    ['another bend than ReLU', layers.layers.activation({ activation: 'tanh' })],
    ['ReLU6', layers.layers.reLU({ maxValue: 6 })],
  ])('with %s deconvolution hangs on the picture, and can run', async (_, layer) => {
    const network = layers.sequential({
      layers: [
        layers.layers.conv2d({
          inputShape: [6, 6, 1],
          filters: 3,
          kernelSize: 3,
          activation: 'relu',
        }),
        layer,
        layers.layers.globalAveragePooling2d({}),
        layers.layers.dense({ units: 2 }),
      ],
    });
    expect(abilitiesOf(layeredModel(network)).unavailable.deconvolution).toBeUndefined();
    network.dispose();
  });

  it('a formula has no layers to look into', () => {
    const { layers: names, unavailable } = abilitiesOf(tinyNet(tinyWeights(9)));
    expect(names).toEqual([]);
    const noLayer = { need: 'spatialLayer', got: '' };
    expect(unavailable).toEqual({
      lrp: { need: 'layerRules', got: '' },
      ...Object.fromEntries(CAMS.map((id) => [id, noLayer])),
    });
  });

  it('without a ReLU the methods that are about it cannot run', () => {
    const { unavailable } = abilitiesOf(tinyNet(tinyWeights(9), tf.tanh));
    const noRelu = { need: 'relu', got: '' };
    expect(unavailable).toMatchObject({ guidedBackprop: noRelu, deconvolution: noRelu });
    expect(unavailable.deepLift).toBeUndefined();
  });

  it.each([
    ['an operation without a gradient', 'FlipLeftRight', tf.image.flipLeftRight],
    ['an output that does not hang on the picture', '', (x: tf.Tensor4D) => tf.zeros(x.shape)],
  ] as const)('%s is told, and leaves nothing behind', async (_, got, f) => {
    const before = tf.memory().numTensors;
    const model = tinyModel({ height: 2, width: 2 }, 4, (x) =>
      tf.reshape<tf.Rank.R2>(f(x), [-1, 4]),
    );
    const { unavailable } = abilitiesOf(model);
    for (const id of ['gradient', 'deepLift', 'guidedBackprop'] as const)
      expect(unavailable[id]).toEqual({ need: 'gradient', got });
    expect(hasGradient(model)).toBe(false);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('an error of another kind is no lack', () => {
    const model = tinyModel({ height: 2, width: 2 }, 4, () => {
      throw new Error('out of memory');
    });
    expect(() => abilitiesOf(model)).toThrow('out of memory');
  });

  it('a layer without a rule is named', () => {
    const network = layers.sequential({
      layers: [
        layers.layers.conv2d({ inputShape: [4, 4, 1], filters: 2, kernelSize: 1 }),
        layers.layers.activation({ name: 'gate', activation: 'sigmoid' }),
        layers.layers.flatten(),
        layers.layers.dense({ units: 2 }),
      ],
    });
    expect(abilitiesOf(layeredModel(network)).unavailable).toEqual({
      lrp: { need: 'layerRules', got: 'gate (Activation, sigmoid)' },
      guidedBackprop: { need: 'relu', got: '' },
      deconvolution: { need: 'relu', got: '' },
      guidedGradCam: { need: 'relu', got: '' },
    });
  });
});

describe('a request for what a model cannot do', () => {
  const model = tinyNet(tinyWeights(9));
  const settings = defaultSettings(model.card);
  const asked = (change: Partial<typeof settings.attribution>) => ({
    ...settings,
    attribution: { ...settings.attribution, ...change },
  });

  it('is refused in plain words, with what it needs and what is there', () => {
    expect(() => refuseUnable(model, asked({ method: 'gradCam' }).attribution)).toThrow(
      'gradCam needs a layer with height and width, got none',
    );
  });

  it('ends an analysis before anything is computed', async () => {
    const engine = createEngine(CPU, model);
    const input = randomInput(model.card.input);
    const stages: string[] = [];
    const task = { checkpoint: async ({ stage }: { stage: string }) => void stages.push(stage) };
    await expect(
      analyse(engine, { input, settings: asked({ method: 'lrp' }) }, task),
    ).rejects.toMatchObject({ code: 'method-unavailable', detail: { what: 'lrp' } });
    expect(stages).toEqual([]);
  });

  it('a layer that is not there counts only where a method has one', () => {
    const network = layers.sequential({
      layers: [
        layers.layers.conv2d({ name: 'one', inputShape: [4, 4, 1], filters: 2, kernelSize: 1 }),
        layers.layers.flatten(),
        layers.layers.dense({ units: 2 }),
      ],
    });
    const layered = layeredModel(network);
    expect(() =>
      refuseUnable(layered, asked({ method: 'gradCam', layer: 'two' }).attribution),
    ).toThrow('layer must be one of one, got two');
    refuseUnable(layered, asked({ method: 'gradCam', layer: 'one' }).attribution);
    refuseUnable(layered, asked({ method: 'gradient', layer: 'two' }).attribution);
  });

  it('an analysis tells what its model offers', async () => {
    const engine = createEngine(CPU, model);
    const request = { input: randomInput(model.card.input), settings: asked({ steps: 4 }) };
    const { abilities } = await analyse(engine, request, { checkpoint: () => Promise.resolve() });
    expect(abilities).toEqual(abilitiesOf(model));
  });
});
