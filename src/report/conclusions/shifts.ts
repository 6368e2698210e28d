import type { Estimate, ExperimentResult, Level } from '../../domain/evidence.ts';
import {
  estimateAt,
  higherIsBetter,
  type Levels,
  levelsOf,
  meanOf,
  untouched,
} from '../../domain/evidenceCells.ts';
import { type Effect, effectOf } from './against.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

/** How much of what a shift takes comes back when the motion is undone. Means over all shifts but none. */
export interface ShiftsFinding {
  readonly say: Effect;
  readonly raw: Estimate;
  readonly aligned: Estimate;
  /** (aligned − raw)/(untouched − raw): share of the loss that was mere motion; null where nothing is lost. */
  readonly motion: number | null;
  readonly shifts: readonly Level[];
  readonly at: Shown['at'];
}

/** Shifts that move something. */
export const movingShifts = (result: ExperimentResult): readonly Level[] =>
  levelsOf(result, 'shift').filter((level) =>
    String(level)
      .split(',')
      .some((part) => Number(part) !== 0),
  );

/** Mean of an estimate over all moving shifts; null without any. */
export function meanOverShifts(
  result: ExperimentResult,
  at: Levels,
  estimate: Shown['estimate'],
): Estimate | null {
  const known = movingShifts(result).map((shift) => estimateAt(result, { ...at, shift }, estimate));
  return meanOf(known.filter((one) => one !== null));
}

/** Compares raw with aligned scores; null where one of them is missing. */
export function shifts(result: ExperimentResult, { at, estimate }: Shown): ShiftsFinding | null {
  const raw = meanOverShifts(result, { ...at, frame: 'raw' }, estimate);
  const aligned = meanOverShifts(result, { ...at, frame: 'aligned' }, estimate);
  if (!levelsOf(result, 'frame').includes('aligned') || !raw || !aligned) return null;
  const lost = untouched(at.score) - raw.value;
  const isLoss = lost > 0 === higherIsBetter(at.score, estimate) && lost !== 0;
  return {
    say: effectOf(raw, aligned, at.score, estimate),
    raw,
    aligned,
    motion: isLoss ? (aligned.value - raw.value) / lost : null,
    shifts: movingShifts(result),
    at,
  };
}

interface Numbers {
  readonly score: string;
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly aligned: string;
}

/** A section of the language catalogues. */
export interface ShiftsText {
  readonly better: (n: Numbers & { readonly share: string }) => string;
  readonly same: (n: Numbers) => string;
  readonly worse: (n: Numbers) => string;
}

/** The shortest and the longest of the shifts, as they are said. */
export function reachOf(
  levels: readonly Level[],
  speech: EvidenceSpeech,
): { readonly from: string; readonly to: string } {
  return { from: speech.name('shift', levels[0]), to: speech.name('shift', levels.at(-1)) };
}

export function sayShifts(
  { say, raw, aligned, motion, shifts: moving, at }: ShiftsFinding,
  text: ShiftsText,
  speech: EvidenceSpeech,
): string {
  const n = {
    score: speech.name('score', at.score),
    ...reachOf(moving, speech),
    raw: speech.estimate(raw),
    aligned: speech.estimate(aligned),
  };
  return say === 'better' ? text.better({ ...n, share: speech.share(motion ?? 0) }) : text[say](n);
}
