import type { ExperimentResult, Level } from '../../domain/evidence.ts';
import { isStability, levelsOf } from '../../domain/evidenceCells.ts';
import {
  type AgainstFinding,
  type AgainstText,
  type Arm,
  baseModel,
  effectOf,
  familyOf,
  sayArms,
} from './against.ts';
import { meanOverShifts, movingShifts, reachOf } from './shifts.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

/** What helps against shifts, held against the natural model without spinning. */
export interface AntialiasingFinding extends AgainstFinding {
  readonly shifts: readonly Level[];
}

/** Means over all moving shifts of every model and number of spins, for the frame and score shown; null without two. */
export function antialiasing(
  result: ExperimentResult,
  { at, estimate }: Shown,
): AntialiasingFinding | null {
  if (!isStability(at.score)) return null;
  const first = at.model ?? levelsOf(result, 'model')[0];
  const model = first === undefined ? undefined : baseModel(result, familyOf(first));
  const allSpins = levelsOf(result, 'spins').toSorted((a, b) => Number(a) - Number(b));
  const [least, most] = [allSpins[0], allSpins.at(-1)];
  const meanAt = (own: Level, spins: Level | undefined) =>
    meanOverShifts(
      result,
      { ...at, model: own, ...(spins === undefined ? {} : { spins }) },
      estimate,
    );
  const base = model === undefined ? null : meanAt(model, least);
  if (model === undefined || !base) return null;
  const others = levelsOf(result, 'model').filter(
    (id) => id !== model && model !== undefined && familyOf(id) === familyOf(model),
  );
  const asked = [
    ...others.map((own) => ({ model: own, spins: least })),
    ...(most === least ? [] : [{ model, spins: most }]),
  ];
  const arms = asked.flatMap((arm): Arm[] => {
    const own = meanAt(arm.model, arm.spins);
    return own ? [{ ...arm, estimate: own, effect: effectOf(base, own, at.score, estimate) }] : [];
  });
  if (arms.length === 0) return null;
  return { base: { model, estimate: base }, arms, shifts: movingShifts(result), at };
}

/** A section of the language catalogues. */
export interface AntialiasingText {
  readonly base: (n: {
    from: string;
    to: string;
    score: string;
    frame: string;
    model: string;
    value: string;
  }) => string;
}

export function sayAntialiasing(
  { base, arms, shifts, at }: AntialiasingFinding,
  text: AntialiasingText & { readonly against: AgainstText },
  speech: EvidenceSpeech,
): string {
  const first = text.base({
    ...reachOf(shifts, speech),
    score: speech.name('score', at.score),
    frame: speech.name('frame', at.frame),
    model: speech.name('model', base.model),
    value: speech.estimate(base.estimate),
  });
  return first + sayArms(arms, text.against, speech);
}
