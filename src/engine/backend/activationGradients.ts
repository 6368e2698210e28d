import { tf } from './core.ts';

/** ∂x from ∂y and the output y. */
type Derivative = (dy: tf.Tensor, y: tf.Tensor) => tf.Tensor;

/**
 * Gradients of Sigmoid, Tanh, Exp, Softmax and Elu that are right at every order. The stock ones are
 * written in the output y, and use the copy of it that tfjs saved. That copy has no past on the tape:
 * in a second derivative y counts as a constant, which gives a wrong number and no error (in Elu's
 * case, an error). Here the copy is tied to the input again; a first derivative costs what it did.
 * And of Relu6, by a faster mask.
 */
export function activationGradients(): tf.GradConfig[] {
  return [
    relu6Gradient(),
    throughOutput(tf.Sigmoid, 'x', (dy, y) => tf.mul(dy, tf.mul(y, tf.sub(1, y)))),
    throughOutput(tf.Tanh, 'x', (dy, y) => tf.mul(dy, tf.sub(1, tf.square(y)))),
    throughOutput(tf.Exp, 'x', (dy, y) => tf.mul(dy, y)),
    // eˣ = y + 1 below zero; the slope at 0 is 1.
    throughOutput(tf.Elu, 'x', (dy, y) => tf.mul(dy, tf.sub(1, tf.relu(tf.neg(y))))),
    throughOutput(tf.Softmax, 'logits', (dy, y) => {
      const weighted = tf.mul(dy, y);
      return tf.sub(weighted, tf.mul(tf.sum(weighted, -1, true), y));
    }),
  ];
}

function throughOutput(kernelName: string, input: string, derivative: Derivative): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: [input],
    outputsToSave: [true],
    gradFunc(dy, saved) {
      const [x, y] = saved;
      if (Array.isArray(dy) || !x || !y)
        throw new Error(`${kernelName} has one input and one output`);
      return { [input]: () => derivative(dy, tied(x, y, derivative)) };
    },
  };
}

/** y, known already, as a function of x: nothing is computed again, and its derivative is `derivative`. */
function tied(x: tf.Tensor, y: tf.Tensor, derivative: Derivative): tf.Tensor {
  return tf.customGrad(() => ({
    value: tf.clone(y),
    gradFunc: (dy: tf.Tensor) => derivative(dy, tied(x, y, derivative)),
  }))(x);
}

/** 0 at 0 and 1 at 6, as the stock one, but by `step`: wasm compares slowly. */
function relu6Gradient(): tf.GradConfig {
  return {
    kernelName: tf.Relu6,
    inputsToSave: ['x'],
    gradFunc(dy, saved) {
      const [x] = saved;
      if (Array.isArray(dy) || !x) throw new Error('Relu6 has one input and one output');
      return {
        x: () => tf.mul(dy, tf.sub(tf.step(x), tf.step(tf.sub(x, 6)))),
      };
    },
  };
}
