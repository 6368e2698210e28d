import { tf } from '../../src/engine/backend/tf.ts';
import type { Batch } from '../batches.ts';
import { asTensors, lastFeatures, meanLogits, type NetworkPlan, type Weights } from '../network.ts';
import { type Locating, networkTensors, trainedPlans } from '../trained.ts';
import { crossEntropy, type Slope, slopeOf } from './natural.ts';

/**
 * Regime `natural` with places: cross-entropy of the picture, and beside it that of every place of the last
 * features, read by a 1×1 convolution of its own. So the features become detectors of what is under the
 * mask that keep silent on sound surface. No tensor stays behind.
 * @param trained arrays of the shapes of `trainedPlans`
 */
export async function locatedSlope(
  plan: NetworkPlan,
  locating: Locating,
  trained: Weights,
  batch: Batch,
): Promise<Slope> {
  const tensors = asTensors(trainedPlans(plan, locating), trained);
  const pictures = batch.labels.length;
  const x = tf.tensor4d(batch.values, [pictures, batch.height, batch.width, plan.channels]);
  const truth = tf.tensor2d(batch.places, [batch.places.length / plan.classes, plan.classes]);
  const loss = (...at: tf.Tensor[]) => {
    const weights = networkTensors(plan, locating, at);
    const features = lastFeatures(plan, weights, x);
    const [kernel, bias] = at.slice(-2);
    const rows = tf.reshape<tf.Rank.R2>(features, [truth.shape[0], kernel.shape[0]]);
    const places = tf.add<tf.Tensor2D>(
      tf.matMul(rows, tf.reshape<tf.Rank.R2>(kernel, [kernel.shape[0], plan.classes])),
      bias,
    );
    const ofPlaces = tf.div<tf.Scalar>(
      tf.neg(tf.sum(tf.mul(tf.logSoftmax(places), truth))),
      pictures,
    );
    const ofPictures = crossEntropy(meanLogits(plan, weights, features), batch.labels);
    return tf.add<tf.Scalar>(ofPictures, tf.mul(ofPlaces, locating.weight));
  };
  try {
    return await slopeOf(loss, tensors);
  } finally {
    tf.dispose([...tensors, x, truth]);
  }
}
