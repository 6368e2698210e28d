import { tf } from '../../src/engine/backend/tf.ts';
import { attributionNorm } from './attributionNorm.ts';
import type { Question, Regime } from './robustSlope.ts';

/** min max ℓ(x*) + β·‖IG_ℓ(x → x*)‖₁, x* sought for the whole of it (Chen et al., NeurIPS 2019, IG-SUM-NORM). */
export const igSumNorm: Regime = { inner: lossAndNorm, outer: lossAndNorm };

function lossAndNorm(question: Question): Question['loss'] {
  const norm = attributionNorm(question);
  const { loss, adversary } = question;
  return (changed) => tf.add(loss(changed), tf.mul(norm(changed), adversary.normWeight));
}
