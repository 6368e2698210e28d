import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reluStack, tinyLayers } from '../../../tests/tinyLayers.ts';
import { randomInput } from '../../../tests/tinyModels.ts';
import type { AttributionSettings, MethodId } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { reduceChannels } from '../attribution/reduce.ts';
import { ATTRIBUTION } from '../attribution/registry.ts';
import { startBackend } from '../backend/startBackend.ts';
import { layers, tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { smoothTwin } from '../model/smoothTwin.ts';
import { createRandom } from '../random.ts';
import { hessianProducts } from './hessianProducts.ts';
import { massClimb } from './mass.ts';
import { twinDirection } from './twinDirection.ts';
import { TWIN_POINTS } from './twinPoints.ts';

const METHODS = Object.keys(TWIN_POINTS) as (keyof typeof TWIN_POINTS)[];
const POINTS = 4;
const free = () => Promise.resolve();
const none = () => Promise.resolve();

describe.each(['cpu', 'wasm'] as const)('the direction through the twin on %s', (backend) => {
  let model: LoadedModel;
  let twin: LoadedModel;
  beforeAll(async () => {
    await startBackend({ ask: backend });
    // A range of its own, three channels: scales and channels must not be mixed up.
    const input = { height: 12, width: 12, channels: 3, range: [-1, 2] } as const;
    model = await tinyLayers(reluStack(3), input);
    twin = (await smoothTwin(model, 4)) ?? model;
  });
  afterAll(() => {
    twin.dispose();
    model.dispose();
  });

  const random = createRandom(7, 'weights');
  const climb = massClimb(
    Float64Array.from({ length: 144 }, () => (random.uniform() < 0.3 ? -1 : 0)),
  );
  const settingsOf = (method: MethodId): AttributionSettings => ({
    ...defaultSettings(model.card).attribution,
    method,
    steps: POINTS,
    samples: POINTS,
    baseline: 'noise',
  });

  /** The height of the twin's map as the method itself makes it. */
  async function heightAt(method: MethodId, input: ModelInput): Promise<number> {
    const settings = settingsOf(method);
    const asked = {
      model: twin,
      inputs: [input],
      targetClass: 1,
      settings,
      seed: 5,
      checkpoint: free,
    };
    const [{ values, channels }] = await ATTRIBUTION[method](asked);
    const map = reduceChannels(values, 12, 12, channels, 'sumAbs');
    return climb.height(Float64Array.from(map.values));
  }

  it.each(METHODS)('%s: the slope along it is what differences show', async (method) => {
    const pointsOf = TWIN_POINTS[method];
    if (!pointsOf) throw new Error('every key has a value');
    const input = randomInput(model.card.input, 4);
    const settings = settingsOf(method);
    const points = { settings, spec: model.card.input, seed: 5, most: POINTS };
    const question = { twin, targetClass: 1, climb, pointsOf, points };
    const before = tf.memory().numTensors;
    const direction = await twinDirection(question, input, free);
    expect(tf.memory().numTensors).toBe(before);
    // Along the direction itself, where the slope is largest, and along a random one.
    const length = Math.hypot(...direction);
    const chance = createRandom(8, method);
    const ways = [
      direction.map((slope) => slope / length),
      direction.map(() => chance.normal() / 20),
    ];
    for (const way of ways) {
      const slope = way.reduce((sum, part, i) => sum + part * direction[i], 0);
      const moved = (by: number): ModelInput => ({
        ...input,
        values: input.values.map((value, i) => value + by * way[i]),
      });
      const step = 2e-3;
      const up = await heightAt(method, moved(step));
      const down = await heightAt(method, moved(-step));
      expect(Math.abs((up - down) / (2 * step) - slope)).toBeLessThan(0.02 * length);
    }
    expect(length).toBeGreaterThan(0.1);
  });
});

describe('second derivatives', () => {
  beforeAll(() => startBackend({ ask: 'cpu' }));

  it('of a linear model are zero', async () => {
    const model = await tinyLayers([
      layers.layers.flatten({ inputShape: [12, 12, 1] }),
      layers.layers.dense({ units: 2 }),
    ]);
    const { values } = randomInput(model.card.input);
    const point = {
      count: 1,
      weight: () => 1,
      write: (_: number, into: Float32Array) => into.set(values),
    };
    const products = await hessianProducts(model, 1, point, values, none);
    expect(products).toEqual(new Float64Array(144));
    model.dispose();
  });

  it('of Σx² are twice the vector, summed with the weights of the points', async () => {
    const model = {
      ...(await tinyLayers([layers.layers.flatten({ inputShape: [12, 12, 1] })])),
      logits: (x: tf.Tensor4D) => tf.reshape<tf.Rank.R2>(tf.sum(tf.square(x), [1, 2, 3]), [-1, 1]),
    };
    const card = { ...model.card, classes: model.card.classes.slice(0, 1) };
    const u = randomInput(card.input).values;
    const points = {
      count: 3,
      weight: (i: number) => i + 1,
      write: (i: number, into: Float32Array) => into.fill(i),
    };
    const products = await hessianProducts({ ...model, card }, 0, points, u, none);
    products.forEach((value, i) => expect(value).toBeCloseTo(2 * (1 + 2 + 3) * u[i], 4));
  });
});
