import type { KnownScores } from '../domain/allScores.ts';
import type { Analysis } from '../domain/analysis.ts';
import type { AttackResult } from '../domain/attack.ts';
import type { BeliefFinding } from '../domain/belief.ts';
import type { PictureInfo } from '../domain/picture.ts';
import type { ProfileStanding } from '../domain/profile.ts';
import type { PairDetails, PairPValues, Sensitivity, Verdict } from '../domain/score.ts';
import type { Settings } from '../domain/settings.ts';
import type { TruthOfFile } from '../domain/truth.ts';
import type { CurvePoint } from '../domain/view.ts';
import type { AttackWords } from './attackWords.ts';

/** An attack that was run for the pair of a report, with its words in the report's language. */
export interface AttackReport {
  readonly heading: string;
  readonly words: AttackWords;
  readonly result: AttackResult;
}

/** Everything a report tells, as plain data: what was computed and what it was computed from. */
export interface ReportModel extends KnownScores {
  readonly analysis: Analysis;
  readonly details: PairDetails;
  readonly pValues: PairPValues;
  readonly verdict: Verdict;
  /** Both maps against a mask of the defect; null without one. */
  readonly truth: TruthOfFile | null;
  /** Whether the original's heatmap can be believed; null where the checks were not run for it. */
  readonly belief: readonly BeliefFinding[] | null;
  /** Over the finished curve; null until then. */
  readonly sensitivity: Sensitivity | null;
  /** Null where none was run. */
  readonly attack: AttackReport | null;
  /** The settings the analysis and the scores were computed from. */
  readonly settings: Settings;
  /** How the settings stand to the profile that was loaded; null without one. */
  readonly profile: ProfileStanding | null;
  readonly picture: PictureInfo;
  /** Places computed so far, in rising order; may be empty. */
  readonly curve: readonly CurvePoint[];
  /** Version of this program. */
  readonly version: string;
  readonly date: Date;
}

const two = (n: number): string => String(Math.trunc(Math.abs(n))).padStart(2, '0');

/** `2026-11-23`, the day in the place where it is read. */
export const dayText = (date: Date): string =>
  [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');

/** `2026-11-23 21:30 +09:00`: unmistakable in every country, with the offset of the place where it was made. */
export function dateText(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '−' : '+';
  const zone = `${sign}${two(offset / 60)}:${two(offset % 60)}`;
  return `${dayText(date)} ${two(date.getHours())}:${two(date.getMinutes())} ${zone}`;
}
