import { conv2dGradient } from './convolutionGradients.ts';
import { tf } from './core.ts';
import { depthwiseGradient } from './depthwiseGradients.ts';

/** Puts our gradients in place of the stock ones, for every backend. Called once, by `tf.ts`. */
export function repairGradients(): void {
  replace(conv2dGradient(tf.getGradient(tf.Conv2D)));
  replace(depthwiseGradient());
}

function replace(gradient: tf.GradConfig): void {
  tf.unregisterGradient(gradient.kernelName);
  tf.registerGradient(gradient);
}
