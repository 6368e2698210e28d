import { beforeAll, expect, it } from 'vitest';
import { attributionSettings } from '../../../tests/attribute.ts';
import { randomInput, tinyNet, tinyWeights } from '../../../tests/tinyModels.ts';
import { METHOD_IDS, METHODS } from '../../domain/attribution.ts';
import { startBackend } from '../backend/startBackend.ts';
import { evaluationsPerInput } from './evaluationsPerInput.ts';
import { ATTRIBUTION } from './registry.ts';

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

const net = tinyNet(tinyWeights(9));

it.each(METHOD_IDS)('%s: as many as its progress counts up to for one picture', async (method) => {
  const settings = attributionSettings({
    method,
    occlusionPatch: 3,
    occlusionStride: 2,
    masks: 32,
    cells: 4,
  });
  const each = evaluationsPerInput(settings, net.card.input);
  const told: [number, number][] = [];
  await ATTRIBUTION[method]({
    model: net,
    inputs: [1, 2].map((seed) => randomInput(net.card.input, seed)),
    targetClass: 0,
    settings,
    seed: 1,
    checkpoint: async (done, total) => {
      told.push([done, total]);
    },
  });
  expect(new Set(told.map(([, total]) => total))).toEqual(new Set([2 * each]));
  expect(told.at(-1)).toEqual([2 * each, 2 * each]);
  const spun = evaluationsPerInput({ ...settings, spins: 4 }, net.card.input);
  expect(spun).toBe(METHODS[method].forwardOnly ? each : 4 * each);
});
