import type { AttributionMethod } from './attributionMethod.ts';
import { visitGradients } from './inputGradients.ts';
import { noisyCopies } from './noisyCopies.ts';

/**
 * Variance of ∂f_y/∂x over the very noisy copies that SmoothGrad takes the mean at: where the gradient
 * is unsteady, not which way it points. Population variance (divisor n), never negative; 0 for
 * σ = 0 or one sample. Running mean and squared distance in float64 (Welford 1962), so that a small
 * variance beside a large mean is not lost.
 * Adebayo, Gilmer, Muelly, Goodfellow, Hardt, Kim 2018; Seo, Choe, Koo, Jeon, Kim, Jeon 2018.
 */
export const varGrad: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, settings, seed, checkpoint } = context;
  const spec = model.card.input;
  const streams = inputs.map((input) => noisyCopies(input, spec, settings, seed));
  const spreads = inputs.map(({ values }) => runningSpread(values.length));
  await visitGradients(
    model,
    targetClass,
    streams,
    (stream, index, gradient) => spreads[stream].add(gradient, index + 1),
    checkpoint,
  );
  return spreads.map(({ squares }) => ({
    values: Float32Array.from(squares, (square) => square / settings.samples),
    channels: spec.channels,
    completenessGap: null,
  }));
};

/** Squared distances from the mean, summed as values come; `count` is how many have come with this one. */
function runningSpread(length: number) {
  const mean = new Float64Array(length);
  const squares = new Float64Array(length);
  return {
    squares,
    add(values: Float32Array, count: number) {
      for (let i = 0; i < length; i++) {
        const before = values[i] - mean[i];
        mean[i] += before / count;
        squares[i] += before * (values[i] - mean[i]);
      }
    },
  };
}
