import type { ModelInput } from '../../domain/picture.ts';

type Values = Float32Array<ArrayBuffer>;

/** The pictures an attack may show: within ε of the original at every value, and within the pixel range. */
export interface Ball {
  readonly centre: ModelInput;
  /** Pixel scale 0…1. */
  readonly epsilon: number;
}

/**
 * clip₀₁(x₀ + clip_{±ε}(x + α·sign(d) − x₀)), pixel scale. Where the direction is 0 nothing moves.
 * @param direction any finite numbers; only their signs count
 */
export function stepInBall(
  ball: Ball,
  from: Values,
  stepSize: number,
  direction: ArrayLike<number>,
): Values {
  return inBall(ball, (i) => from[i] + stepSize * Math.sign(direction[i]));
}

/** The nearest picture of the ball to the values wanted. */
export function inBall({ centre, epsilon }: Ball, wanted: (i: number) => number): Values {
  const values = new Float32Array(centre.values.length);
  for (let i = 0; i < values.length; i++) {
    const original = centre.values[i];
    const change = Math.min(epsilon, Math.max(-epsilon, wanted(i) - original));
    values[i] = Math.min(1, Math.max(0, original + change));
  }
  return values;
}
