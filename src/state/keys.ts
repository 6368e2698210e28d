import { drawsAtRandom, spinsOf } from '../domain/attributionRules.ts';
import { PERTURBATIONS } from '../domain/perturbation.ts';
import type { Settings } from '../domain/settings.ts';
import type { Asked, Result } from './store.ts';

/** What the original's map depends on. Two requests with the same key share it. */
export function originalKey(asked: Pick<Asked, 'picture' | 'background' | 'backend' | 'settings'>) {
  const { modelId, attribution, seed } = asked.settings;
  return JSON.stringify([
    asked.picture?.id,
    asked.background,
    asked.backend,
    modelId,
    attribution,
    drawsAtRandom(attribution) || spinsOf(attribution) > 1 ? seed : null,
  ]);
}

/** What the stability curve depends on beside the original: everything but the place marked on it. */
export function curveKey({ perturbation, seed }: Settings): string {
  const { id, shiftX, shiftY, border, strength, angle, patch, patchX, patchY } = perturbation;
  const { parameters } = PERTURBATIONS[id];
  const own = {
    border: parameters.includes('border') && border,
    angle: parameters.includes('angle') && angle,
    patch: parameters.includes('patch') && [patch, patchX, patchY],
  };
  if (id !== 'shift') return JSON.stringify([id, strength, own, seed]);
  const length = Math.hypot(shiftX, shiftY);
  const direction = length === 0 ? [1, 0] : [shiftX / length, shiftY / length];
  return JSON.stringify([id, border, Math.max(10, Math.ceil(length)), ...direction]);
}

/** What the shift map depends on beside the original. */
export function shiftMapKey({ perturbation }: Settings): string {
  return perturbation.border;
}

/** True when the result on the screen was computed from other settings than those asked for. */
export function isOutOfDate(asked: Asked, result: Result | null): boolean {
  if (!result) return false;
  if (asked.picture && asked.picture !== result.file) return true;
  const { id, reason } = result.analysis.backend;
  if (asked.backend ? asked.backend !== id : reason === 'asked-for') return true;
  const { modelId, attribution, perturbation, seed } = asked.settings;
  const done = result.settings;
  return (
    modelId !== done.modelId ||
    attribution !== done.attribution ||
    perturbation !== done.perturbation ||
    seed !== done.seed
  );
}
