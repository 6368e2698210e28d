import type { InputSpec, ModelCard } from '../../domain/model.ts';
import type { layers, tf } from '../backend/tf.ts';

/** A model ready to run: its card, and the way from pictures to logits. */
export interface LoadedModel {
  readonly card: ModelCard;
  /** `x`: `[n, height, width, channels]` in the model's own range → `[n, classes]`, before softmax. Differentiable. */
  logits(x: tf.Tensor4D): tf.Tensor2D;
  /** The layers behind `logits`, whose output they are, for methods that look inside; null where the model is not made of layers. */
  readonly network: layers.LayersModel | null;
  /** Gives the weights back; the model is not usable afterwards. */
  dispose(): void;
}

/** Pixel scale 0…1 → the model's own range: pixel 0 becomes `range[0]`, pixel 1 `range[1]`. A new array. */
export function toModelRange(values: Float32Array, spec: InputSpec): Float32Array<ArrayBuffer> {
  const [low, high] = spec.range;
  const ranged = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) ranged[i] = low + (high - low) * values[i];
  return ranged;
}
