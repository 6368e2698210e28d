import type { BeliefId } from '../../domain/belief.ts';
import { agreement } from './agreement.ts';
import type { BeliefCheck } from './beliefCheck.ts';
import { completeness } from './completeness.ts';
import { deletion } from './deletion.ts';
import { insertion } from './insertion.ts';
import { latticeShare } from './latticeShare.ts';
import { noiseFloor } from './noiseFloor.ts';
import { pointing } from './pointing.ts';
import { randomisation } from './randomisation.ts';

/** Every check by its id. */
export const BELIEF: Readonly<Record<BeliefId, BeliefCheck>> = {
  completeness,
  latticeShare,
  pointing,
  noiseFloor,
  deletion,
  insertion,
  agreement,
  randomisation,
};
