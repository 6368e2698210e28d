import { tf } from '../../src/engine/backend/tf.ts';
import type { Random } from '../../src/engine/random.ts';
import type { Batch } from '../batches.ts';
import { forwardPass, type NetworkPlan, type Weights, weightTensors } from '../network.ts';
import type { Adversary } from './adversary.ts';
import { crossEntropies } from './crossEntropy.ts';
import { innerMaximum, type Objective } from './innerMaximum.ts';
import { type Slope, slopeOf, truthRows } from './natural.ts';

/** What a robust regime asks about a batch: its loss at pictures, the pictures as they are, and its adversary. */
export interface Question {
  /** Cross-entropy of each picture, for any number of copies of the batch one behind the other. */
  readonly loss: Objective;
  /** `[n, h, w, c]`, model's range. */
  readonly pictures: tf.Tensor4D;
  readonly adversary: Adversary;
}

/** Of a regime min over weights, max over x* within ε: both are written once, per picture, as functions of x*. */
export interface Regime {
  /** What the adversary makes large. */
  inner(question: Question): Objective;
  /** What the weights make small, at the x* found. */
  outer(question: Question): Objective;
}

/** How a batch is attacked. */
export interface Attacked {
  readonly adversary: Adversary;
  /** Of the model's values. */
  readonly range: readonly [number, number];
  readonly random: Random;
}

/** Mean of the regime's outer loss over a batch and its slope; x* is a constant there (Danskin). No tensor stays behind. */
export async function robustSlope(
  regime: Regime,
  plan: NetworkPlan,
  weights: Weights,
  { values, labels, height, width }: Batch,
  { adversary, range, random }: Attacked,
): Promise<Slope> {
  const tensors = weightTensors(plan, weights);
  const pictures = tf.tensor4d(values, [labels.length, height, width, plan.channels]);
  const rows = truthRows(labels, plan.classes);
  const truth = tf.tensor2d(rows, [labels.length, plan.classes]);
  const question = (at: readonly tf.Tensor[]): Question => ({
    loss: (seen) => {
      const copies = seen.shape[0] / labels.length;
      return crossEntropies(
        forwardPass(plan, at, seen),
        copies > 1 ? tf.tile(truth, [copies, 1]) : truth,
      );
    },
    pictures,
    adversary,
  });
  const changed = innerMaximum(regime.inner(question(tensors)), pictures, adversary, range, random);
  try {
    return await slopeOf((...at) => tf.mean(regime.outer(question(at))(changed)), tensors);
  } finally {
    tf.dispose([...tensors, pictures, truth, changed]);
  }
}
