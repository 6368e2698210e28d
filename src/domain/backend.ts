/**
 * TensorFlow.js backends the engine can run on. The first three are chosen among, best first where
 * the hardware allows; webgpu is an experiment and runs only when it is asked for.
 */
export const BACKEND_IDS = ['webgl', 'wasm', 'cpu', 'webgpu'] as const;
export type BackendId = (typeof BACKEND_IDS)[number];

/** Why this backend runs. */
export type BackendReason =
  | 'hardware-webgl'
  | 'measured'
  | 'software-webgl'
  | 'no-webgl'
  | 'no-wasm'
  | 'asked-for'
  | 'no-browser';

/** What a number keeps on its way through a backend: `float16` has about three digits. */
export type Precision = 'float32' | 'float16';

/** Milliseconds of the same small gradient on the backends a machine could use. */
export interface BackendTimes {
  /** Renderer and TensorFlow.js version it was measured with: with others it says nothing. */
  readonly renderer: string;
  readonly version: string;
  /** One that did not run is not there. */
  readonly milliseconds: Readonly<Partial<Record<BackendId, number>>>;
}

/** Which backend really ran, and on what. */
export interface BackendInfo {
  readonly id: BackendId;
  /** Renderer string of the graphics driver; empty where there is none. */
  readonly renderer: string;
  readonly reason: BackendReason;
  /** TensorFlow.js version. */
  readonly version: string;
  /** Found by computing, not by what the driver says of itself. */
  readonly precision: Precision;
  /** What the choice was measured by; null where nothing had to be measured. */
  readonly times: BackendTimes | null;
}

/** Directional derivative against a central difference, on the real picture and backend. */
export interface GradientCheck {
  readonly passed: boolean;
  /** Largest relative error over the directions tried; null when no direction had slope enough to judge. */
  readonly maxRelativeError: number | null;
  readonly directions: number;
}

/** The same map on two backends. */
export interface ParityCheck {
  readonly passed: boolean;
  /** Largest difference of a pixel, share of the range of the reference map; null when that has none. */
  readonly maxDifference: number | null;
  /** ‖difference‖₂ / ‖reference‖₂; null where the reference is zero. */
  readonly relativeError: number | null;
  /** How many of the 100 strongest pixels (all, where there are fewer) are the same. */
  readonly sharedStrongest: number;
  readonly strongest: number;
}
