import type { FloatMap } from '../domain/attribution.ts';
import type { JudgedOn, ScoredPair } from '../domain/judgement.ts';
import type { Motion } from '../domain/perturbation.ts';
import type { ScoreSettings } from '../domain/score.ts';

/** Two maps and how the part moved between them. Maps do not change. */
interface Pair {
  readonly original: FloatMap;
  readonly perturbed: FloatMap;
  readonly motion: Motion | null;
}

/** The two steps of a judgement: what a pair alone decides, and what k, w and the facts decide. */
interface JudgeCode<Prepared> {
  readonly preparePair: (pair: Pair) => Prepared;
  readonly judgePair: (prepared: Prepared, settings: ScoreSettings, facts: JudgedOn) => ScoredPair;
}

/**
 * Judges a pair in the page's own thread: a slider's new k and the scores for it are then drawn in
 * the same frame, which no answer of a worker can promise.
 */
export interface PageJudge {
  /** Null where the pair is for the worker: its maps are large, or the code is not there yet. */
  judge(pair: Pair, settings: ScoreSettings, facts: JudgedOn): ScoredPair | null;
}

/** Larger maps would take more than a third of a frame. */
const MOST_PIXELS = 256 * 256;

/** @param load gets the code, in a file of its own; where that fails the worker answers alone */
export function createPageJudge<Prepared>(load: () => Promise<JudgeCode<Prepared>>): PageJudge {
  const prepared = new WeakMap<FloatMap, { readonly pair: Pair; readonly ready: Prepared }>();
  let code: JudgeCode<Prepared> | null = null;
  load().then(
    (loaded) => {
      code = loaded;
    },
    (error: unknown) => console.warn('scores come from the worker alone', error),
  );

  const readyFor = (pair: Pair, { preparePair }: JudgeCode<Prepared>): Prepared => {
    const kept = prepared.get(pair.perturbed);
    if (kept?.pair.original === pair.original && kept.pair.motion === pair.motion)
      return kept.ready;
    const ready = preparePair(pair);
    prepared.set(pair.perturbed, { pair, ready });
    return ready;
  };

  return {
    judge(pair, settings, facts) {
      if (!code || pair.original.values.length > MOST_PIXELS) return null;
      return code.judgePair(readyFor(pair, code), settings, facts);
    },
  };
}
