import type { Estimate, ExperimentResult, Level } from '../../domain/evidence.ts';
import {
  estimateAt,
  higherIsBetter,
  levelsOf,
  overlap,
  untouched,
} from '../../domain/evidenceCells.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

/** Random noise beside the attack that leaves least, at one strength. */
export interface RandomFinding {
  /** `weaker`: the attack leaves less; `same`: intervals overlap; `stronger`: noise leaves less than any attack. */
  readonly say: 'weaker' | 'same' | 'stronger';
  readonly noise: { readonly level: Level; readonly estimate: Estimate };
  readonly attack: { readonly level: Level; readonly estimate: Estimate };
  /** Share of the attack's loss that noise alone brings; null where the attack brings none. */
  readonly ofLoss: number | null;
  readonly at: Shown['at'];
}

/** What takes no attacker, the plainest first. */
const NOISES: readonly Level[] = [
  'noiseSign',
  'noiseUniform',
  'noiseGaussian',
  'attackRandom',
  'random',
];

/** Compares noise with the worst attack for the score, strength and method shown; null where one of them is missing. */
export function randomAgainstAttack(
  result: ExperimentResult,
  { at, estimate }: Shown,
): RandomFinding | null {
  const levels = levelsOf(result, 'perturbation');
  const known = levels.flatMap((level) => {
    const found = estimateAt(result, { ...at, perturbation: level }, estimate);
    return found ? [{ level, estimate: found }] : [];
  });
  const better = higherIsBetter(at.score, estimate) ? 1 : -1;
  const noise = NOISES.map((id) => known.find(({ level }) => level === id)).find((one) => one);
  const [attack] = known
    .filter(({ level }) => !NOISES.includes(level))
    .toSorted((a, b) => better * (a.estimate.value - b.estimate.value));
  if (!noise || !attack) return null;
  const whole = untouched(at.score) - attack.estimate.value;
  const lost = untouched(at.score) - noise.estimate.value;
  const less = better * (noise.estimate.value - attack.estimate.value) > 0;
  const apart = less ? 'weaker' : 'stronger';
  return {
    say: overlap(noise.estimate, attack.estimate) ? 'same' : apart,
    noise,
    attack,
    ofLoss: better * whole > 0 ? Math.max(0, lost / whole) : null,
    at,
  };
}

interface Numbers {
  readonly score: string;
  readonly epsilon: string;
  readonly noise: string;
  readonly noiseValue: string;
  readonly attack: string;
  readonly attackValue: string;
}

/** A section of the language catalogues. */
export interface RandomText {
  readonly weaker: (n: Numbers & { readonly share: string }) => string;
  readonly same: (n: Numbers) => string;
  readonly stronger: (n: Numbers) => string;
}

export function sayRandomAgainstAttack(
  { say, noise, attack, ofLoss, at }: RandomFinding,
  text: RandomText,
  speech: EvidenceSpeech,
): string {
  const n = {
    score: speech.name('score', at.score),
    epsilon: speech.name('epsilon', at.epsilon),
    noise: speech.name('perturbation', noise.level),
    noiseValue: speech.estimate(noise.estimate),
    attack: speech.name('perturbation', attack.level),
    attackValue: speech.estimate(attack.estimate),
  };
  return say === 'weaker' ? text.weaker({ ...n, share: speech.share(ofLoss ?? 0) }) : text[say](n);
}
