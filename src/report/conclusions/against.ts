import type { Estimate, EstimateId, ExperimentResult, Level } from '../../domain/evidence.ts';
import { higherIsBetter, levelsOf, overlap } from '../../domain/evidenceCells.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

/** What became of a score beside the one it is held against; `same` where the intervals overlap. */
export type Effect = 'better' | 'worse' | 'same';

/** One of several things held against the same. */
export interface Arm {
  /** Model and number of spins. */
  readonly model: Level;
  readonly spins: Level | undefined;
  readonly estimate: Estimate;
  readonly effect: Effect;
}

/** Whether `own` is better than `base`, told by whether their intervals overlap. */
export function effectOf(
  base: Estimate,
  own: Estimate,
  score: Level | undefined,
  estimate: EstimateId,
): Effect {
  if (overlap(base, own)) return 'same';
  return own.value > base.value === higherIsBetter(score, estimate) ? 'better' : 'worse';
}

/** Models of one data set: `surface-natural`, `surface-pgd`. */
export const familyOf = (model: Level): string => String(model).split('-')[0] ?? '';

/** The model the others of its family are held against: the naturally trained one, else the first. */
export function baseModel(result: ExperimentResult, family: string): Level | undefined {
  const models = levelsOf(result, 'model').filter((id) => familyOf(id) === family);
  return models.find((id) => /(^|-)natural$/.test(String(id))) ?? models[0];
}

/** A section of the language catalogues: phrases of one sentence. */
export interface AgainstText {
  readonly better: (n: { arms: string }) => string;
  readonly worse: (n: { arms: string }) => string;
  readonly same: (n: { arms: string }) => string;
  /** `PGD 0.62 (0.59–0.65)` */
  readonly arm: (n: { name: string; value: string }) => string;
  /** A model, its heatmaps spun. */
  readonly spun: (n: { model: string; spins: string }) => string;
  readonly join: string;
  readonly end: string;
}

const EFFECTS: readonly Effect[] = ['better', 'worse', 'same'];

/** The phrases of all arms, those of one effect together, and the end of the sentence. */
export function sayArms(arms: readonly Arm[], text: AgainstText, speech: EvidenceSpeech): string {
  const nameOf = ({ model, spins }: Arm) => {
    const name = speech.name('model', model);
    return spins === undefined || Number(spins) <= 1
      ? name
      : text.spun({ model: name, spins: String(spins) });
  };
  const phrases = EFFECTS.flatMap((effect) => {
    const own = arms.filter((arm) => arm.effect === effect);
    if (own.length === 0) return [];
    const said = own.map((arm) =>
      text.arm({ name: nameOf(arm), value: speech.estimate(arm.estimate) }),
    );
    return [text[effect]({ arms: speech.list(said) })];
  });
  return phrases.join(text.join) + text.end;
}

/** What every comparison with a base says of itself. */
export interface AgainstFinding {
  readonly base: { readonly model: Level; readonly estimate: Estimate };
  readonly arms: readonly Arm[];
  readonly at: Shown['at'];
}
