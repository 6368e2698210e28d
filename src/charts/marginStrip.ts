import type { MarginVisit } from '../domain/margin.ts';
import type { VerdictId } from '../domain/score.ts';

/** A visited strength as a mark of the strip, CSS pixels. */
export interface StripMark {
  readonly visit: MarginVisit;
  readonly x: number;
  readonly y: number;
}

/** Geometry of the strip of visited strengths. */
export interface StripGeometry {
  readonly marks: readonly StripMark[];
  /** x of a strength. */
  readonly xOf: (at: number) => number;
  /** y of a corrected score. */
  readonly yOf: (score: number) => number;
  /** Lowest score of the axis: 0, or the lowest score there is below it. */
  readonly lowest: number;
  /** Strengths at both ends of the axis. */
  readonly ends: readonly [number, number];
}

/** One path per verdict around (0, 0), told apart without colour. */
export const VERDICT_MARKS: Readonly<Record<VerdictId, string>> = {
  stable: 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z',
  movedWithPart: 'M0 -6L6 0L0 6L-6 0Z',
  changed: 'M-4.5 -4.5H4.5V4.5H-4.5Z',
  noBetterThanChance: 'M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5',
  void: 'M0 -5.5L5.5 4.5H-5.5Z',
  cannotTell: 'M-5 0H5',
};

/** The score a mark stands at: the higher of top-k and LENS; null where neither is there. */
export const stripScore = ({ topK, lens }: MarginVisit): number | null =>
  topK === null || lens === null ? (topK ?? lens) : Math.max(topK, lens);

/** Places marks by strength and score within a box; one without a score stands on the axis. */
export function marginStrip(
  visits: readonly MarginVisit[],
  box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  },
): StripGeometry {
  const strengths = visits.map(({ at }) => at);
  const ends = [Math.min(...strengths), Math.max(...strengths)] as const;
  const scores = visits.map(stripScore).filter((score) => score !== null);
  const lowest = Math.min(0, ...scores);
  const width = ends[1] - ends[0] || 1;
  const xOf = (at: number) => box.left + ((at - ends[0]) / width) * (box.right - box.left);
  const yOf = (score: number) =>
    box.bottom - ((score - lowest) / (1 - lowest)) * (box.bottom - box.top);
  const marks = visits.map((visit) => ({
    visit,
    x: xOf(visit.at),
    y: yOf(stripScore(visit) ?? lowest),
  }));
  return { marks, xOf, yOf, lowest, ends };
}
