import { type AttributionSettings, METHODS, spinsOf } from '../../domain/attribution.ts';

/** Points of one picture at which the model is asked, for its gradient or its output. */
export function evaluationsPerInput(settings: AttributionSettings): number {
  return spinsOf(settings) * evaluationsOnce(settings);
}

function evaluationsOnce(settings: AttributionSettings): number {
  const { parameters } = METHODS[settings.method];
  const steps = parameters.includes('steps') ? settings.steps : 1;
  return parameters.includes('samples') ? steps * settings.samples : steps;
}
