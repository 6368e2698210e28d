import type { AttackId } from '../../domain/attack.ts';
import { attackDecision } from './attackDecision.ts';
import type { Attack } from './attackGoal.ts';
import { attackLens } from './attackLens.ts';
import { attackMassCenter } from './attackMassCenter.ts';
import { attackTarget } from './attackTarget.ts';
import { attackTopK } from './attackTopK.ts';

/** Every attack by its id. */
export const ATTACK: Readonly<Record<AttackId, Attack>> = {
  attackTopK,
  attackLens,
  attackMassCenter,
  attackTarget,
  attackDecision,
};
