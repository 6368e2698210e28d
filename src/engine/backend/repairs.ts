import { activationGradients } from './activationGradients.ts';
import { ruledGradients } from './activationRules.ts';
import { batchNormGradient } from './batchNormGradient.ts';
import { comparisonGradients } from './comparisonGradients.ts';
import { conv2dGradient } from './convolutionGradients.ts';
import { tf } from './core.ts';
import { cropAndResizeGradient } from './cropAndResizeGradient.ts';
import { cumprodGradient, cumsumGradient } from './cumulativeGradients.ts';
import { depthToSpaceGradient } from './depthToSpaceGradient.ts';
import { depthwiseGradient } from './depthwiseGradients.ts';
import { einsumGradient, einsumKernel } from './einsumGradient.ts';
import {
  gatherGradient,
  gatherNdGradient,
  scatterNdGradient,
  topKGradient,
} from './gatherGradients.ts';
import { poolGradients } from './poolGradients.ts';
import { segmentSumGradient, segmentSumKernel } from './segmentSum.ts';
import { separableGradients } from './separableGradients.ts';
import { stridedSliceGradient } from './stridedSliceGradient.ts';

/**
 * Puts our gradients in place of the stock ones, for every backend, and gives wasm kernels it lacks.
 * Called once, by `tf.ts`.
 */
export function repairGradients(): void {
  replace(conv2dGradient(tf.getGradient(tf.Conv2D)));
  replace(depthwiseGradient());
  replace(stridedSliceGradient());
  replace(depthToSpaceGradient());
  replace(gatherGradient());
  replace(gatherNdGradient());
  replace(scatterNdGradient());
  replace(topKGradient());
  tf.registerKernel(segmentSumKernel());
  replace(segmentSumGradient());
  tf.registerKernel(einsumKernel());
  replace(einsumGradient());
  replace(cumsumGradient());
  replace(cumprodGradient());
  replace(cropAndResizeGradient());
  comparisonGradients().forEach(replace);
  replace(batchNormGradient(tf.getGradient(tf.FusedBatchNorm)));
  activationGradients().forEach(replace);
  poolGradients().forEach(replace);
  separableGradients().forEach(replace);
  ruledGradients().forEach(replace);
}

function replace(gradient: tf.GradConfig): void {
  // Some have no stock gradient at all, and taking that out throws.
  if (tf.getGradient(gradient.kernelName)) tf.unregisterGradient(gradient.kernelName);
  tf.registerGradient(gradient);
}
