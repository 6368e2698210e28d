import { layers, tf } from '../backend/tf.ts';

/** One use of one layer, with the layers of nested models in their places. */
export interface NetworkStep {
  /** Unique. Layers of a nested model are `model/layer`; a layer used again is `layer:2`. */
  readonly name: string;
  readonly layer: layers.layers.Layer;
  /** The steps whose outputs it takes; −1 is the picture. */
  readonly inputs: readonly number[];
  /** Of its output, without the batch; null where that is not fixed. */
  readonly shape: readonly (number | null)[];
}

/** The picture, as an input of a step. */
export const PICTURE = -1;

/**
 * A network as the list of what it does from picture to output, each step after those it needs, the output
 * last. Null when it has several inputs or outputs, or a layer on the way has: then there is no such list.
 */
export function networkSteps(network: layers.LayersModel): readonly NetworkStep[] | null {
  const [input] = network.inputs;
  const [output] = network.outputs;
  if (!input || !output || network.inputs.length > 1 || network.outputs.length > 1) return null;
  const walk: Walk = { steps: [], names: new Map() };
  try {
    const last = visit(output, { walk, prefix: '', known: new Map([[input.id, PICTURE]]) });
    // The output comes last by itself, but for a network that hands a tensor through.
    return last === walk.steps.length - 1 ? walk.steps : null;
  } catch (error) {
    if (error instanceof Untold) return null;
    throw error;
  }
}

/** Layers that have height and width, more than one pixel together, by name: what a CAM can look at. */
export const spatialSteps = (steps: readonly NetworkStep[]): readonly NetworkStep[] =>
  steps.filter(({ shape }) => shape.length === 3 && (shape[0] ?? 0) * (shape[1] ?? 0) > 1);

/**
 * Outputs by the index of their step.
 * @param x `[n, h, w, c]` @param given outputs that are known @param wanted which of the others are computed
 * @returns `given` and what was computed
 */
export function runSteps(
  steps: readonly NetworkStep[],
  x: tf.Tensor,
  given: ReadonlyMap<number, tf.Tensor> = new Map(),
  wanted: (index: number) => boolean = () => true,
): ReadonlyMap<number, tf.Tensor> {
  const outputs = new Map(given);
  steps.forEach((step, index) => {
    if (outputs.has(index) || !wanted(index)) return;
    outputs.set(index, runLayer(step.layer, inputsOf(step, x, outputs)));
  });
  return outputs;
}

/** What a step takes, in its order. */
export const inputsOf = (
  { inputs }: NetworkStep,
  x: tf.Tensor,
  outputs: ReadonlyMap<number, tf.Tensor>,
): tf.Tensor[] => inputs.map((index) => (index === PICTURE ? x : outputAt(outputs, index)));

/** The output of a step. @throws Error when it was not computed */
export function outputAt(outputs: ReadonlyMap<number, tf.Tensor>, index: number): tf.Tensor {
  const output = outputs.get(index);
  if (!output) throw new Error(`step ${index} was not run`);
  return output;
}

/** What one layer makes of its inputs. */
export function runLayer(layer: layers.layers.Layer, values: tf.Tensor[]): tf.Tensor {
  const [only] = values;
  const [first] = [layer.apply(values.length === 1 && only ? only : values)].flat();
  if (!(first instanceof tf.Tensor)) throw new Error(`${layer.name} gave no tensor`);
  return first;
}

/** The steps that depend on one of them, without itself. */
export function dependents(steps: readonly NetworkStep[], index: number): ReadonlySet<number> {
  const found = new Set<number>();
  steps.forEach(({ inputs }, i) => {
    if (inputs.some((input) => input === index || found.has(input))) found.add(i);
  });
  return found;
}

/** Something that a list of steps cannot tell. */
class Untold extends Error {}

interface Walk {
  readonly steps: NetworkStep[];
  /** How often each name was given. */
  readonly names: Map<string, number>;
}

/** Inside the network or a model nested in it: which step gives each of its tensors. */
interface Scope {
  readonly walk: Walk;
  readonly prefix: string;
  readonly known: Map<number, number>;
}

/** Index of the step that gives a tensor; the step and those before it are made if need be. */
function visit(tensor: layers.SymbolicTensor, scope: Scope): number {
  const known = scope.known.get(tensor.id);
  if (known !== undefined) return known;
  const { sourceLayer: layer } = tensor;
  const node = layer.inboundNodes[tensor.nodeIndex];
  if (!node || node.inputTensors.length === 0) throw new Untold('another input');
  const inputs = node.inputTensors.map((before) => visit(before, scope));
  const index =
    layer instanceof layers.LayersModel
      ? visitNested(layer, inputs, tensor.tensorIndex, scope)
      : append(tensor, inputs, scope);
  scope.known.set(tensor.id, index);
  return index;
}

function visitNested(
  model: layers.LayersModel,
  inputs: readonly number[],
  output: number,
  { walk, prefix }: Scope,
): number {
  const inner = model.outputs[output];
  if (!inner) throw new Untold('an output that is not there');
  const bound = model.inputs.map(({ id }, i): [number, number] => [id, inputs[i]]);
  return visit(inner, { walk, prefix: `${prefix}${model.name}/`, known: new Map(bound) });
}

function append(
  { sourceLayer: layer, tensorIndex, shape }: layers.SymbolicTensor,
  inputs: readonly number[],
  { walk, prefix }: Scope,
): number {
  if (tensorIndex > 0) throw new Untold('a further output');
  const name = `${prefix}${layer.name}`;
  const uses = (walk.names.get(name) ?? 0) + 1;
  walk.names.set(name, uses);
  return (
    walk.steps.push({
      name: uses > 1 ? `${name}:${uses}` : name,
      layer,
      inputs,
      shape: shape.slice(1),
    }) - 1
  );
}
