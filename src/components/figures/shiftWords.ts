import { scoreText, signedText } from '../../charts/numbers.ts';
import type { Shift, ShiftIndex, ShiftMapMode } from '../../charts/shiftGrid.ts';
import { cellIn, cellScore, SHIFT_GRIDS } from '../../charts/shiftGrid.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';

/** `dx +3, dy −2: top-k 0.21 · LENS recall 0.95 · top-k, aligned 0.61` */
export function shiftWords(
  texts: FigureTexts['shiftMap'],
  index: ShiftIndex,
  shift: Shift,
  mode: ShiftMapMode,
): string {
  const cell = cellIn(index, shift);
  const values = SHIFT_GRIDS.map((id) =>
    texts.value({ name: texts.grids[id], value: scoreText(cellScore(cell, id)?.[mode] ?? null) }),
  );
  if (cell?.decisionChanged) values.push(texts.decisionChanged);
  return texts.cell({
    dx: signedText(shift.dx),
    dy: signedText(shift.dy),
    values: cell?.scores ? values.join(texts.separator) : texts.pending,
  });
}
