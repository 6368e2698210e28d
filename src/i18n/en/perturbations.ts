import type { CaptionNumbers, PerturbationId } from '../../domain/perturbation.ts';

interface PerturbationText {
  readonly name: string;
  readonly help: string;
  /** The change in a few words, for captions. */
  readonly caption: (n: CaptionNumbers) => string;
}

/** Perturbations in plain words. */
export const perturbations: Record<PerturbationId, PerturbationText> = {
  shift: {
    name: 'Shift (vibration, positioning)',
    help: 'The part lies a little elsewhere. The heatmap should move with it.',
    caption: (n) => `shift (${n.x}, ${n.y}) px`,
  },
  rotate: {
    name: 'Rotation (part turned)',
    help: 'The part lies turned about the middle of the picture. The heatmap should turn with it.',
    caption: (n) => `rotation ${n.strength}°`,
  },
  scale: {
    name: 'Scale (distance to the camera)',
    help: 'The part appears larger or smaller about the middle of the picture; 100 changes nothing. The heatmap should grow with it.',
    caption: (n) => `scale ${n.strength} %`,
  },
  brightness: {
    name: 'Brightness (lamp)',
    help: 'All values go up or down together, as when a lamp ages.',
    caption: (n) => `brightness ${n.strength} %`,
  },
  contrast: {
    name: 'Contrast (flat or hard light)',
    help: 'Values move away from the mean of the picture, or towards it, by this share of their distance.',
    caption: (n) => `contrast ${n.strength} %`,
  },
  gamma: {
    name: 'Gamma (tone curve)',
    help: 'Middle tones darken above 1 and brighten below it; black and white stay.',
    caption: (n) => `gamma ${n.strength}`,
  },
  noiseGaussian: {
    name: 'Gaussian noise (sensor)',
    help: 'Random noise with this standard deviation, as from a camera sensor.',
    caption: (n) => `Gaussian noise σ ${n.strength}/255`,
  },
  noiseUniform: {
    name: 'Uniform noise',
    help: 'Each value moves up or down by at most the strength, every amount as likely.',
    caption: (n) => `uniform noise ±${n.strength}/255`,
  },
  noiseSign: {
    name: 'Sign noise',
    help: 'Each value goes up or down by the strength, at random: the largest noise of its size.',
    caption: (n) => `sign noise ${n.strength}/255`,
  },
  blurGaussian: {
    name: 'Gaussian blur (focus)',
    help: 'The camera is out of focus: every pixel spreads as a Gaussian of this σ.',
    caption: (n) => `Gaussian blur σ ${n.strength} px`,
  },
  blurMotion: {
    name: 'Motion blur (exposure)',
    help: 'The part moves so far while the shutter is open; 1 px changes nothing.',
    caption: (n) => `motion blur ${n.strength} px, ${n.angle}°`,
  },
  jpeg: {
    name: 'JPEG compression',
    help: 'Stored as a JPEG file of this quality and read again. Even 100 is not lossless: values are rounded.',
    caption: (n) => `JPEG quality ${n.strength}`,
  },
  occluder: {
    name: 'Grey patch (dirt, label)',
    help: 'A square of mid-grey covers a part of the picture. Its side is a share of the shorter side of the picture.',
    caption: (n) => `patch ${n.strength} %${n.place && ` at ${n.place} %`}`,
  },
};
