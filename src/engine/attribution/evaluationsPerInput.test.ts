import { afterAll, beforeAll, expect, it } from 'vitest';
import { attributionSettings } from '../../../tests/attribute.ts';
import { layeredTinyNet, randomInput, tinyWeights } from '../../../tests/tinyModels.ts';
import { METHOD_IDS } from '../../domain/attribution.ts';
import { asksOutputsOnly } from '../../domain/attributionRules.ts';
import { startBackend } from '../backend/startBackend.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { evaluationsPerInput } from './evaluationsPerInput.ts';
import { ATTRIBUTION } from './registry.ts';

let net: LoadedModel;
beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
  net = layeredTinyNet(tinyWeights(9));
});
afterAll(() => net.dispose());

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
  expect(spun).toBe(asksOutputsOnly(method) ? each : 4 * each);
});
