import type { AttackId, AttackPicture, AttackResult, AttackTrack } from '../src/domain/attack.ts';
import { type Summary, summarise } from './statistics.ts';

/** The best picture of a track, in numbers. */
interface Best {
  readonly step: number;
  readonly score: number;
  readonly topK: number | null;
  readonly lensRecall: number | null;
  readonly lensPrecision: number | null;
  readonly predictedClass: number;
  readonly linf: number;
}

/** One attack on one picture. */
export interface AttackOutcome {
  /** Of the picture's generator. */
  readonly picture: number;
  readonly label: number;
  readonly attack: AttackId;
  readonly outcome: AttackResult['outcome'];
  readonly decision: number;
  readonly best: Best | null;
  readonly random: Best | null;
  readonly noise: Best | null;
  readonly chance: number | null;
  readonly advantage: number | null;
  /** Pictures that kept the decision, of all steps. */
  readonly kept: number;
}

/** What of a result is written down. */
export function outcomeOf(
  picture: { readonly seed: number; readonly label: number },
  result: AttackResult,
): AttackOutcome {
  const asked = {
    picture: picture.seed,
    label: picture.label,
    attack: result.settings.id,
    outcome: result.outcome,
    decision: result.decision,
  };
  if (result.outcome === 'impossible') {
    const nothing = { best: null, random: null, noise: null, chance: null, advantage: null };
    return { ...asked, ...nothing, kept: 0 };
  }
  const bestOf = ({ best }: AttackTrack): Best | null => best && numbersOf(best);
  return {
    ...asked,
    best: bestOf(result.attack),
    random: bestOf(result.random),
    noise: bestOf(result.noise),
    chance: result.chance,
    advantage: result.advantage?.least ?? null,
    kept: result.attack.kept,
  };
}

const numbersOf = ({ step, score, overlaps, predictedClass, size }: AttackPicture): Best => ({
  step,
  score,
  topK: overlaps.raw.topKIntersection.value,
  lensRecall: overlaps.raw.lensRecallAtK.value,
  lensPrecision: overlaps.raw.lensPrecisionAtK.value,
  predictedClass,
  linf: size.linf,
});

/** One attack over all pictures. */
export interface AttackSummary {
  readonly outcomes: Readonly<Record<string, number>>;
  /** Every best picture of the attack has the decision of its original. */
  readonly decisionsKept: boolean;
  readonly attack: Readonly<Record<'topK' | 'lensRecall' | 'lensPrecision', Summary>>;
  readonly random: Readonly<Record<'topK' | 'lensRecall' | 'lensPrecision', Summary>>;
  readonly noise: Readonly<Record<'topK' | 'lensRecall' | 'lensPrecision', Summary>>;
  readonly advantage: Summary;
}

/** Means, medians and counts. */
export function summaryOf(outcomes: readonly AttackOutcome[]): AttackSummary {
  const scores = (of: 'best' | 'random' | 'noise') => {
    const column = (name: 'topK' | 'lensRecall' | 'lensPrecision') =>
      summarise(outcomes.map((one) => one[of]?.[name] ?? null));
    return {
      topK: column('topK'),
      lensRecall: column('lensRecall'),
      lensPrecision: column('lensPrecision'),
    };
  };
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return {
    outcomes: counts,
    decisionsKept: outcomes.every(
      ({ best, decision }) => !best || best.predictedClass === decision,
    ),
    attack: scores('best'),
    random: scores('random'),
    noise: scores('noise'),
    advantage: summarise(outcomes.map(({ advantage }) => advantage)),
  };
}
