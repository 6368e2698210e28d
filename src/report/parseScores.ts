import type {
  OverlapId,
  OverlapScores,
  PairScores,
  Score,
  Verdict,
  VerdictReason,
} from '../domain/score.ts';
import { SCORE_GAPS, VERDICT_IDS } from '../domain/score.ts';
import { choice, fields, number, orNull, truth, whole } from './fields.ts';

const MOST_PIXELS = 1e8;

const REASONS: Readonly<Record<VerdictReason, true>> = {
  'same-pixels': true,
  'same-places': true,
  'aligned-agrees': true,
  'window-agrees': true,
  'aligned-window-agrees': true,
  'stayed-behind': true,
  aliasing: true,
  'places-changed': true,
  chance: true,
  'decision-changed': true,
  'gradient-check-failed': true,
  'backends-disagree': true,
  'dead-gradient': true,
  'score-missing': true,
};

/** One of the keys of a record that lists every member of a union. */
function keyOf<Key extends string>(value: unknown, what: string, keys: Record<Key, true>): Key {
  const isKey = (candidate: string): candidate is Key => Object.hasOwn(keys, candidate);
  const known = Object.keys(keys).filter(isKey);
  return choice(value, what, known);
}

function parseScore(value: unknown, what: string): Score {
  const score = fields(value, what);
  const share = (part: 'value' | 'chance' | 'corrected' | 'pValue', min: number): number | null =>
    orNull(score[part], (entry) => number(entry, `${what}.${part}`, min, 1));
  return {
    value: share('value', 0),
    chance: share('chance', 0),
    corrected: share('corrected', -1e9),
    pValue: share('pValue', 0),
    reason: orNull(score.reason, (reason) => choice(reason, `${what}.reason`, SCORE_GAPS)),
  };
}

function parseGroup(value: unknown, what: string): OverlapScores {
  const group = fields(value, what);
  const score = (id: OverlapId): Score => parseScore(group[id], `${what}.${id}`);
  return {
    topKIntersection: score('topKIntersection'),
    lensRecallAtK: score('lensRecallAtK'),
    lensPrecisionAtK: score('lensPrecisionAtK'),
    topKDivIntersection: score('topKDivIntersection'),
    lensRecallAtKDiv: score('lensRecallAtKDiv'),
    lensPrecisionAtKDiv: score('lensPrecisionAtKDiv'),
  };
}

/** Scores of a session. @throws Problem `image-damaged` naming the field. */
export function parseScores(value: unknown): PairScores {
  const scores = fields(value, 'scores');
  const tied = fields(scores.tiedAtCut, 'scores.tiedAtCut');
  const diverse = fields(scores.diverseCount, 'scores.diverseCount');
  const count = (name: string, min: number): number =>
    whole(scores[name], `scores.${name}`, min, MOST_PIXELS);
  return {
    height: count('height', 1),
    width: count('width', 1),
    k: count('k', 1),
    windowRadius: count('windowRadius', 0),
    tiedAtCut: {
      original: truth(tied.original, 'scores.tiedAtCut'),
      perturbed: truth(tied.perturbed, 'scores.tiedAtCut'),
    },
    diverseCount: {
      original: whole(diverse.original, 'scores.diverseCount', 0, MOST_PIXELS),
      perturbed: whole(diverse.perturbed, 'scores.diverseCount', 0, MOST_PIXELS),
    },
    raw: parseGroup(scores.raw, 'scores.raw'),
    aligned: orNull(scores.aligned, (group) => parseGroup(group, 'scores.aligned')),
    validPixels: count('validPixels', 0),
  };
}

/** Verdict of a session. @throws Problem `image-damaged` naming the field. */
export function parseVerdict(value: unknown): Verdict {
  const verdict = fields(value, 'verdict');
  return {
    id: choice(verdict.id, 'verdict.id', VERDICT_IDS),
    reason: keyOf(verdict.reason, 'verdict.reason', REASONS),
    lattice: orNull(verdict.lattice, (entry) => {
      const lattice = fields(entry, 'verdict.lattice');
      return {
        stride: number(lattice.stride, 'verdict.lattice.stride', 1),
        alignedAtMultiples: number(lattice.alignedAtMultiples, 'verdict.lattice', -1e9, 1),
        shifts: whole(lattice.shifts, 'verdict.lattice.shifts', 0, MOST_PIXELS),
      };
    }),
  };
}
