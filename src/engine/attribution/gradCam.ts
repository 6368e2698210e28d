import type { AttributionMethod } from './attributionMethod.ts';
import { classActivationMaps } from './classActivationMap.ts';
import type { LayerActivations } from './layerActivations.ts';

/**
 * ReLU(Σ_k w_k A_k), w_k the mean of ∂f_y/∂A_k over height and width: where the channels that speak for the
 * class are active. Coarse: no finer than the layer. f_y is the logit.
 * Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra 2017; as Captum's LayerGradCam with ReLU.
 * @throws Problem `method-unavailable`, `setting-unknown-choice` for a layer that is not there
 */
export const gradCam: AttributionMethod = (context) =>
  classActivationMaps(context, 'gradCam', meanGradients);

function meanGradients({ gradients, channels }: LayerActivations): Float64Array {
  const places = gradients.length / channels;
  const sums = new Float64Array(channels);
  gradients.forEach((slope, i) => {
    sums[i % channels] += slope;
  });
  return sums.map((sum) => sum / places);
}
