import type { BackendId, BackendReason } from '../../domain/backend.ts';

const names: Record<BackendId, string> = { webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' };

const reasons: Record<BackendReason, string> = {
  'hardware-webgl': 'A graphics processor answered, so it computes.',
  'software-webgl': 'WebGL runs in software here; another backend is faster.',
  'no-webgl': 'This browser offers no WebGL.',
  'no-wasm': 'This browser offers no WebAssembly with SIMD.',
  'asked-for': 'Chosen by hand.',
  'no-browser': 'Running outside a browser.',
};

/** Where the computing is done, and whether its gradients were found right. */
export const backend = {
  heading: 'Where the computing is done',
  names,
  reasons,
  choose: 'Backend',
  automatic: 'Automatic',
  starting: 'Starting…',
  checkPassed: 'gradient check passed',
  checkFailed: 'gradient check failed',
  checkPassedLong: (n: { error: string; directions: string }) =>
    `The gradient agrees with finite differences on this picture: largest relative error ${n.error} in ${n.directions} directions.`,
  checkFailedLong: (n: { error: string; directions: string }) =>
    `The gradient disagrees with finite differences on this picture: largest relative error ${n.error} in ${n.directions} directions. Choose another backend.`,
  checkLabel: 'Gradient check',
  checkResult: (n: { error: string; directions: string }) =>
    `error ≤ ${n.error} in ${n.directions} directions`,
  checkUnjudged:
    'No direction had slope enough to compare the gradient with finite differences on this picture.',
  renderer: 'Graphics',
  version: 'TensorFlow.js',
  time: 'Time for this pair',
};
