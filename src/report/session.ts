import type { Language } from '../domain/language.ts';
import type { ModelInput, PictureInfo } from '../domain/picture.ts';
import type { PairScores, Verdict } from '../domain/score.ts';
import type { Settings } from '../domain/settings.ts';
import { encodeFloats } from './base64.ts';
import type { ReportModel } from './reportModel.ts';

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

/** The session of a report. */
export function sessionOf(model: ReportModel, language: Language): ReportSession {
  const { analysis, settings, picture, scores, verdict, version, date } = model;
  return {
    format: SESSION_FORMAT,
    version,
    date: date.toISOString(),
    language,
    settings,
    targetClass: analysis.targetClass,
    picture,
    input: analysis.original.input,
    modelSha256: analysis.card.sha256,
    backend: { id: analysis.backend.id, version: analysis.backend.version },
    probabilities: {
      original: [...analysis.original.probabilities],
      perturbed: [...analysis.perturbed.probabilities],
    },
    scores,
    verdict,
  };
}

/** The session as JSON; the input's values are base64 of little-endian float32. */
export function sessionJson(session: ReportSession): string {
  const input = { ...session.input, values: encodeFloats(session.input.values) };
  return JSON.stringify({ ...session, input });
}
