import type { Estimate, ExperimentResult } from '../../domain/evidence.ts';
import { estimateAt, levelsOf, overlap } from '../../domain/evidenceCells.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

interface Place {
  readonly w: number;
  readonly value: Estimate;
  readonly chance: Estimate;
  readonly corrected: Estimate;
}

/** What a wider window adds to a score, and what it adds to chance. */
export interface WindowFinding {
  /** `peak`: one radius between the ends is better than both; `wider`, `narrower`: better towards that end; `flat`: no difference shown. */
  readonly say: 'peak' | 'wider' | 'narrower' | 'flat';
  readonly first: Place;
  readonly last: Place;
  /** Where the score corrected for chance is highest. */
  readonly best: Place;
  readonly at: Shown['at'];
}

/** Follows the score shown over w, at the k shown; null without two radii that have a chance. */
export function windowAndK(result: ExperimentResult, { at }: Shown): WindowFinding | null {
  const places = levelsOf(result, 'w').flatMap((w): Place[] => {
    const own = { ...at, w };
    const value = estimateAt(result, own, 'value');
    const chance = estimateAt(result, own, 'chance');
    const corrected = estimateAt(result, own, 'corrected');
    return value && chance && corrected ? [{ w: Number(w), value, chance, corrected }] : [];
  });
  const rising = places.toSorted((a, b) => a.w - b.w);
  const [first, last] = [rising[0], rising.at(-1)];
  const [best] = rising.toSorted((a, b) => b.corrected.value - a.corrected.value);
  if (!first || !last || !best || first === last) return null;
  const over = (other: Place) => !overlap(best.corrected, other.corrected);
  const [first_, last_] = [over(first), over(last)];
  const say = first_ ? (last_ ? 'peak' : 'wider') : last_ ? 'narrower' : 'flat';
  return { say, first, last, best, at };
}

interface Numbers {
  readonly score: string;
  readonly k: string;
  readonly from: string;
  readonly to: string;
  readonly valueFrom: string;
  readonly valueTo: string;
  readonly chanceFrom: string;
  readonly chanceTo: string;
  readonly best: string;
  readonly corrected: string;
}

/** A section of the language catalogues. */
export interface WindowText {
  readonly peak: (n: Numbers) => string;
  readonly wider: (n: Numbers) => string;
  readonly narrower: (n: Numbers) => string;
  readonly flat: (n: Numbers) => string;
}

export function sayWindowAndK(
  { say, first, last, best, at }: WindowFinding,
  text: WindowText,
  speech: EvidenceSpeech,
): string {
  return text[say]({
    score: speech.name('score', at.score),
    k: speech.name('k', at.k),
    from: speech.name('w', first.w),
    to: speech.name('w', last.w),
    valueFrom: speech.score(first.value.value),
    valueTo: speech.score(last.value.value),
    chanceFrom: speech.score(first.chance.value),
    chanceTo: speech.score(last.chance.value),
    best: speech.name('w', best.w),
    corrected: speech.estimate(best.corrected),
  });
}
