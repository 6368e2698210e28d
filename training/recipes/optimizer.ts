import type { AdamSettings } from '../adam.ts';

/** What all recipes begin with. */
export const ADAM: AdamSettings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };
