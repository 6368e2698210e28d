import type { ModelInput } from '../../domain/picture.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { perturb } from '../perturbation/registry.ts';
import type { Sight } from './attackGoal.ts';
import type { AttackRun } from './attackRun.ts';

/** Random pictures that must all have the original's map before it is said not to move. */
const PROBES = 3;
/** Changes of a map up to this share of its largest value are rounding. */
const ROUNDING = 1e-5;

/** The one-shot control: every value moved once by ±ε, as `noiseSign` does. */
export async function noiseShot(
  { model, input, settings }: AttackRun,
  seed: number,
): Promise<ModelInput> {
  const change = defaultSettings(model.card).perturbation;
  const noise = { ...change, id: 'noiseSign' as const, strength: settings.epsilon };
  return (await perturb(input, noise, seed)).input;
}

/** Whether the map is the same, but for rounding, at corners of the ball: then nothing can move it. */
export async function mapIsStill(run: AttackRun, { map }: Sight): Promise<boolean> {
  const corners = Array.from({ length: PROBES }, (_, i) => noiseShot(run, run.settings.seed + i));
  const sights = await run.look(await Promise.all(corners));
  const largest = map.values.reduce((most, value) => Math.max(most, value), 0);
  return sights.every((sight) =>
    sight.map.values.every((value, p) => Math.abs(value - map.values[p]) <= ROUNDING * largest),
  );
}
