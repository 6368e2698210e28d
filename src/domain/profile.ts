import { type AttributionSettings, METHODS, parametersBy } from './attribution.ts';
import type { ModelCard } from './model.ts';
import type { PerturbationSettings } from './perturbation.ts';
import type { ScoreSettings, Thresholds } from './score.ts';
import type { Settings } from './settings.ts';

/** Another number is another layout; a reader refuses any other. */
export const PROFILE_FORMAT = 'jitterscope profile 1';

/** Longest name, characters. */
export const PROFILE_NAME_LENGTH = 60;

/** Maps of other pictures, which have nothing to do with the original, or a random placement, whose corrected score is 0. */
export const PROFILE_REFERENCES = ['otherPictures', 'chance'] as const;
export type ProfileReference = (typeof PROFILE_REFERENCES)[number];

/** What was calibrated. */
export interface Calibrated {
  readonly score: ScoreSettings;
  readonly thresholds: Thresholds;
  /** Most of the pictures whose harmless changes are taken for a changed explanation, 0…1. */
  readonly falseAlarmRate: number;
  /** Pictures that set the thresholds. */
  readonly pictures: number;
  /** Other pictures that k and w were chosen on; 0 where they were given. */
  readonly chosenOn: number;
  readonly reference: ProfileReference;
  /** Share of the pictures whose map agrees with that of another picture at this threshold; null without such maps. */
  readonly missed: number | null;
}

/** k, w and thresholds calibrated for one line: what it was made for, and on what. */
export interface Profile extends Calibrated {
  readonly format: typeof PROFILE_FORMAT;
  readonly name: string;
  readonly modelId: string;
  readonly modelSha256: string;
  readonly attribution: AttributionSettings;
  /** The changes that are harmless on this line. */
  readonly harmless: readonly PerturbationSettings[];
  /** ISO 8601. */
  readonly date: string;
  /** Version of the program that made it. */
  readonly version: string;
}

/** How settings stand to a profile. */
export interface ProfileStanding {
  readonly name: string;
  /** k, w or a threshold is another. */
  readonly changed: boolean;
  /** Made for another model, or another version of it. */
  readonly otherModel: boolean;
  /** Made for another method, or for other parameters of it. */
  readonly otherMethod: boolean;
}

/** How these settings stand to a profile. Parameters that the method does not use, and the class explained, do not count. */
export function profileStanding(
  profile: Profile,
  { score, thresholds, attribution }: Pick<Settings, 'score' | 'thresholds' | 'attribution'>,
  card: Pick<ModelCard, 'id' | 'sha256'>,
): ProfileStanding {
  const changed =
    score.k !== profile.score.k ||
    score.windowRadius !== profile.score.windowRadius ||
    thresholds.agree !== profile.thresholds.agree ||
    thresholds.chance !== profile.thresholds.chance;
  return {
    name: profile.name,
    changed,
    otherModel: card.id !== profile.modelId || card.sha256 !== profile.modelSha256,
    otherMethod: methodKey(attribution) !== methodKey(profile.attribution),
  };
}

function methodKey(attribution: AttributionSettings): string {
  const { method, reduction, spins, baseline, cover, layer } = attribution;
  const all = { ...parametersBy((name) => attribution[name]), baseline, cover, layer };
  return JSON.stringify([
    method,
    reduction,
    spins,
    METHODS[method].parameters.map((name) => all[name]),
  ]);
}
