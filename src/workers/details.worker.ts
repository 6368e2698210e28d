import { calibrationGrid } from '../engine/evidence/agreementGrid.ts';
import { calibrate } from '../engine/evidence/calibrate.ts';
import { summariseRows } from '../engine/evidence/summariseRows.ts';
import { kwSurface } from '../engine/metrics/kwSurface.ts';
import { localLipschitz } from '../engine/metrics/localLipschitz.ts';
import { maxSensitivity } from '../engine/metrics/maxSensitivity.ts';
import { pairDetails } from '../engine/metrics/pairDetails.ts';
import { pairPValues } from '../engine/metrics/pairPValues.ts';
import { movedMask, pairTruth } from '../engine/metrics/pairTruth.ts';
import { type PreparedPair, preparePair } from '../engine/metrics/preparePair.ts';
import { serve } from './host.ts';
import type { DetailsOperations } from './protocol.ts';

/** The pair of the last request, ranked: k and w move more often than the maps. */
let last: { readonly id: string; readonly pair: PreparedPair } | null = null;

serve<DetailsOperations>(self, {
  async details({ id, original, perturbed, motion, settings, surface }, task) {
    const pair = last?.id === id ? last.pair : preparePair({ original, perturbed, motion });
    last = { id, pair };
    // Each part is sent as soon as it is there, and between two of them a newer request is let in.
    const step = (done: number) => task.checkpoint({ stage: 'details', done, total: 3 });
    await step(0);
    task.partial({ kind: 'details', details: pairDetails(pair, settings) });
    await step(1);
    if (surface) task.partial({ kind: 'surface', surface: kwSurface(pair.raw) });
    await step(2);
    task.partial({ kind: 'pValues', pValues: pairPValues(pair, settings) });
    return null;
  },
  truth({ original, perturbed, motion, mask }) {
    const scores = pairTruth({ original, perturbed }, mask, motion);
    return { ...scores, moved: movedMask(mask, motion) };
  },
  calibrate({ input, ...request }) {
    const { score, thresholds, falseAlarmRate, pictures, chosenOn, reference, missed } = calibrate({
      ...request,
      grid: calibrationGrid(input),
    });
    return { score, thresholds, falseAlarmRate, pictures, chosenOn, reference, missed };
  },
  summarise: ({ rows, seed }) => summariseRows(rows, seed),
  async sensitivity({ original, perturbed }) {
    return {
      places: perturbed.length,
      maxSensitivity: maxSensitivity(
        original,
        perturbed.map(({ map }) => map),
      ),
      localLipschitz: localLipschitz(original, perturbed),
    };
  },
});
