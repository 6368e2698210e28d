import type { Estimate, ExperimentResult, Level } from '../../domain/evidence.ts';
import {
  estimateAt,
  higherIsBetter,
  isStability,
  levelsOf,
  overlap,
} from '../../domain/evidenceCells.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

/** The most and the least stable method. */
export interface MethodsFinding {
  /** `best`: one leads; `tie`: others are not told apart from it; `none`: not even the last is. */
  readonly say: 'best' | 'tie' | 'none';
  readonly best: { readonly level: Level; readonly estimate: Estimate };
  readonly worst: { readonly level: Level; readonly estimate: Estimate };
  readonly tied: readonly Level[];
  readonly at: Shown['at'];
}

/** Ranks the methods by the score shown; null without two. */
export function methods(result: ExperimentResult, { at, estimate }: Shown): MethodsFinding | null {
  if (!isStability(at.score)) return null;
  const known = levelsOf(result, 'method').flatMap((level) => {
    const found = estimateAt(result, { ...at, method: level }, estimate);
    return found ? [{ level, estimate: found }] : [];
  });
  const better = higherIsBetter(at.score, estimate) ? 1 : -1;
  const ranked = known.toSorted((a, b) => better * (b.estimate.value - a.estimate.value));
  const [best, ...others] = ranked;
  const worst = others.at(-1);
  if (!best || !worst) return null;
  const isTied = (other: { readonly estimate: Estimate }) => overlap(best.estimate, other.estimate);
  const tied = others.filter(isTied).map(({ level }) => level);
  const leads = tied.length > 0 ? 'tie' : 'best';
  return { say: isTied(worst) ? 'none' : leads, best, worst, tied, at };
}

interface Numbers {
  readonly score: string;
  readonly change: string;
  readonly best: string;
  readonly bestValue: string;
  readonly worst: string;
  readonly worstValue: string;
}

/** A section of the language catalogues. */
export interface MethodsText {
  readonly best: (n: Numbers) => string;
  readonly tie: (n: Numbers & { readonly others: string }) => string;
  readonly none: (n: Numbers) => string;
}

export function sayMethods(
  { say, best, worst, tied, at }: MethodsFinding,
  text: MethodsText,
  speech: EvidenceSpeech,
): string {
  const n = {
    score: speech.name('score', at.score),
    change: speech.change(at),
    best: speech.name('method', best.level),
    bestValue: speech.estimate(best.estimate),
    worst: speech.name('method', worst.level),
    worstValue: speech.estimate(worst.estimate),
  };
  const others = speech.list(tied.map((level) => speech.name('method', level)));
  return say === 'tie' ? text.tie({ ...n, others }) : text[say](n);
}
