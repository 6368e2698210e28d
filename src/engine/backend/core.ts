/**
 * TensorFlow.js with its stock gradients registered (`tfjs-layers` does that, in Node and in the
 * browser). Only for files of this folder that mend it; everybody else takes `tf.ts`.
 */
export * as tf from '@tensorflow/tfjs-core';
export * as layers from '@tensorflow/tfjs-layers';
