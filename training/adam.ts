import type { Weights } from './network.ts';

/** Settings of the optimizer. */
export interface AdamSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Decoupled: share of the weight taken off per step and unit of learning rate. Biases keep theirs. */
  readonly weightDecay: number;
}

/** Everything a training run is at one moment; going on from it gives the same bits as never stopping. */
export interface TrainingState {
  /** Steps done. */
  readonly step: number;
  readonly weights: Weights;
  readonly firstMoments: Weights;
  readonly secondMoments: Weights;
}

/** State before the first step. */
export function startState(weights: Weights): TrainingState {
  const zeros = () => weights.map((array) => new Float32Array(array.length));
  return { step: 0, weights, firstMoments: zeros(), secondMoments: zeros() };
}

/**
 * One step of Adam with decoupled weight decay (Kingma & Ba 2015; Loshchilov & Hutter 2019), in
 * float64 on the processor so that every backend does the same. Moves the arrays of `state`.
 * @param gradients as long as the weights @returns the state one step on, over the same arrays
 */
export function adamStep(
  state: TrainingState,
  gradients: readonly Float32Array[],
  rate: number,
  { beta1, beta2, epsilon, weightDecay }: AdamSettings,
  decays: (index: number) => boolean,
): TrainingState {
  const step = state.step + 1;
  const unbias1 = 1 - beta1 ** step;
  const unbias2 = 1 - beta2 ** step;
  gradients.forEach((gradient, index) => {
    const weights = state.weights[index];
    const first = state.firstMoments[index];
    const second = state.secondMoments[index];
    const decay = decays(index) ? rate * weightDecay : 0;
    for (let i = 0; i < gradient.length; i++) {
      const slope = gradient[i];
      first[i] = beta1 * first[i] + (1 - beta1) * slope;
      second[i] = beta2 * second[i] + (1 - beta2) * slope * slope;
      const move = first[i] / unbias1 / (Math.sqrt(second[i] / unbias2) + epsilon);
      weights[i] -= rate * move + decay * weights[i];
    }
  });
  return { ...state, step };
}

/** Rises linearly over the first `warmUp` steps, then falls to 0 along a cosine. */
export function learningRate(step: number, steps: number, peak: number, warmUp: number): number {
  if (step < warmUp) return (peak * (step + 1)) / warmUp;
  return (peak / 2) * (1 + Math.cos((Math.PI * (step - warmUp)) / Math.max(1, steps - warmUp)));
}
