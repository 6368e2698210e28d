import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

/** A layer of a sequential Keras model with its weights, in the order Keras has them. */
interface Layer {
  readonly kind: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly weights: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly value: (random: () => number) => number;
  }[];
}

const CLASSES = ['one', 'two', 'three', 'four'];

/** Normal-like numbers, the same in every run. */
function seeded(): () => number {
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => uniform() + uniform() + uniform() + uniform() - 2;
}

const spread = (fanIn: number) => (random: () => number) => random() * Math.sqrt(6 / fanIn);

function convolution(
  name: string,
  size: number,
  stride: number,
  from: number,
  to: number,
  activation = 'linear',
): Layer {
  return {
    kind: 'Conv2D',
    name,
    config: {
      filters: to,
      kernel_size: [size, size],
      strides: [stride, stride],
      padding: 'same',
      use_bias: false,
      activation,
    },
    weights: [{ name: 'kernel', shape: [size, size, from, to], value: spread(size * size * from) }],
  };
}

const depthwise = (name: string, stride: number, channels: number): Layer => ({
  kind: 'DepthwiseConv2D',
  name,
  config: { kernel_size: [3, 3], strides: [stride, stride], padding: 'same', use_bias: false },
  weights: [{ name: 'depthwise_kernel', shape: [3, 3, channels, 1], value: spread(9) }],
});

const normalisation = (name: string, channels: number): Layer => ({
  kind: 'BatchNormalization',
  name,
  config: { axis: -1, epsilon: 0.001 },
  weights: [
    { name: 'gamma', shape: [channels], value: () => 1 },
    { name: 'beta', shape: [channels], value: (random) => 0.1 * random() },
    { name: 'moving_mean', shape: [channels], value: (random) => 0.1 * random() },
    { name: 'moving_variance', shape: [channels], value: () => 1 },
  ],
});

const plain = (kind: string, name: string, config: Layer['config'] = {}): Layer => ({
  kind,
  name,
  config,
  weights: [],
});

const answer = (features: number): Layer[] => [
  plain('GlobalAveragePooling2D', 'mean'),
  {
    kind: 'Dense',
    name: 'logits',
    config: { units: CLASSES.length, use_bias: false },
    weights: [{ name: 'kernel', shape: [features, CLASSES.length], value: spread(features) }],
  },
];

/** Output channels and stride of each depthwise-separable block of MobileNet v1, width 0.25. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [16, 1],
  [32, 2],
  [32, 1],
  [64, 2],
  [64, 1],
  [128, 2],
  ...Array.from({ length: 5 }, () => [128, 1] as const),
  [256, 2],
  [256, 1],
];

function mobileNetLayers(): Layer[] {
  const relu6 = (name: string) => plain('ReLU', name, { max_value: 6 });
  const normed = (layer: Layer, channels: number) => [
    layer,
    normalisation(`${layer.name}_bn`, channels),
    relu6(`${layer.name}_relu`),
  ];
  let channels = 8;
  const blocks = BLOCKS.flatMap(([to, stride], i) => {
    const from = channels;
    channels = to;
    return [
      ...normed(depthwise(`dw${i + 1}`, stride, from), from),
      ...normed(convolution(`pw${i + 1}`, 1, 1, from, to), to),
    ];
  });
  return [...normed(convolution('conv1', 3, 2, 3, 8), 8), ...blocks, ...answer(channels)];
}

/** The files of a model as the app reads them, by name. */
export type ModelFolder = Readonly<Record<string, Buffer>>;

function folder(input: readonly [number, number, 1 | 3], stride: number, layers: Layer[]) {
  const [height, width, channels] = input;
  const random = seeded();
  const specs = layers.flatMap(({ name, weights }) =>
    weights.map((one) => ({ ...one, name: `${name}/${one.name}`, dtype: 'float32' })),
  );
  const values = specs.flatMap(({ shape, value }) =>
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => value(random)),
  );
  const config = layers.map(({ kind, name, config: own }, i) => ({
    class_name: kind,
    config: { name, ...own, ...(i === 0 ? { batch_input_shape: [null, ...input] } : {}) },
  }));
  const model = Buffer.from(
    JSON.stringify({
      modelTopology: { class_name: 'Sequential', config: { name: 'made', layers: config } },
      weightsManifest: [
        {
          paths: ['weights.bin'],
          weights: specs.map(({ name, shape, dtype }) => ({ name, shape, dtype })),
        },
      ],
    }),
  );
  const weights = Buffer.from(Float32Array.from(values).buffer);
  const named = (name: string) => ({ en: name, ja: name });
  const card = {
    id: 'made',
    name: named('made'),
    input: { height, width, channels, range: [-1, 1], fit: 'letterbox' },
    classes: CLASSES.map(named),
    lastSpatialLayer: layers.findLast(({ kind }) => kind === 'Conv2D')?.name,
    totalStride: stride,
    data: { name: '', licence: '', citation: '', split: '', trainingPictures: 0, testPictures: 0 },
    regime: 'natural',
    hyperparameters: {},
    seed: 1,
    parameters: values.length,
    accuracy: {
      measure: 'accuracy',
      clean: 0,
      perClass: CLASSES.map(() => 0),
      keptUnderNoise: null,
      underPgd: null,
      remark: named(''),
    },
    sha256: createHash('sha256').update(model).update(weights).digest('hex'),
    codeVersion: '0.0.0',
  };
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  return { 'card.json': json(card), 'model.json': model, 'weights.bin': weights };
}

/** A MobileNet-0.25-like model of 224×224×3 with random weights: 0.9 MB. */
export const mobileNet = (): ModelFolder => folder([224, 224, 3], 32, mobileNetLayers());

/** One convolution over 16×16 grey pixels: quick even where graphics are drawn by the processor. */
export const tinyModel = (): ModelFolder =>
  folder([16, 16, 1], 2, [convolution('conv1', 3, 2, 1, 4, 'relu'), ...answer(4)]);

/** Serves a model in place of those that are shipped. */
export async function serveModel(page: Page, files: ModelFolder): Promise<void> {
  await page.route('**/models/index.json', (route) => route.fulfill({ json: ['made'] }));
  await page.route('**/models/made/*', (route) => {
    const body = files[new URL(route.request().url()).pathname.split('/').at(-1) ?? ''];
    return route.fulfill(body ? { body } : { status: 404 });
  });
}
