import type { VerdictId } from '../../domain/score.ts';
import type { IconName } from '../icons.tsx';

/** The sign that stands before the name of a verdict. */
export const VERDICT_ICONS: Readonly<Record<VerdictId, IconName>> = {
  stable: 'check',
  movedWithPart: 'move',
  changed: 'warning',
  noBetterThanChance: 'approx',
  void: 'forbidden',
  cannotTell: 'question',
};
