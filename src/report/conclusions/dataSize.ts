import type { Estimate, ExperimentResult, Level } from '../../domain/evidence.ts';
import { difference, estimateAt, higherIsBetter, levelsOf } from '../../domain/evidenceCells.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

/** What adversarial training adds to a score, with few and with many training pictures. */
export interface DataSizeFinding {
  /** `fades`: adds less with many; `grows`: adds more; `same`: no difference shown. */
  readonly say: 'fades' | 'grows' | 'same';
  /** Score of the robust model less that of the natural one; for a score where low is good, the other way round. */
  readonly small: Estimate;
  readonly large: Estimate;
  readonly regime: string;
  readonly at: Shown['at'];
}

const SMALL = '-small-';
const ROBUST = ['pgd', 'ig-sum-norm', 'ig-norm'] as const;

/** The natural model and the robust one of a training size, by their ids. */
function pairOf(models: readonly Level[], small: boolean, regime: string): [Level, Level] | null {
  const own = models.filter((id) => String(id).includes(SMALL) === small);
  const natural = own.find((id) => String(id).endsWith('-natural'));
  const robust = own.find((id) => String(id).endsWith(`-${regime}`));
  return natural === undefined || robust === undefined ? null : [natural, robust];
}

/** Compares the gains for the strength and score shown; null unless both sizes have a natural and a robust model. */
export function dataSize(
  result: ExperimentResult,
  { at, estimate }: Shown,
): DataSizeFinding | null {
  const models = levelsOf(result, 'model');
  const better = higherIsBetter(at.score, estimate);
  const gainOf = (small: boolean, regime: string): Estimate | null => {
    const [natural, robust] = (pairOf(models, small, regime) ?? []).map((model) =>
      estimateAt(result, { ...at, model }, estimate),
    );
    if (!natural || !robust) return null;
    return better ? difference(robust, natural) : difference(natural, robust);
  };
  for (const regime of ROBUST) {
    const small = gainOf(true, regime);
    const large = gainOf(false, regime);
    if (!small || !large) continue;
    const { low, high } = difference(small, large);
    const apart = low > 0 ? 'fades' : 'grows';
    return { say: low <= 0 && high >= 0 ? 'same' : apart, small, large, regime, at };
  }
  return null;
}

interface Numbers {
  readonly change: string;
  readonly score: string;
  readonly regime: string;
  readonly small: string;
  readonly large: string;
}

/** A section of the language catalogues. */
export interface DataSizeText {
  readonly fades: (n: Numbers) => string;
  readonly grows: (n: Numbers) => string;
  readonly same: (n: Numbers) => string;
}

export function sayDataSize(
  { say, small, large, regime, at }: DataSizeFinding,
  text: DataSizeText,
  speech: EvidenceSpeech,
): string {
  return text[say]({
    change: speech.change(at),
    score: speech.name('score', at.score),
    regime: regime.toUpperCase(),
    small: speech.estimate(small),
    large: speech.estimate(large),
  });
}
