import { expect, it } from 'vitest';
import { inventedEstimate, inventedEvidence } from '../report/inventedEvidence.ts';
import { cellAt, difference, higherIsBetter, meanOf, overlap } from './evidenceCells.ts';

it('a factor that does not apply to a cell has no say in finding it', () => {
  const result = inventedEvidence('windowAndK');
  const [first] = result.cells;
  const withoutK = { ...first?.at };
  delete withoutK.k;
  const cells = first ? [{ ...first, at: withoutK }] : [];
  expect(cellAt({ ...result, cells }, { ...withoutK, k: 0.2 })).toBe(cells[0]);
  expect(cellAt({ ...result, cells }, { ...withoutK, w: 5 })).toBeNull();
});

it('intervals overlap where they touch, whichever comes first', () => {
  const [a, b, c] = [0.5, 0.75, 0.8].map((value) => inventedEstimate(value, 0.125));
  if (!a || !b || !c) throw new Error('three estimates');
  expect([overlap(a, b), overlap(b, a), overlap(a, c), overlap(c, a)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('the interval of a difference joins the sides that make it small and large', () => {
  const a = { value: 5, low: 2, high: 9 };
  const b = { value: 1, low: -2, high: 5 };
  expect(difference(a, b)).toEqual({ value: 4, low: 4 - 5, high: 4 + 5 });
});

it('the mean of nothing is not there', () => {
  expect(meanOf([])).toBeNull();
  expect(meanOf([inventedEstimate(1, 0.5), inventedEstimate(2, 1.5)])).toEqual({
    value: 1.5,
    low: 0.5,
    high: 2.5,
  });
});

it('low is good for the way of the centre and for false alarms', () => {
  expect(higherIsBetter('spearman', 'value')).toBe(true);
  expect(higherIsBetter('massCenterShift', 'value')).toBe(false);
  expect(higherIsBetter('massCenterShift', 'auc')).toBe(true);
  expect(higherIsBetter('spearman', 'falseAlarms')).toBe(false);
});
