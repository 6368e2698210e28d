import { tf } from './core.ts';

/**
 * Gradient of FusedBatchNorm with ∂x = ∂y · scale / √(variance + ε) broadcast over the channels. The
 * stock one is right, but tiles the statistics to the size of the picture first, which takes wasm
 * twenty times longer. Those in mean, variance, scale and offset stay the stock ones.
 */
export function batchNormGradient(stock: tf.GradConfig): tf.GradConfig {
  return {
    ...stock,
    gradFunc(dy, saved, bag) {
      const [, , variance, scale] = saved;
      if (Array.isArray(dy) || !variance)
        throw new Error('a batch norm has one output and a variance');
      const rest = (name: string) => () => {
        const gradient = stock.gradFunc(dy, saved, bag)[name];
        if (!gradient) throw new Error(`no gradient of a batch norm in ${name}`);
        return gradient();
      };
      return {
        x: () => {
          const unscaled = tf.rsqrt(tf.add(variance, Number(bag.varianceEpsilon)));
          return tf.mul(dy, scale ? tf.mul(unscaled, scale) : unscaled);
        },
        mean: rest('mean'),
        variance: rest('variance'),
        scale: rest('scale'),
        offset: rest('offset'),
      };
    },
  };
}
