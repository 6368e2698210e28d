import type { AttributionMethod } from './attributionMethod.ts';
import { classActivationMaps } from './classActivationMap.ts';
import type { LayerActivations } from './layerActivations.ts';

/**
 * ReLU(Σ_k w_k A_k), w_k = Σ_ij α_ij ReLU(g_ij) with g = ∂f_y/∂A_k and α_ij = g_ij² / (2 g_ij² + Σ_ab A_ab g_ij³), 0 where that is
 * 0/0: several things of one class all count, not only the largest. f_y is the logit; the paper explains
 * e^f_y, which multiplies every g by the same number, cancels in α and is left out of w.
 * Chattopadhay, Sarkar, Howlader, Balasubramanian 2018. Captum has no such method.
 * @throws Problem `method-unavailable`, `setting-unknown-choice` for a layer that is not there
 */
export const gradCamPlusPlus: AttributionMethod = (context) =>
  classActivationMaps(context, 'gradCamPlusPlus', alphaWeights);

function alphaWeights({ activations, gradients, channels }: LayerActivations): Float64Array {
  const active = new Float64Array(channels);
  activations.forEach((value, i) => {
    active[i % channels] += value;
  });
  const weights = new Float64Array(channels);
  gradients.forEach((g, i) => {
    const denominator = 2 * g ** 2 + active[i % channels] * g ** 3;
    if (g > 0 && denominator !== 0) weights[i % channels] += (g ** 2 / denominator) * g;
  });
  return weights;
}
