import type { ExperimentResult } from '../../domain/evidence.ts';
import { estimateAt, levelsOf, settled } from '../../domain/evidenceCells.ts';
import {
  type AgainstFinding,
  type AgainstText,
  baseModel,
  effectOf,
  familyOf,
  sayArms,
} from './against.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

function ofFamily(
  result: ExperimentResult,
  family: string,
  { at, estimate }: Shown,
): AgainstFinding | null {
  const model = baseModel(result, family);
  if (model === undefined) return null;
  const own = settled(result, { ...at, model });
  const base = estimateAt(result, own, estimate);
  if (!base) return null;
  const others = levelsOf(result, 'model').filter((id) => id !== model && familyOf(id) === family);
  const arms = others.flatMap((level) => {
    const found = estimateAt(result, { ...own, model: level }, estimate);
    if (!found) return [];
    const effect = effectOf(base, found, at.score, estimate);
    return [{ model: level, spins: undefined, estimate: found, effect }];
  });
  return arms.length === 0 ? null : { base: { model, estimate: base }, arms, at: own };
}

/**
 * Holds every regime against natural training on the same data, for the perturbation and score shown and at the strength
 * of that data; null without two models of one data set.
 */
export function regimes(result: ExperimentResult, shown: Shown): readonly AgainstFinding[] | null {
  const families = [...new Set(levelsOf(result, 'model').map(familyOf))];
  const found = families.map((family) => ofFamily(result, family, shown));
  const known = found.filter((one) => one !== null);
  return known.length === 0 ? null : known;
}

/** A section of the language catalogues. */
export interface RegimesText {
  readonly base: (n: { change: string; score: string; model: string; value: string }) => string;
  /** The sentences of two data sets. */
  readonly both: (n: { first: string; second: string }) => string;
}

export function sayRegimes(
  findings: readonly AgainstFinding[],
  text: RegimesText & { readonly against: AgainstText },
  speech: EvidenceSpeech,
): string {
  const sentences = findings.map(({ base, arms, at }) => {
    const first = text.base({
      change: speech.change(at),
      score: speech.name('score', at.score),
      model: speech.name('model', base.model),
      value: speech.estimate(base.estimate),
    });
    return first + sayArms(arms, text.against, speech);
  });
  return sentences.reduce((first, second) => text.both({ first, second }));
}
