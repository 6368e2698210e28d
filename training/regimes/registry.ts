import type { Regime as RegimeId } from '../../src/domain/model.ts';
import { igNorm } from './igNorm.ts';
import { igSumNorm } from './igSumNorm.ts';
import { pgd } from './pgd.ts';
import type { Regime } from './robustSlope.ts';

/** Regimes with an adversary, by the name a recipe gives. */
export const ROBUST: Readonly<Record<Exclude<RegimeId, 'natural'>, Regime>> = {
  pgd,
  'ig-norm': igNorm,
  'ig-sum-norm': igSumNorm,
};
