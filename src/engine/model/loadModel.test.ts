import { beforeAll, expect, test } from 'vitest';
import type { ModelCard } from '../../domain/model.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import { createRandom } from '../random.ts';
import { parseCard } from './card.ts';
import { checkGradient } from './gradientCheck.ts';
import type { LoadedModel } from './loadedModel.ts';
import { loadModel } from './loadModel.ts';
import { sha256Of } from './modelFiles.ts';

const SIZE = 16;
const CARD: Omit<ModelCard, 'sha256'> = {
  id: 'tiny',
  name: { en: 'tiny', ja: '小' },
  input: { height: SIZE, width: SIZE, channels: 1, range: [-1, 1], fit: 'stretch' },
  classes: [
    { en: 'ok', ja: '良品' },
    { en: 'crack', ja: '割れ' },
    { en: 'pit', ja: '穴' },
  ],
  lastSpatialLayer: 'conv2',
  totalStride: 4,
  data: { name: '', licence: '', citation: '', split: '', trainingPictures: 0, testPictures: 0 },
  regime: 'natural',
  hyperparameters: { steps: 1 },
  seed: 1,
  parameters: 1,
  accuracy: {
    measure: 'accuracy',
    clean: 1,
    perClass: [1, 1, 1],
    keptUnderNoise: null,
    underPgd: null,
    remark: { en: '', ja: '' },
  },
  codeVersion: '0.0.0',
};

type Files = Map<string, ArrayBuffer>;
const bytes = (text: string) => new TextEncoder().encode(text).buffer;

/** A small strided network with seeded weights, as its files. */
async function makeFiles(change: (weights: Float32Array) => void = () => {}): Promise<Files> {
  const conv = (name: string, filters: number) =>
    layers.layers.conv2d({
      name,
      filters,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: layers.initializers.randomNormal({ stddev: 0.4, seed: 7 }),
      ...(name === 'conv1' ? { inputShape: [SIZE, SIZE, 1] } : {}),
    });
  const network = layers.sequential({
    name: 'tiny',
    layers: [
      conv('conv1', 6),
      conv('conv2', 8),
      layers.layers.globalAveragePooling2d({ name: 'mean' }),
      layers.layers.dense({
        name: 'logits',
        units: 3,
        kernelInitializer: layers.initializers.randomNormal({ seed: 8 }),
      }),
    ],
  });
  const files: Files = new Map();
  await network.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
      const weights = weightData instanceof ArrayBuffer ? weightData.slice(0) : new ArrayBuffer(0);
      change(new Float32Array(weights));
      files.set('weights.bin', weights);
      const manifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
      files.set('model.json', bytes(JSON.stringify({ modelTopology, weightsManifest: manifest })));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  network.dispose();
  await sign(files);
  return files;
}

async function sign(files: Files, change: object = {}): Promise<void> {
  const blocks = [...files].filter(([name]) => name !== 'card.json').map(([, block]) => block);
  const order = [files.get('model.json'), files.get('weights.bin')].filter((b) => b !== undefined);
  expect(blocks).toHaveLength(order.length);
  const card = { ...CARD, sha256: sha256Of(order), ...change };
  files.set('card.json', bytes(JSON.stringify(card)));
}

const reader = (files: Files) => async (file: string) => {
  const found = files.get(file);
  if (!found) throw new Error(`no ${file}`);
  return found;
};

beforeAll(() => startBackend({ ask: null }));

test('a whole model loads, answers, and gives everything back', async () => {
  const before = tf.memory().numTensors;
  const model = await loadModel(reader(await makeFiles()));
  expect(model.card.id).toBe('tiny');
  const logits = model.logits(tf.zeros([5, SIZE, SIZE, 1]));
  expect(logits.shape).toEqual([5, 3]);
  tf.dispose(logits);
  model.dispose();
  expect(tf.memory().numTensors).toBeLessThanOrEqual(before + 1); // the zeros above
});

test.each(['card.json', 'model.json', 'weights.bin'])('%s missing', async (file) => {
  const files = await makeFiles();
  files.delete(file);
  await expect(loadModel(reader(files))).rejects.toMatchObject({
    code: 'model-missing',
    detail: { what: file },
  });
});

