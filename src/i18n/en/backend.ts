import type { BackendId, BackendReason, Precision } from '../../domain/backend.ts';

const names: Record<BackendId, string> = {
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
  webgpu: 'WebGPU (experimental)',
};

const reasons: Record<BackendReason, string> = {
  'hardware-webgl': 'A graphics processor answered, so it computes.',
  measured: 'A graphics processor answered, but WebAssembly was measured to be faster here.',
  'software-webgl': 'WebGL runs in software here; another backend is faster.',
  'no-webgl': 'This browser offers no WebGL.',
  'no-wasm': 'This browser offers no WebAssembly with SIMD.',
  'asked-for': 'Chosen by hand.',
  'no-browser': 'Running outside a browser.',
};

/** The same for a line of the report. */
const shortReasons: Record<BackendReason, string> = {
  'hardware-webgl': 'graphics processor answered',
  measured: 'measured faster than WebGL',
  'software-webgl': 'WebGL is software here',
  'no-webgl': 'no WebGL',
  'no-wasm': 'no WebAssembly with SIMD',
  'asked-for': 'by hand',
  'no-browser': 'no browser',
};

/** Where the computing is done, and whether its gradients were found right. */
export const backend = {
  heading: 'Where the computing is done',
  names,
  reasons,
  shortReasons,
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
  parityLabel: 'Same map on plain JavaScript',
  parityHelp:
    'Computes the heatmap of the original again on the slow and simple JavaScript backend. It passes when no pixel differs by more than 0.01 % of the map’s range, or when the maps differ by at most 2 % in all: a unit of the network within rounding of its kink may fall to either side. When it fails, nothing on this screen can be trusted.',
  parityAsk: 'Compare',
  parityStop: 'Stop',
  parityRunning: (n: { share: string }) => `computing… ${n.share}`,
  parityItself: 'this is the JavaScript backend',
  parityPassed: (n: { difference: string; error: string; shared: string; of: string }) =>
    `yes: largest difference ${n.difference} of the range, ${n.error} in all; ${n.shared} of the ${n.of} strongest pixels are the same`,
  parityFailed: (n: { difference: string; error: string; shared: string; of: string }) =>
    `no: largest difference ${n.difference} of the range, ${n.error} in all; ${n.shared} of the ${n.of} strongest pixels are the same`,
  renderer: 'Graphics',
  version: 'TensorFlow.js',
  precision: 'Precision',
  precisions: { float32: '32-bit floats', float16: '16-bit floats' } satisfies Record<
    Precision,
    string
  >,
  lowPrecision:
    'This graphics processor computes with 16-bit floats: about three digits. Small differences between heatmaps may be rounding; choose WebAssembly for exact ones.',
  measured: 'Measured (one small gradient)',
  measuredTime: (n: { backend: string; time: string }) => `${n.backend} ${n.time} ms`,
  time: 'Time for this pair',
};
