import type { Language } from './language.ts';
import type { ModelInput, PictureInfo } from './picture.ts';
import type { PairScores, Verdict } from './score.ts';
import type { Settings } from './settings.ts';

/** Layout of the session's JSON; a reader refuses any other. */
export const SESSION_FORMAT = 1;

/** What a report carries so that it can be computed again and held against its own numbers. */
export interface ReportSession {
  readonly format: typeof SESSION_FORMAT;
  /** Version of the program that wrote it. */
  readonly version: string;
  /** ISO 8601. */
  readonly date: string;
  readonly language: Language;
  readonly settings: Settings;
  readonly targetClass: number;
  readonly picture: PictureInfo;
  /** The picture as the model saw it. */
  readonly input: ModelInput;
  readonly modelSha256: string;
  readonly backend: { readonly id: string; readonly version: string };
  readonly probabilities: {
    readonly original: readonly number[];
    readonly perturbed: readonly number[];
  };
  readonly scores: PairScores;
  readonly verdict: Verdict;
}
