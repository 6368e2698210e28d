import type { FloatMap } from '../domain/attribution.ts';
import { Problem } from '../domain/problem.ts';
import { judgePair, type PreparedPair, preparePair } from '../engine/judgePair.ts';
import { scorePair } from '../engine/metrics/scorePair.ts';
import { provideJpegBinaries } from '../engine/perturbation/jpegCodec.ts';
import { perturb } from '../engine/perturbation/registry.ts';
import { serve } from './host.ts';
import { fetchJpegBinaries } from './jpegBinaries.ts';
import type { ScoresOperations } from './protocol.ts';

provideJpegBinaries(fetchJpegBinaries);

let original: FloatMap | null = null;
const pairs = new Map<string, PreparedPair>();

function pairOf(id: string): PreparedPair {
  const pair = pairs.get(id);
  if (!pair) throw new Problem('internal', { what: 'pair', allowed: 'one put before', got: id });
  return pair;
}

serve<ScoresOperations>(self, {
  async putOriginal({ map }) {
    original = map;
    pairs.clear();
    return null;
  },
  async putPerturbed({ id, map, motion }) {
    if (!original)
      throw new Problem('internal', { what: 'original map', allowed: 'put first', got: 'none' });
    pairs.set(id, preparePair({ original, perturbed: map, motion }));
    return null;
  },
  async putMaps({ id, ...maps }) {
    pairs.set(id, preparePair(maps));
    return null;
  },
  async score({ id, settings, facts }) {
    return judgePair(pairOf(id), settings, facts);
  },
  async scoreMany({ ids, settings }) {
    return ids.map((id) => scorePair(pairOf(id), settings));
  },
  async perturb({ input, perturbation, seed }) {
    return (await perturb(input, perturbation, seed)).input;
  },
});
