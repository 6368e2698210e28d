import type { Limits } from './limits.ts';

/** Perturbations, in menu order. */
export const PERTURBATION_IDS = [
  'shift',
  'rotate',
  'scale',
  'brightness',
  'contrast',
  'gamma',
  'noiseGaussian',
  'noiseUniform',
  'noiseSign',
  'blurGaussian',
  'blurMotion',
  'jpeg',
  'occluder',
] as const;
export type PerturbationId = (typeof PERTURBATION_IDS)[number];

/** Where a perturbation comes from; the menu is grouped so. */
export const PERTURBATION_GROUPS = ['position', 'light', 'noise', 'optics', 'picture'] as const;
export type PerturbationGroup = (typeof PERTURBATION_GROUPS)[number];

/** What comes in at the border of a shifted, turned or scaled picture. `constant` is mid-grey. */
export const BORDER_MODES = ['edge', 'reflect', 'constant'] as const;
export type BorderMode = (typeof BORDER_MODES)[number];

/** Where the patch of `occluder` lies: drawn from the seed, or at (patchX, patchY). */
export const PATCH_PLACES = ['seeded', 'chosen'] as const;
export type PatchPlace = (typeof PATCH_PLACES)[number];

/** What is asked of the perturbation stage. Unused fields are kept, so that switching back finds them. */
export interface PerturbationSettings {
  readonly id: PerturbationId;
  /** Shift to the right, model-input pixels; sub-pixel allowed (bilinear). */
  readonly shiftX: number;
  /** Shift downwards, model-input pixels. */
  readonly shiftY: number;
  readonly border: BorderMode;
  /** Size of the others, in the unit of their card. */
  readonly strength: number;
  /** Direction of `blurMotion`, degrees clockwise from the right. */
  readonly angle: number;
  readonly patch: PatchPlace;
  /** Middle of a patch put by hand, per cent of the picture's width from the left. */
  readonly patchX: number;
  /** And of its height from the top. */
  readonly patchY: number;
}

/**
 * What `strength` counts: grey levels of 255, per cent of the pixel range, degrees, per cent of the
 * size, the exponent γ, σ in pixels, a length in pixels, JPEG's quality, per cent of the shorter side.
 */
export type StrengthUnit =
  | '/255'
  | '%'
  | '°'
  | 'size'
  | 'gamma'
  | 'sigma'
  | 'length'
  | 'quality'
  | 'side';

/** Parameters a perturbation has beside its strength or shift. */
export type PerturbationParameter = 'border' | 'angle' | 'patch';

/** Limits, default and meaning of a strength. */
export interface StrengthCard extends Limits {
  readonly unit: StrengthUnit;
  readonly initial: number;
  /** Changes nothing, to the bit; for `jpeg` the best quality, which changes a little. */
  readonly neutral: number;
  /** The stability curve goes so far on either side of `neutral`; further strengths extend it. */
  readonly curve: readonly [least: number, most: number];
}

/** Limits and default of a perturbation's strength; names and help stand in the language catalogues. */
export interface PerturbationCard {
  readonly id: PerturbationId;
  readonly group: PerturbationGroup;
  /** A geometric perturbation moves the part: its maps can be aligned. */
  readonly geometric: boolean;
  readonly parameters: readonly PerturbationParameter[];
  /** Null for `shift`, whose size is (shiftX, shiftY). */
  readonly strength: StrengthCard | null;
}

type Range = readonly [min: number, max: number, step: number];

const strengthOf = (
  unit: StrengthUnit,
  [min, max, step]: Range,
  own: Pick<StrengthCard, 'initial' | 'neutral' | 'curve'> & { readonly integer?: boolean },
): StrengthCard => ({ unit, min, max, step, integer: false, ...own });

const cardOf = (
  id: PerturbationId,
  group: PerturbationGroup,
  strength: StrengthCard | null,
  ...parameters: PerturbationParameter[]
): PerturbationCard => ({ id, group, geometric: group === 'position', parameters, strength });

