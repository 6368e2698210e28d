/** Perturbations, in menu order. */
export const PERTURBATION_IDS = ['shift', 'noiseSign', 'noiseGaussian', 'brightness'] as const;
export type PerturbationId = (typeof PERTURBATION_IDS)[number];

/** What comes in at the border of a shifted picture. `constant` is mid-grey. */
export const BORDER_MODES = ['edge', 'reflect', 'constant'] as const;
export type BorderMode = (typeof BORDER_MODES)[number];

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
}

/** Unit of `strength`: grey levels of 255, or per cent of the pixel range. */
export type StrengthUnit = '/255' | '%';

/** Limits and default of a perturbation's strength; names and help stand in the language catalogues. */
export interface PerturbationCard {
  readonly id: PerturbationId;
  /** A geometric perturbation moves the part: its maps can be aligned. */
  readonly geometric: boolean;
  /** Null for `shift`, whose size is (shiftX, shiftY). */
  readonly strength: {
    readonly unit: StrengthUnit;
    readonly min: number;
    readonly max: number;
    readonly step: number;
    readonly initial: number;
  } | null;
}

export const PERTURBATIONS: Readonly<Record<PerturbationId, PerturbationCard>> = {
  shift: { id: 'shift', geometric: true, strength: null },
  noiseSign: {
    id: 'noiseSign',
    geometric: false,
    strength: { unit: '/255', min: 0, max: 32, step: 0.5, initial: 4 },
  },
  noiseGaussian: {
    id: 'noiseGaussian',
    geometric: false,
    strength: { unit: '/255', min: 0, max: 32, step: 0.5, initial: 4 },
  },
  brightness: {
    id: 'brightness',
    geometric: false,
    strength: { unit: '%', min: -50, max: 50, step: 1, initial: 10 },
  },
};

/** What was really done to the picture, on the pixel scale 0…1, after clipping. */
export interface PerturbationSize {
  /** Largest absolute change of a value. */
  readonly linf: number;
  /** Root of the summed squared changes. */
  readonly l2: number;
  /** Share of values that were clipped to 0…1. */
  readonly clippedShare: number;
}

/** The motion a geometric perturbation gave the part; its inverse carries the map back. */
export interface Motion {
  readonly dx: number;
  readonly dy: number;
}
