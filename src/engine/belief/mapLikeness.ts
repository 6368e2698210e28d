import type { FloatMap } from '../../domain/attribution.ts';
import type { MapLikeness } from '../../domain/belief.ts';
import type { ScoreSettings } from '../../domain/score.ts';
import { preparePair } from '../metrics/preparePair.ts';
import { rankMap } from '../metrics/rankedMap.ts';
import { scorePair } from '../metrics/scorePair.ts';
import { spearman } from '../metrics/spearman.ts';

/**
 * How alike two maps of one picture are: Spearman's ρ of |map| (as Adebayo et al. 2018 take it, blind to sign), and top-k intersection and LENS (the lower of
 * recall and precision) of the maps as they are shown, both corrected for chance: 1 same, 0 chance. A part is null where it cannot be computed.
 */
export function mapLikeness(a: FloatMap, b: FloatMap, settings: ScoreSettings): MapLikeness {
  const ranks = [a, b].map(({ values }) => rankMap(values.map(Math.abs)));
  const { raw } = scorePair(preparePair({ original: a, perturbed: b, motion: null }), settings);
  const [recall, precision] = [raw.lensRecallAtK.corrected, raw.lensPrecisionAtK.corrected];
  return {
    spearman: spearman(ranks[0], ranks[1]).value,
    topK: raw.topKIntersection.corrected,
    lens: recall === null || precision === null ? null : Math.min(recall, precision),
  };
}
