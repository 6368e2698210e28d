import type { PerturbationId } from '../../domain/perturbation.ts';

interface PerturbationText {
  readonly name: string;
  readonly help: string;
  /** The change in a few words, for captions. */
  readonly caption: (n: { x: string; y: string; strength: string }) => string;
}

/** Perturbations in plain words. */
export const perturbations: Record<PerturbationId, PerturbationText> = {
  shift: {
    name: 'Shift (vibration, positioning)',
    help: 'The part lies a little elsewhere. The heatmap should move with it.',
    caption: (n) => `shift (${n.x}, ${n.y}) px`,
  },
  noiseSign: {
    name: 'Sign noise',
    help: 'Each value goes up or down by the strength, at random: the largest noise of its size.',
    caption: (n) => `sign noise ${n.strength}/255`,
  },
  noiseGaussian: {
    name: 'Gaussian noise (sensor)',
    help: 'Random noise with this standard deviation, as from a camera sensor.',
    caption: (n) => `Gaussian noise σ ${n.strength}/255`,
  },
  brightness: {
    name: 'Brightness (lamp)',
    help: 'All values go up or down together, as when a lamp ages.',
    caption: (n) => `brightness ${n.strength} %`,
  },
};
