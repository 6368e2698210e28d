import { methodUnavailable } from '../../domain/abilities.ts';
import type { MethodId } from '../../domain/attribution.ts';
import { unknownChoice } from '../../domain/problem.ts';
import { tf } from '../backend/tf.ts';
import { type LoadedModel, toModelRange } from '../model/loadedModel.ts';
import {
  dependents,
  type NetworkStep,
  networkSteps,
  outputAt,
  runSteps,
  spatialSteps,
} from '../model/networkSteps.ts';
import type { AttributionContext } from './attributionMethod.ts';
import { checkFinite } from './finite.ts';
import { gradientOf } from './inputGradients.ts';
import { microBatches } from './microBatches.ts';

/** What a layer holds for one picture, and how the logit reacts to it. */
export interface LayerActivations {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** A, `[height, width, channels]`. */
  readonly activations: Float32Array;
  /** ∂f_y/∂A, of the same shape. */
  readonly gradients: Float32Array;
}

/**
 * A and ∂f_y/∂A at one layer, for each picture. The network is run up to the layer, with what goes past
 * it, and from there on as a function of A: nothing before the layer is differentiated.
 * @param method in whose name a network without layers is refused
 * @throws Problem `method-unavailable`; `setting-unknown-choice` for a layer that is not there or has no height
 * and width; `non-finite-gradient`; whatever `checkpoint` throws. No tensor stays behind.
 */
export async function layerActivations(
  { model, inputs, targetClass, settings, checkpoint }: AttributionContext,
  method: MethodId,
): Promise<LayerActivations[]> {
  const spec = model.card.input;
  const place = placeOf(model, settings.layer, method);
  const streams = inputs.map((input) => ({
    count: 1,
    write: (_: number, into: Float32Array) => into.set(toModelRange(input.values, spec)),
  }));
  const found: LayerActivations[] = [];
  for (const { size, values, members } of microBatches(streams, spec)) {
    await checkpoint(found.length, inputs.length);
    const shape: [number, number, number, number] = [size, spec.height, spec.width, spec.channels];
    const makeInput = () => tf.tensor4d(values, shape);
    const batch = { makeInput, pictures: members.length, targetClass };
    found.push(...(await batchActivations(place, batch)));
  }
  await checkpoint(inputs.length, inputs.length);
  return found;
}

/** The steps of a network, one of them looked at. */
interface Place {
  readonly steps: readonly NetworkStep[];
  readonly index: number;
}

function placeOf({ card, network }: LoadedModel, asked: string, method: MethodId): Place {
  const steps = network && networkSteps(network);
  const names = steps ? spatialSteps(steps).map(({ name }) => name) : [];
  if (!steps || names.length === 0) throw methodUnavailable(method, 'spatialLayer');
  const layer = asked || card.lastSpatialLayer;
  if (!names.includes(layer)) throw unknownChoice('layer', names, layer);
  return { steps, index: steps.findIndex(({ name }) => name === layer) };
}

interface Batch {
  readonly makeInput: () => tf.Tensor4D;
  /** Rows that hold a picture. */
  readonly pictures: number;
  readonly targetClass: number;
}

async function batchActivations(
  { steps, index }: Place,
  { makeInput, pictures, targetClass }: Batch,
): Promise<LayerActivations[]> {
  const tensors = tf.tidy(() => {
    const x = makeInput();
    const behind = dependents(steps, index);
    const before = runSteps(steps, x, new Map(), (i) => !behind.has(i));
    const activations = outputAt(before, index);
    const logit = (layer: tf.Tensor) => {
      const outputs = runSteps(steps, x, new Map(before).set(index, layer));
      return targetLogits(outputAt(outputs, steps.length - 1), x.shape[0], targetClass);
    };
    return [activations, gradientOf(logit, activations)];
  });
  try {
    const [a, g] = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
    const [size, height, width, channels] = tensors[0].shape;
    const rowOf = (values: Float32Array, row: number) =>
      values.subarray((row * values.length) / size, ((row + 1) * values.length) / size);
    // Rows beyond the pictures mean nothing.
    return Array.from({ length: pictures }, (_, row) => {
      const layer = { activations: rowOf(a, row), gradients: rowOf(g, row) };
      checkFinite(layer.activations, 'gradient');
      checkFinite(layer.gradients, 'gradient');
      return { height, width, channels, ...layer };
    });
  } finally {
    tf.dispose(tensors);
  }
}

/** Σ over the rows of the logit of one class. */
function targetLogits(output: tf.Tensor, size: number, targetClass: number): tf.Tensor {
  const classes = output.size / size;
  const pick = Float32Array.from({ length: classes }, (_, i) => (i === targetClass ? 1 : 0));
  return tf.sum(tf.mul(tf.reshape(output, [size, classes]), tf.tensor2d(pick, [1, classes])));
}
