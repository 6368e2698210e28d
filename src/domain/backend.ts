/** TensorFlow.js backends the engine can run on, best first where the hardware allows. */
export const BACKEND_IDS = ['webgl', 'wasm', 'cpu'] as const;
export type BackendId = (typeof BACKEND_IDS)[number];

/** Why this backend runs. */
export type BackendReason =
  | 'hardware-webgl'
  | 'software-webgl'
  | 'no-webgl'
  | 'no-wasm'
  | 'asked-for'
  | 'no-browser';

/** Which backend really ran, and on what. */
export interface BackendInfo {
  readonly id: BackendId;
  /** Renderer string of the graphics driver; empty where there is none. */
  readonly renderer: string;
  readonly reason: BackendReason;
  /** TensorFlow.js version. */
  readonly version: string;
}

/** Directional derivative against a central difference, on the real picture and backend. */
export interface GradientCheck {
  readonly passed: boolean;
  /** Largest relative error over the directions tried; null when no direction had slope enough to judge. */
  readonly maxRelativeError: number | null;
  readonly directions: number;
}
