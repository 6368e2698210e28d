import { flagOf, numberOf, single } from './attributes.ts';
import { tf } from './core.ts';

/**
 * Gradient of Cumsum (stock: of the wrong shape, or wrong, unless along the last axis): summed the
 * other way. It is its own kind of op, so second derivatives come along.
 */
export function cumsumGradient(): tf.GradConfig {
  return {
    kernelName: tf.Cumsum,
    gradFunc: (dy, _, attributes) => ({
      x: () =>
        tf.cumsum(
          single(dy),
          numberOf(attributes, 'axis'),
          flagOf(attributes, 'exclusive'),
          !flagOf(attributes, 'reverse'),
        ),
    }),
  };
}

/**
 * Gradient of Cumprod (stock: none), without division, so exact at zeros too: the product before
 * xᵢ times sᵢ, where sᵢ = ∂yᵢ + xᵢ₊₁·sᵢ₊₁, or ∂yᵢ₊₁ + xᵢ₊₁·sᵢ₊₁ if exclusive. Entry after entry, of
 * differentiable operations.
 */
export function cumprodGradient(): tf.GradConfig {
  return {
    kernelName: tf.Cumprod,
    inputsToSave: ['x'],
    gradFunc(dy, [x], attributes) {
      const axis = numberOf(attributes, 'axis');
      const exclusive = flagOf(attributes, 'exclusive');
      const reverse = flagOf(attributes, 'reverse');
      return {
        x: () => {
          // Copies: the list an unstack returns belongs to the tape.
          const ordered = (list: tf.Tensor[]) => (reverse ? list.toReversed() : list);
          const entries = ordered(entriesOf(x, axis));
          const slopes = ordered(entriesOf(single(dy), axis));
          const after = ordered(sums(entries, slopes, exclusive));
          return tf.mul(tf.cumprod(x, axis, true, reverse), tf.stack(after, axis));
        },
      };
    },
  };
}

/** The sᵢ above, from the last to the first. */
function sums(entries: tf.Tensor[], slopes: tf.Tensor[], exclusive: boolean): tf.Tensor[] {
  const last = slopes.length - 1;
  const found = [exclusive ? tf.zerosLike(slopes[last]) : slopes[last]];
  for (let i = last - 1; i >= 0; i--)
    found.unshift(tf.add(slopes[exclusive ? i + 1 : i], tf.mul(entries[i + 1], found[0])));
  return found;
}

/** The slices along one axis. */
function entriesOf(x: tf.Tensor, axis: number): tf.Tensor[] {
  // The stock gradient of an unstack into one part throws.
  if (x.shape[axis] === 1) return [tf.squeeze(x, [axis])];
  return tf.unstack(x, axis);
}
