import type { Language } from '../domain/language.ts';
import { type ReportSession, SESSION_FORMAT } from '../domain/session.ts';
import { encodeFloats } from './base64.ts';
import type { ReportModel } from './reportModel.ts';

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
