import type { ExperimentResult } from '../../domain/evidence.ts';
import { estimateAt, levelsOf } from '../../domain/evidenceCells.ts';
import { type AgainstFinding, type AgainstText, baseModel, effectOf, sayArms } from './against.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

/** Holds every regime against natural training, for the perturbation, strength and score shown; null without two models. */
export function regimes(result: ExperimentResult, { at, estimate }: Shown): AgainstFinding | null {
  const model = baseModel(result);
  const base = model === undefined ? null : estimateAt(result, { ...at, model }, estimate);
  if (model === undefined || !base) return null;
  const arms = levelsOf(result, 'model').flatMap((level) => {
    const own = level === model ? null : estimateAt(result, { ...at, model: level }, estimate);
    if (!own) return [];
    const effect = effectOf(base, own, at.score, estimate);
    return [{ model: level, spins: undefined, estimate: own, effect }];
  });
  return arms.length === 0 ? null : { base: { model, estimate: base }, arms, at };
}

/** A section of the language catalogues. */
export interface RegimesText {
  readonly base: (n: { change: string; score: string; model: string; value: string }) => string;
}

export function sayRegimes(
  { base, arms, at }: AgainstFinding,
  text: RegimesText & { readonly against: AgainstText },
  speech: EvidenceSpeech,
): string {
  const first = text.base({
    change: speech.change(at),
    score: speech.name('score', at.score),
    model: speech.name('model', base.model),
    value: speech.estimate(base.estimate),
  });
  return first + sayArms(arms, text.against, speech);
}
