import { PERTURBATIONS, type PerturbationSettings, type StrengthCard } from './perturbation.ts';
import { LIMITS } from './settings.ts';

/** The way from no change outwards, in steps of the card. */
export interface MarginPath {
  /** Steps up to the limit. */
  readonly steps: number;
  /** Length of a step, in the unit of the card. */
  readonly step: number;
  /** Strength after `index` steps; for a shift the distance, pixels. */
  at(index: number): number;
  place(index: number): PerturbationSettings;
}

/** Places of the coarse walk at most. */
const WALK = 16;

/**
 * Shift: along its own direction (to the right where it is 0), as far as either part may go. Others: from the strength
 * that changes nothing to that end of the card on whose side the current strength lies; where it lies on neither, to the further end.
 */
export function marginPath(settings: PerturbationSettings): MarginPath {
  const card = PERTURBATIONS[settings.id].strength;
  return card ? strengthPath(settings, card) : shiftPath(settings);
}

function shiftPath(settings: PerturbationSettings): MarginPath {
  const { shiftX, shiftY } = settings;
  const distance = Math.hypot(shiftX, shiftY);
  const [x, y] = distance > 0 ? [shiftX / distance, shiftY / distance] : [1, 0];
  const { max, step } = LIMITS.shiftX;
  const at = (index: number): number => clean(index * step);
  return {
    steps: wholeSteps(max / Math.max(Math.abs(x), Math.abs(y)), step),
    step,
    at,
    place: (index) => ({ ...settings, shiftX: clean(at(index) * x), shiftY: clean(at(index) * y) }),
  };
}

function strengthPath(settings: PerturbationSettings, card: StrengthCard): MarginPath {
  const { min, max, step, neutral } = card;
  const further = max - neutral >= neutral - min ? 1 : -1;
  const sign = Math.sign(settings.strength - neutral) || further;
  const at = (index: number): number => clean(neutral + sign * index * step);
  return {
    steps: wholeSteps(sign > 0 ? max - neutral : neutral - min, step),
    step,
    at,
    place: (index) => ({ ...settings, strength: at(index) }),
  };
}

/** Sums of steps such as 0.05 leave rounding behind, which would lie outside the limits; −0 becomes 0. */
const clean = (value: number): number => Math.round(value * 1e9) / 1e9 + 0;

const wholeSteps = (length: number, step: number): number => Math.floor(length / step + 1e-9);

/** Indices of the coarse walk from 1 to `steps`, ascending, growing as a square, at most 16. */
export function coarseWalk(steps: number): number[] {
  const indices = Array.from({ length: WALK }, (_, i) =>
    Math.max(1, Math.round(steps * ((i + 1) / WALK) ** 2)),
  );
  return [...new Set(indices)].filter((index) => index <= steps);
}
