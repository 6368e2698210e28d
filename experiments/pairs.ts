import type { AttributionMap, AttributionSettings } from '../src/domain/attribution.ts';
import type { PerturbationSettings } from '../src/domain/perturbation.ts';
import type { ModelInput } from '../src/domain/picture.ts';
import { defaultSettings } from '../src/domain/settings.ts';
import type { Engine } from '../src/engine/engine.ts';
import { explain } from '../src/engine/explain.ts';
import { type PreparedPair, preparePair } from '../src/engine/metrics/preparePair.ts';
import { perturb } from '../src/engine/perturbation/registry.ts';
import type { Subject } from './subjects.ts';

/** Seed of everything random in the experiments. */
export const SEED = 1;
/** Path points of integrated gradients. */
const PATH = 8;

/** A method with the settings of the experiments. */
export function attributionBy(
  { model: { card } }: Engine,
  change: Partial<AttributionSettings> & Pick<AttributionSettings, 'method'>,
): AttributionSettings {
  return { ...defaultSettings(card).attribution, steps: PATH, ...change };
}

/** A perturbation with the settings of the experiments. */
export const perturbationBy = (
  { model: { card } }: Engine,
  change: Partial<PerturbationSettings>,
): PerturbationSettings => ({ ...defaultSettings(card).perturbation, ...change });

/** Maps of several pictures for one class. */
export async function mapsOf(
  engine: Engine,
  inputs: readonly ModelInput[],
  attribution: AttributionSettings,
  targetClass: number,
): Promise<AttributionMap[]> {
  const question = { targetClass, settings: { attribution, seed: SEED } };
  const explanations = await explain(engine, inputs, question, () => Promise.resolve());
  return explanations.map(({ map }) => map);
}

/**
 * The original's heatmap beside that of every perturbed picture. Each perturbation draws its own noise for each picture.
 */
export async function pairsOf(
  engine: Engine,
  { input, index, targetClass }: Subject,
  attribution: AttributionSettings,
  perturbations: readonly PerturbationSettings[],
): Promise<PreparedPair[]> {
  const changed = await Promise.all(perturbations.map((one) => perturb(input, one, SEED + index)));
  const inputs = [input, ...changed.map((one) => one.input)];
  const [original, ...maps] = await mapsOf(engine, inputs, attribution, targetClass);
  return maps.map((map, i) => preparePair({ original, perturbed: map, motion: changed[i].motion }));
}
