import type { GradientCheck } from '../domain/backend.ts';
import type { Motion, PerturbationSize } from '../domain/perturbation.ts';
import type {
  AgreementGrid,
  PictureRow,
  RowDecision,
  RowScore,
  RowScores,
  RowSubject,
} from '../domain/pictureRow.ts';
import { PROBLEM_CODES } from '../domain/problem.ts';
import { type BeforeAfter, SCORE_GAPS, type ScoreId } from '../domain/score.ts';
import { choice, fields, list, number, orNull, text, truth, whole } from './fields.ts';
import { parseVerdict } from './parseScores.ts';
import { parsePerturbation } from './parseSession.ts';

const MOST = 1e8;
const MOST_CELLS = 10_000;

const orNumber = (value: unknown, what: string): number | null =>
  orNull(value, (entry) => number(entry, what));

function parseScore(value: unknown, what: string): RowScore {
  const score = fields(value, what);
  return {
    value: orNumber(score.value, `${what}.value`),
    chance: orNumber(score.chance, `${what}.chance`),
    corrected: orNumber(score.corrected, `${what}.corrected`),
    reason: orNull(score.reason, (reason) => choice(reason, `${what}.reason`, SCORE_GAPS)),
  };
}

function parseScores(value: unknown, what: string): RowScores {
  const group = fields(value, what);
  const score = (id: ScoreId): RowScore => parseScore(group[id], `${what}.${id}`);
  return {
    topKIntersection: score('topKIntersection'),
    lensRecallAtK: score('lensRecallAtK'),
    lensPrecisionAtK: score('lensPrecisionAtK'),
    topKDivIntersection: score('topKDivIntersection'),
    lensRecallAtKDiv: score('lensRecallAtKDiv'),
    lensPrecisionAtKDiv: score('lensPrecisionAtKDiv'),
    spearman: score('spearman'),
    kendall: score('kendall'),
    lensSpearman: score('lensSpearman'),
    lensKendall: score('lensKendall'),
    pearson: score('pearson'),
    ssim: score('ssim'),
    massCenterShift: score('massCenterShift'),
  };
}

function bothOf<T>(
  value: unknown,
  what: string,
  read: (side: unknown, what: string) => T,
): BeforeAfter<T> {
  const both = fields(value, what);
  return {
    original: read(both.original, `${what}.original`),
    perturbed: read(both.perturbed, `${what}.perturbed`),
  };
}

function parseDecision(value: unknown, what: string): RowDecision {
  const decision = fields(value, what);
  const share = (name: 'probability' | 'targetProbability'): number =>
    number(decision[name], `${what}.${name}`, 0, 1.001);
  return {
    predictedClass: whole(decision.predictedClass, `${what}.predictedClass`, 0, MOST),
    probability: share('probability'),
    targetProbability: share('targetProbability'),
  };
}

function parseSize(value: unknown): PerturbationSize {
  const size = fields(value, 'size');
  return {
    linf: number(size.linf, 'size.linf'),
    l2: number(size.l2, 'size.l2'),
    clippedShare: number(size.clippedShare, 'size.clippedShare', 0, 1),
  };
}

function parseMotion(value: unknown): Motion {
  const { dx, dy, turn, zoom } = fields(value, 'motion');
  return {
    dx: number(dx, 'motion.dx'),
    dy: number(dy, 'motion.dy'),
    ...(turn === undefined ? {} : { turn: number(turn, 'motion.turn') }),
    ...(zoom === undefined ? {} : { zoom: number(zoom, 'motion.zoom') }),
  };
}

function parseCheck(value: unknown): GradientCheck {
  const check = fields(value, 'gradientCheck');
  return {
    passed: truth(check.passed, 'gradientCheck.passed'),
    maxRelativeError: orNumber(check.maxRelativeError, 'gradientCheck.maxRelativeError'),
    directions: whole(check.directions, 'gradientCheck.directions', 0, MOST),
  };
}

function parseGrid(value: unknown): AgreementGrid {
  const grid = fields(value, 'grid');
  const numbers = (name: 'ks' | 'ws'): number[] =>
    list(grid[name], `grid.${name}`, MOST_CELLS, (one) => whole(one, `grid.${name}`, 0, MOST));
  const cells = (name: 'agreement' | 'best'): (number | null)[] =>
    list(grid[name], `grid.${name}`, MOST_CELLS, (one) => orNumber(one, `grid.${name}`));
  return {
    ks: numbers('ks'),
    ws: numbers('ws'),
    agreement: cells('agreement'),
    best: cells('best'),
  };
}

function parseSubject(row: ReturnType<typeof fields>): RowSubject {
  return {
    picture: text(row.picture, 'picture', MOST),
    sha256: orNull(row.sha256, (hash) => text(hash, 'sha256', 64)),
    label: orNull(row.label, (index) => whole(index, 'label', 0, MOST)),
    perturbation: parsePerturbation(fields(row.perturbation, 'perturbation')),
  };
}

/**
 * A row of a set out of JSON; unknown fields are left out.
 * @throws Problem `image-damaged` naming the first field that is off
 */
export function parseRow(json: unknown): PictureRow {
  const row = fields(json, 'row');
  const subject = parseSubject(row);
  const durationMs = number(row.durationMs, 'durationMs', 0);
  const outcome = choice(row.outcome, 'outcome', ['judged', 'failed']);
  if (outcome === 'failed') {
    const problem = fields(row.problem, 'problem');
    const detail = fields(problem.detail, 'problem.detail');
    const part = (name: 'what' | 'allowed' | 'got'): string =>
      text(detail[name], `problem.detail.${name}`, MOST);
    const code = choice(problem.code, 'problem.code', PROBLEM_CODES);
    const parts = { what: part('what'), allowed: part('allowed'), got: part('got') };
    return { ...subject, outcome, problem: { code, detail: parts }, durationMs };
  }
  return {
    ...subject,
    outcome,
    targetClass: whole(row.targetClass, 'targetClass', 0, MOST),
    decision: bothOf(row.decision, 'decision', parseDecision),
    size: parseSize(row.size),
    motion: orNull(row.motion, parseMotion),
    k: whole(row.k, 'k', 1, MOST),
    windowRadius: whole(row.windowRadius, 'windowRadius', 0, MOST),
    tiedAtCut: bothOf(row.tiedAtCut, 'tiedAtCut', truth),
    validPixels: whole(row.validPixels, 'validPixels', 0, MOST),
    raw: parseScores(row.raw, 'raw'),
    aligned: orNull(row.aligned, (scores) => parseScores(scores, 'aligned')),
    agreement: orNumber(row.agreement, 'agreement'),
    verdict: parseVerdict(row.verdict),
    gradientCheck: parseCheck(row.gradientCheck),
    deadGradient: bothOf(row.deadGradient, 'deadGradient', truth),
    grid: orNull(row.grid, parseGrid),
    durationMs,
  };
}
