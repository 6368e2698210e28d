import { tf } from './core.ts';

/** A number among the attributes of an op. @throws Error when it is something else */
export function numberOf(attributes: tf.NamedAttrMap, name: string): number {
  const value = attributes[name];
  if (typeof value === 'number') return value;
  throw new Error(`${name} must be a number, got ${JSON.stringify(value)}`);
}

/** A list of numbers among the attributes of an op. @throws Error when it is something else */
export function numbersOf(attributes: tf.NamedAttrMap, name: string): number[] {
  const value = attributes[name];
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'number')) return value;
  throw new Error(`${name} must be a list of numbers, got ${JSON.stringify(value)}`);
}

/** A text among the attributes of an op. @throws Error when it is something else */
export function textOf(attributes: tf.NamedAttrMap, name: string): string {
  const value = attributes[name];
  if (typeof value === 'string') return value;
  throw new Error(`${name} must be a text, got ${JSON.stringify(value)}`);
}

/** ∂y of an op that has one output. @throws Error when there are several */
export function single(dy: tf.Tensor | tf.Tensor[]): tf.Tensor {
  if (Array.isArray(dy)) throw new Error(`expected one output, got ${dy.length}`);
  return dy;
}

/** An input of a kernel made of other operations. @throws Error when the engine hands over something else */
export function inputOf(inputs: tf.NamedTensorInfoMap, name: string): tf.Tensor {
  const input = inputs[name];
  if (isTensor(input)) return input;
  throw new Error(`input ${name} is not a tensor`);
}

const isTensor = (input: unknown): input is tf.Tensor => input instanceof tf.Tensor;

/** A truth value among the attributes of an op. @throws Error when it is something else */
export function flagOf(attributes: tf.NamedAttrMap, name: string): boolean {
  const value = attributes[name];
  if (typeof value === 'boolean') return value;
  throw new Error(`${name} must be true or false, got ${JSON.stringify(value)}`);
}
