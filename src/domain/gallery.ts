import type { AttributionMap, MethodId } from './attribution.ts';
import type { ProblemCode, ProblemDetail } from './problem.ts';

/** One method on the picture, before and after the perturbation. */
export type GalleryEntry =
  | {
      readonly method: MethodId;
      readonly status: 'ready';
      readonly original: AttributionMap;
      readonly perturbed: AttributionMap;
      /** Corrected LENS recall@k at the same coordinates: 1 same, 0 chance; null where it cannot be computed. */
      readonly raw: number | null;
      /** The same after undoing the motion; null too where nothing moves. */
      readonly aligned: number | null;
      /** Every value of a map is 0. */
      readonly dead: boolean;
      /** Time for both maps, nothing from a cache. */
      readonly durationMs: number;
    }
  | {
      readonly method: MethodId;
      /** The method cannot run on this model. */
      readonly status: 'refused';
      readonly code: ProblemCode;
      readonly detail: ProblemDetail;
    };
