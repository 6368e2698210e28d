import type { Regime } from './robustSlope.ts';

/** min max ℓ(x*) (Madry et al., ICLR 2018). */
export const pgd: Regime = {
  inner: ({ loss }) => loss,
  outer: ({ loss }) => loss,
};
