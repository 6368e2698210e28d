import type { AgreementGrid } from '../../domain/pictureRow.ts';
import { kFromShare } from '../../domain/settings.ts';
import { agreementOf, bestOf, type VerdictScores } from '../agreement.ts';
import { lensPrecisionAtK } from '../metrics/lensPrecisionAtK.ts';
import { lensRecallAtK } from '../metrics/lensRecallAtK.ts';
import { noScore } from '../metrics/overlapScore.ts';
import { topKSets } from '../metrics/overlapSets.ts';
import type { PreparedPair, RankedPair } from '../metrics/preparePair.ts';
import { pixelsOf } from '../metrics/scorePair.ts';
import { topKIntersection } from '../metrics/topKIntersection.ts';

/** The k and w to be tried, both rising. */
export type GridPlaces = Pick<AgreementGrid, 'ks' | 'ws'>;

/** Shares of the pixels that k is chosen from. */
export const CALIBRATION_SHARES = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
/** Window radii that w is chosen from, pixels. */
export const CALIBRATION_RADII = [0, 1, 2, 3, 4, 6, 8] as const;

/** The grid that k and w are chosen from, for maps of this size: none twice. */
export function calibrationGrid({
  height,
  width,
}: {
  readonly height: number;
  readonly width: number;
}): GridPlaces {
  const ks = CALIBRATION_SHARES.map((share) => kFromShare(share, height, width));
  return { ks: [...new Set(ks)], ws: CALIBRATION_RADII };
}

/** How far a pair agrees at every k and w of a grid: `agreementOf` and `bestOf` of its scores there. Aligned scores are missing where k exceeds the valid area. */
export function agreementGrid(pair: PreparedPair, { ks, ws }: GridPlaces): AgreementGrid {
  const { height, width, motion } = pair;
  const cells = ks.flatMap((k) =>
    ws.map((windowRadius) => ({
      height,
      width,
      windowRadius,
      raw: scoresAt(pair.raw, k, windowRadius),
      aligned: pair.aligned && scoresAt(pair.aligned, k, windowRadius),
    })),
  );
  return {
    ks,
    ws,
    agreement: cells.map((facts) => agreementOf(facts, motion)),
    best: cells.map(bestOf),
  };
}

function scoresAt(pair: RankedPair, k: number, w: number): VerdictScores {
  if (k > pixelsOf(pair)) {
    const none = noScore('k-exceeds-valid-area');
    return { topKIntersection: none, lensRecallAtK: none, lensPrecisionAtK: none };
  }
  const sets = topKSets(pair, k, w);
  return {
    topKIntersection: topKIntersection(sets),
    lensRecallAtK: lensRecallAtK(sets),
    lensPrecisionAtK: lensPrecisionAtK(sets),
  };
}
