import { activationGradients } from './activationGradients.ts';
import { batchNormGradient } from './batchNormGradient.ts';
import { comparisonGradients } from './comparisonGradients.ts';
import { conv2dGradient } from './convolutionGradients.ts';
import { tf } from './core.ts';
import { depthwiseGradient } from './depthwiseGradients.ts';
import { poolGradients } from './poolGradients.ts';
import { separableGradients } from './separableGradients.ts';

/** Puts our gradients in place of the stock ones, for every backend. Called once, by `tf.ts`. */
export function repairGradients(): void {
  replace(conv2dGradient(tf.getGradient(tf.Conv2D)));
  replace(depthwiseGradient());
  replace(batchNormGradient(tf.getGradient(tf.FusedBatchNorm)));
  for (const gradient of comparisonGradients()) replace(gradient);
  for (const gradient of activationGradients()) replace(gradient);
  for (const gradient of poolGradients()) replace(gradient);
  for (const gradient of separableGradients()) replace(gradient);
}

function replace(gradient: tf.GradConfig): void {
  // Some have no stock gradient at all, and taking that out throws.
  if (tf.getGradient(gradient.kernelName)) tf.unregisterGradient(gradient.kernelName);
  tf.registerGradient(gradient);
}
