import {
  ATTACKS,
  type AttackAdvantage,
  type AttackFinished,
  type AttackId,
  type AttackTrack,
} from '../../domain/attack.ts';
import { gain } from './tracks.ts';

/** An attack and its controls, at the end. */
interface Tracks {
  readonly attack: AttackTrack;
  readonly random: AttackTrack;
  readonly noise: AttackTrack;
}

/**
 * How an attack ended: what it gained over each control, and what to call that.
 * @param untouched the score of the original against itself
 * @param decision class predicted for the original
 */
export function conclude(
  id: AttackId,
  untouched: number,
  decision: number,
  tracks: Tracks,
): Pick<AttackFinished, 'outcome' | 'advantage'> {
  const { best } = tracks.attack;
  const missed = !ATTACKS[id].keepsDecision && best?.predictedClass === decision;
  if (!best) return { outcome: 'failed', advantage: null };
  const advantage = advantageOf(id, untouched, best.score, tracks);
  if (missed) return { outcome: 'failed', advantage };
  return { outcome: advantage.least > 0 ? 'succeeded' : 'noGain', advantage };
}

function advantageOf(
  id: AttackId,
  untouched: number,
  score: number,
  { random, noise }: Tracks,
): AttackAdvantage {
  const { wants } = ATTACKS[id];
  const over = ({ best }: AttackTrack) => best && gain(wants, best.score, score);
  const [overRandom, overNoise] = [over(random), over(noise)];
  const overUntouched = gain(wants, untouched, score);
  const known = [overRandom, overNoise, overUntouched].filter((value) => value !== null);
  return { overRandom, overNoise, overUntouched, least: Math.min(...known) };
}
