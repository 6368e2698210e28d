import {
  ATTACKS,
  type AttackAdvantage,
  type AttackFinished,
  type AttackId,
  type AttackTrack,
  NOTHING_MOVED,
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
  const advantage = best && advantageOf(id, untouched, best.score, tracks);
  if (!ATTACKS[id].keepsDecision) return { outcome: ofDecision(decision, tracks), advantage };
  if (!best || !advantage) return { outcome: 'failed', advantage: null };
  if (advantage.least > 0) return { outcome: 'succeeded', advantage };
  const { wants, score } = ATTACKS[id];
  const moved = [tracks.random, tracks.noise].some(
    (control) => control.best && gain(wants, untouched, control.best.score) > NOTHING_MOVED[score],
  );
  return { outcome: moved ? 'byChance' : 'withstood', advantage };
}

function ofDecision(decision: number, { attack, random, noise }: Tracks) {
  const changed = ({ best }: AttackTrack) => best !== null && best.predictedClass !== decision;
  if (changed(random) || changed(noise)) return 'byChance';
  return changed(attack) ? 'succeeded' : 'failed';
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
