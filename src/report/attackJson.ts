import type { AttackPicture, AttackResult, AttackTrack } from '../domain/attack.ts';

/** A track in numbers; a step before any picture counts is null. */
const trackJson = ({ best, scores, kept }: AttackTrack): object => ({
  best: best && pictureJson(best),
  kept,
  scores: Array.from(scores, (score) => (Number.isNaN(score) ? null : score)),
});

function pictureJson(picture: AttackPicture): object {
  const { step, score, predictedClass, probabilities, size, overlaps } = picture;
  const { k, windowRadius, raw, tiedAtCut } = overlaps;
  return {
    step,
    score,
    predictedClass,
    probabilities: [...probabilities],
    size,
    overlaps: { k, windowRadius, tiedAtCut, ...raw },
  };
}

/**
 * An attack as it stands in exports and on the command line: what was asked, how it ended, and the attack, its random control and
 * one-shot noise, each with its best picture in numbers. Pictures and maps are left to those who ask for them.
 */
export function attackJson(result: AttackResult): object {
  const { settings, method, score, wants, targetClass, decision, durationMs } = result;
  const asked = { settings, method, reduction: 'sumAbs', score, wants, targetClass, decision };
  if (result.outcome === 'impossible')
    return { outcome: result.outcome, reason: result.reason, ...asked, durationMs };
  const { outcome, search, untouched, chance, advantage, attack, random, noise } = result;
  return {
    outcome,
    ...asked,
    search,
    untouched,
    chance,
    advantage,
    attack: trackJson(attack),
    random: trackJson(random),
    noise: trackJson(noise),
    durationMs,
  };
}
