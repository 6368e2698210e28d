import { REDUCTIONS } from '../../src/domain/attribution.ts';
import type { Motion } from '../../src/domain/perturbation.ts';
import { outOfRange } from '../../src/domain/problem.ts';
import { DEFAULT_K_SHARE, kFromShare } from '../../src/domain/settings.ts';
import { pairTruth } from '../../src/engine/metrics/pairTruth.ts';
import { type PreparedPair, preparePair } from '../../src/engine/metrics/preparePair.ts';
import { pairJson } from '../../src/report/pairJson.ts';
import { show } from '../messages.ts';
import { readMap, readMask } from '../readFiles.ts';
import { scoreMaps } from '../scoreMaps.ts';
import { chosen } from '../settings.ts';
import { type Given, missing, readArguments } from '../usage.ts';

const OPTIONS = ['k', 'w', 'reduction', 'mask', 'dx', 'dy'];
const DEFAULT_WINDOW_RADIUS = 2;

/** How far the part moved between the maps, less than their sides; null when neither direction is given. */
function motionOf(given: Given, sides: { readonly height: number; readonly width: number }) {
  const along = (name: string, side: number): number | undefined => {
    const distance = given.number(name);
    if (distance !== undefined && Math.abs(distance) >= side)
      throw outOfRange(`--${name}`, 1 - side, side - 1, distance);
    return distance;
  };
  const [dx, dy] = [along('dx', sides.width), along('dy', sides.height)];
  return dx === undefined && dy === undefined ? null : { dx: dx ?? 0, dy: dy ?? 0 };
}

function resultOf(given: Given, pair: PreparedPair, motion: Motion | null): object {
  const k = given.number('k') ?? kFromShare(DEFAULT_K_SHARE, pair.height, pair.width);
  const windowRadius = given.number('w') ?? DEFAULT_WINDOW_RADIUS;
  const { facts, scores, alignedScores, ...rest } = pairJson(scoreMaps(pair, { k, windowRadius }));
  const { concentration, diverseCount } = rest;
  return {
    ...facts,
    scores,
    ...(motion && { alignedScores }),
    concentration,
    diverseCount,
  };
}

/**
 * `compare ORIGINAL PERTURBED [--k K --w W --reduction R --mask MASK --dx X --dy Y]`: two maps of any tool, every score at the
 * same coordinates; where the part moved, also after undoing that; with a mask, also against the truth.
 */
export async function compare(args: readonly string[]): Promise<void> {
  const given = readArguments(args, OPTIONS);
  const [first, second, ...more] = given.positionals;
  if (first === undefined || second === undefined || more.length > 0) {
    const got = given.positionals.length > 0 ? given.positionals.join(' ') : 'nothing';
    throw missing('compare', 'given two maps, ORIGINAL PERTURBED', got);
  }
  const reduction = chosen(given, 'reduction', REDUCTIONS, 'sumAbs');
  const original = await readMap(first, reduction);
  const perturbed = await readMap(second, reduction);
  const motion = motionOf(given, original);
  const pair = preparePair({ original, perturbed, motion });
  const maskPath = given.text('mask');
  const mask = maskPath === undefined ? null : await readMask(maskPath);
  const truth = mask && pairTruth({ original, perturbed }, mask, motion);
  show({ ...resultOf(given, pair, motion), ...(truth && { truth }) });
}
