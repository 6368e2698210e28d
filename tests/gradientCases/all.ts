import { COMPARISONS } from './comparisons.ts';
import { DEPTH_TO_SPACES } from './depthToSpaces.ts';
import { GATHERS } from './gathers.ts';
import { STRIDED_SLICES } from './stridedSlices.ts';

/** Every case of the gradients of index and contraction ops. */
export const GRADIENT_CASES = [...STRIDED_SLICES, ...COMPARISONS, ...DEPTH_TO_SPACES, ...GATHERS];
