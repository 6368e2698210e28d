import type { AttackCard, AttackPicture, AttackTrack } from '../../domain/attack.ts';
import type { AttributionMap } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import type { ScoreSettings } from '../../domain/score.ts';
import { preparePair } from '../metrics/preparePair.ts';
import { scorePair } from '../metrics/scorePair.ts';
import type { Sight } from './attackGoal.ts';

/** By what pictures are judged; the same for an attack and its controls. */
export interface TrackRules {
  readonly wants: AttackCard['wants'];
  /** Of pictures that reached this, the one whose explanation stayed most alike is kept; null where the score alone decides. */
  readonly reached: ((sight: Sight) => boolean) | null;
  measure(sight: Sight): number;
  /** Whether a picture may be chosen at all. */
  counts(sight: Sight): boolean;
  readonly original: { readonly input: ModelInput; readonly map: AttributionMap };
  readonly score: ScoreSettings;
}

/** Keeps the best picture of one way through the ball. */
export interface Track {
  /** @returns the picture when it is better than all before it; of equal ones the first stays */
  add(step: number, input: ModelInput, sight: Sight): AttackPicture | null;
  /** The best score so far, also where another picture was kept; null where none counts yet. */
  readonly furthest: () => number | null;
  readonly finished: () => AttackTrack;
}

/** How far `to` is better than `from` for the attacker, in the unit of the score. */
export const gain = (wants: AttackCard['wants'], from: number, to: number): number =>
  wants === 'lower' ? from - to : to - from;

/** @param steps pictures that will come */
export function createTrack(rules: TrackRules, steps: number): Track {
  const scores = new Float64Array(steps).fill(Number.NaN);
  let best: AttackPicture | null = null;
  let reached = false;
  let furthest = Number.NaN;
  let kept = 0;
  return {
    add(step, input, sight) {
      const score = rules.measure(sight);
      const counts = rules.counts(sight) && !Number.isNaN(score);
      if (counts) kept++;
      const further = counts && !(gain(rules.wants, furthest, score) <= 0);
      if (further) furthest = score;
      scores[step - 1] = furthest;
      const arrived = counts && (rules.reached?.(sight) ?? false);
      if (!arrived && (reached || !further)) return null;
      const picture = pictureOf(rules, step, input, sight, score);
      if (reached && best && alike(picture) <= alike(best)) return null;
      reached = arrived;
      best = picture;
      return best;
    },
    furthest: () => (Number.isNaN(furthest) ? null : furthest),
    finished: () => ({ best, scores, kept }),
  };
}

/** How much of the explanation stayed, by the top pixels. */
const alike = ({ overlaps }: AttackPicture): number => overlaps.raw.topKIntersection.value ?? 0;

function pictureOf(
  { original, score: settings }: TrackRules,
  step: number,
  input: ModelInput,
  { map, probabilities, predictedClass }: Sight,
  score: number,
): AttackPicture {
  const pair = preparePair({ original: original.map, perturbed: map, motion: null });
  let [linf, squares] = [0, 0];
  input.values.forEach((value, i) => {
    const change = Math.abs(value - original.input.values[i]);
    linf = Math.max(linf, change);
    squares += change * change;
  });
  return {
    step,
    input,
    map,
    probabilities,
    predictedClass,
    size: { linf, l2: Math.sqrt(squares) },
    score,
    overlaps: scorePair(pair, settings),
  };
}
