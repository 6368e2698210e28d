import { tf } from '../../src/engine/backend/tf.ts';
import { attributionNorm } from './attributionNorm.ts';
import type { Regime } from './robustSlope.ts';

/** min ℓ(x) + λ·max ‖IG_ℓ(x → x*)‖₁ (Chen et al., NeurIPS 2019, IG-NORM). */
export const igNorm: Regime = {
  inner: (question) => attributionNorm(question),
  outer: (question) => {
    const norm = attributionNorm(question);
    const { loss, pictures, adversary } = question;
    return (changed) => tf.add(loss(pictures), tf.mul(norm(changed), adversary.normWeight));
  },
};
