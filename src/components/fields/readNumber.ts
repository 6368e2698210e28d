import type { Limits } from '../../domain/limits.ts';

/**
 * The number somebody typed, or null when it is none. Takes full-width digits, a true minus sign and
 * grouping commas as they come from a Japanese keyboard or a pasted table.
 */
export function readNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
  const ungrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(ungrouped)) return null;
  return Number(ungrouped);
}

/** Whether a number keeps to its limits. */
export const isAllowed = (value: number, { min, max, integer }: Limits): boolean =>
  value >= min && value <= max && (!integer || Number.isInteger(value));

/** The next value on the grid of steps in a direction, kept within the limits. */
export function stepFrom(value: number, steps: number, { min, max, step }: Limits): number {
  const digits = (String(step).split('.')[1] ?? '').length;
  return Math.min(max, Math.max(min, Number((value + steps * step).toFixed(digits + 2))));
}
