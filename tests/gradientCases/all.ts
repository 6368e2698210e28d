import { COMPARISONS } from './comparisons.ts';
import { CROPS_AND_RESIZES } from './cropsAndResizes.ts';
import { CUMULATIVES } from './cumulatives.ts';
import { DEPTH_TO_SPACES } from './depthToSpaces.ts';
import { EINSUMS } from './einsums.ts';
import { GATHERS } from './gathers.ts';
import { STRIDED_SLICES } from './stridedSlices.ts';

/** Every case of the gradients of index and contraction ops. */
export const GRADIENT_CASES = [
  ...STRIDED_SLICES,
  ...COMPARISONS,
  ...DEPTH_TO_SPACES,
  ...GATHERS,
  ...EINSUMS,
  ...CUMULATIVES,
  ...CROPS_AND_RESIZES,
];