test('weights cut short are told from weights changed', async () => {
  const short = await makeFiles();
  short.set('weights.bin', (short.get('weights.bin') ?? new ArrayBuffer(0)).slice(0, 100));
  await expect(loadModel(reader(short))).rejects.toMatchObject({
    code: 'model-damaged',
    detail: { what: 'weights.bin', got: '100 bytes' },
  });
  const changed = await makeFiles();
  new Uint8Array(changed.get('weights.bin') ?? new ArrayBuffer(1))[5] ^= 1;
  await expect(loadModel(reader(changed))).rejects.toMatchObject({
    code: 'model-damaged',
    detail: { what: 'SHA-256' },
  });
});

test('a weight that is not a number is named', async () => {
  const files = await makeFiles((weights) => void (weights[3] = Number.NaN));
  const before = tf.memory().numTensors;
  await expect(loadModel(reader(files))).rejects.toMatchObject({
    code: 'model-non-finite-weights',
    detail: { what: 'conv1/kernel', got: 'NaN' },
  });
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  [{ input: { ...CARD.input, width: 20 } }, 'model.json input'],
  [{ lastSpatialLayer: 'conv9' }, 'card.json lastSpatialLayer'],
])('a card that speaks of another network: %o', async (change, what) => {
  const files = await makeFiles();
  await sign(files, change);
  const before = tf.memory().numTensors;
  await expect(loadModel(reader(files))).rejects.toMatchObject({
    code: 'model-damaged',
    detail: { what },
  });
  expect(tf.memory().numTensors).toBe(before);
});

test('files that are not JSON, or not a model', async () => {
  const files = await makeFiles();
  files.set('model.json', bytes('<!doctype html>'));
  await expect(loadModel(reader(files))).rejects.toMatchObject({
    code: 'model-damaged',
    detail: { what: 'model.json', allowed: 'JSON' },
  });
  files.set('model.json', bytes('{}'));
  await expect(loadModel(reader(files))).rejects.toMatchObject({ code: 'model-damaged' });
});

test('a card names its first bad field', () => {
  const good = { ...CARD, sha256: '0'.repeat(64) };
  expect(parseCard(JSON.parse(JSON.stringify(good)))).toEqual(good);
  const bad = (change: object, what: string) =>
    expect(() => parseCard({ ...good, ...change })).toThrow(what);
  bad({ id: 4 }, 'card.json id');
  bad({ name: { en: 'x' } }, 'card.json name.ja');
  bad({ input: { ...CARD.input, channels: 2 } }, 'card.json input.channels');
  bad({ input: { ...CARD.input, range: [1, 0] } }, 'card.json input.range');
  bad({ regime: 'none' }, 'card.json regime');
  bad({ accuracy: { ...CARD.accuracy, clean: 1.2 } }, 'card.json accuracy.clean');
  bad({ accuracy: { ...CARD.accuracy, perClass: [1] } }, 'card.json accuracy.perClass');
  bad({ sha256: 'abc' }, 'card.json sha256');
  expect(() => parseCard([])).toThrow('card.json');
});

const noise = (seed: number) => {
  const random = createRandom(seed, 'picture');
  const values = Float32Array.from({ length: SIZE * SIZE }, () => random.uniform());
  return { height: SIZE, width: SIZE, channels: 1 as const, values };
};

test('the gradient check passes a right gradient and fails a wrong one', async () => {
  const model = await loadModel(reader(await makeFiles()));
  const before = tf.memory().numTensors;
  for (let seed = 0; seed < 10; seed++) {
    const check = await checkGradient(model, noise(seed), seed % 3, seed);

    expect(check.passed).toBe(true);
    expect(check.directions).toBeGreaterThan(0);
    expect(check.maxRelativeError).toBeLessThan(0.03);
    // Forward as before, backward a fifth too small.
    const wrong: LoadedModel = { ...model, logits: (x) => model.logits(wronglyScaled(x)) };
    expect(await checkGradient(wrong, noise(seed), seed % 3, seed)).toMatchObject({
      passed: false,
    });
  }
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

const wronglyScaled = (x: tf.Tensor4D): tf.Tensor4D =>
  tf.customGrad((value) => ({
    value: tf.clone(tf.reshape<tf.Rank.R4>(value instanceof tf.Tensor ? value : x, x.shape)),
    gradFunc: (dy: tf.Tensor4D) => tf.mul(dy, 0.8),
  }))(x);

test('the gradient check does not judge a flat network', async () => {
  const model = await loadModel(reader(await makeFiles((weights) => weights.fill(0))));
  expect(await checkGradient(model, noise(1), 0, 1)).toEqual({
    passed: true,
    maxRelativeError: null,
    directions: 0,
  });
  model.dispose();
});
