import type { AttributionMethod } from './attributionMethod.ts';
import { ruledGradient } from './ruledGradient.ts';

/**
 * The gradient with every ReLU passing on ∂y·[∂y > 0], whether or not it was open for the picture: what
 * a deconvnet gives. Max pools give back to the pixel that won, as its switches do. Where a network
 * bends by ReLU alone, nothing of the picture is left: the map is the same for all. ReLU6 counts as a
 * ReLU, and is closed above 6.
 * Zeiler, Fergus 2014; as Captum's Deconvolution, which leaves out ReLU6.
 * @throws Problem `method-unavailable` for a network without a ReLU
 */
export const deconvolution: AttributionMethod = (context) =>
  ruledGradient(context, 'deconvolution');