/** Noise: ±ε, U(−ε, ε) or σ. */
const LEVELS = strengthOf('/255', [0, 32, 0.5], { initial: 4, neutral: 0, curve: [0, 32] });

const TURN = strengthOf('°', [-180, 180, 0.5], { initial: 2, neutral: 0, curve: [-45, 45] });
const SIZE = strengthOf('size', [50, 200, 1], { initial: 105, neutral: 100, curve: [50, 150] });
const LIGHT = strengthOf('%', [-50, 50, 1], { initial: 10, neutral: 0, curve: [-50, 50] });
const CONTRAST = strengthOf('%', [-90, 100, 1], { initial: -20, neutral: 0, curve: [-90, 100] });
const GAMMA = strengthOf('gamma', [0.2, 5, 0.05], { initial: 1.2, neutral: 1, curve: [0.3, 3] });
const SIGMA = strengthOf('sigma', [0, 8, 0.1], { initial: 1, neutral: 0, curve: [0, 8] });
const LENGTH = strengthOf('length', [1, 31, 1], { initial: 3, neutral: 1, curve: [1, 31] });
const QUALITY = strengthOf('quality', [1, 100, 1], {
  initial: 80,
  neutral: 100,
  curve: [10, 100],
  integer: true,
});
const SIDE = strengthOf('side', [0, 100, 1], { initial: 15, neutral: 0, curve: [0, 60] });

/** The cards of all perturbations. */
export const PERTURBATIONS: Readonly<Record<PerturbationId, PerturbationCard>> = {
  shift: cardOf('shift', 'position', null, 'border'),
  rotate: cardOf('rotate', 'position', TURN, 'border'),
  scale: cardOf('scale', 'position', SIZE, 'border'),
  brightness: cardOf('brightness', 'light', LIGHT),
  contrast: cardOf('contrast', 'light', CONTRAST),
  gamma: cardOf('gamma', 'light', GAMMA),
  noiseGaussian: cardOf('noiseGaussian', 'noise', LEVELS),
  noiseUniform: cardOf('noiseUniform', 'noise', LEVELS),
  noiseSign: cardOf('noiseSign', 'noise', LEVELS),
  blurGaussian: cardOf('blurGaussian', 'optics', SIGMA),
  blurMotion: cardOf('blurMotion', 'optics', LENGTH, 'angle'),
  jpeg: cardOf('jpeg', 'picture', QUALITY),
  occluder: cardOf('occluder', 'picture', SIDE, 'patch'),
};

/** A strength that goes both ways is written with its sign: `+10 %`, `−2°`. */
export const isSigned = (id: PerturbationId): boolean => {
  const { strength } = PERTURBATIONS[id];
  return strength !== null && strength.min < 0;
};

/** Another perturbation at its initial strength; everything else is kept. */
export function withPerturbation(
  settings: PerturbationSettings,
  id: PerturbationId,
): PerturbationSettings {
  const { strength } = PERTURBATIONS[id];
  return { ...settings, id, strength: strength?.initial ?? settings.strength };
}

/** What a caption may name, written in a language. */
export interface CaptionNumbers {
  readonly x: string;
  readonly y: string;
  readonly strength: string;
  readonly angle: string;
  /** `(50, 50)`: where a patch was put by hand; empty where it was not. */
  readonly place: string;
}

/** What was really done to the picture, on the pixel scale 0…1, after clipping. */
export interface PerturbationSize {
  /** Largest absolute change of a value. */
  readonly linf: number;
  /** Root of the summed squared changes. */
  readonly l2: number;
  /** Share of values that were clipped to 0…1. */
  readonly clippedShare: number;
}

/**
 * The motion a geometric perturbation gave the part, a similarity about the picture's centre
 * (`similarityOf`); its inverse carries the map back.
 */
export interface Motion {
  /** To the right, model-input pixels. */
  readonly dx: number;
  /** Downwards, model-input pixels. */
  readonly dy: number;
  /** Clockwise on the screen, degrees; 0 where it is absent, as in a shift. */
  readonly turn?: number;
  /** Factor of all lengths, above 0; 1 where it is absent. */
  readonly zoom?: number;
}
