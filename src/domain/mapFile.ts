import type { FloatMap } from './attribution.ts';
import type { Motion } from './perturbation.ts';

/** A map that came out of a file of another tool. */
export interface MapFile {
  readonly name: string;
  /** Of the file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly map: FloatMap;
}

/** Two maps of one size, to be compared without a model. */
export interface MapPair {
  readonly original: MapFile;
  readonly perturbed: MapFile;
  /** How far the part moved between them, as the user says; null when it did not. */
  readonly motion: Motion | null;
}
