import { describe, expect, it } from 'vitest';
import { areaUnder, cornersOf, falseAlarmsAt, rocOf } from './roc.ts';

describe('telling attacks from noise by a score', () => {
  it('that is always lower after an attack makes no mistake', () => {
    const roc = rocOf([0.1, 0.2], [0.3, 0.9, 0.4]);
    expect(areaUnder(roc)).toBe(1);
    expect(falseAlarmsAt(roc, 0.95)).toBe(0);
    expect(cornersOf(roc)).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  it('that is the same for both tells nothing, and that is higher tells the opposite', () => {
    expect(areaUnder(rocOf([0.5, 0.5], [0.5]))).toBe(0.5);
    expect(falseAlarmsAt(rocOf([0.5, 0.5], [0.5]), 0.95)).toBe(1);
    expect(areaUnder(rocOf([0.9], [0.1, 0.2]))).toBe(0);
  });

  it('counts pairs: the share in which the attack scores lower, ties half', () => {
    const [attacked, harmless] = [
      [0.1, 0.4, 0.4, 0.8],
      [0.4, 0.6, 0.9],
    ];
    const wins = attacked.flatMap((a) => harmless.map((h) => Number(a < h) + Number(a === h) / 2));
    const roc = rocOf(attacked, harmless);
    expect(areaUnder(roc)).toBeCloseTo(wins.reduce((x, y) => x + y) / wins.length, 12);
    // Three of four found at 0.4, where one of three harmless ones is taken for an attack.
    expect(falseAlarmsAt(roc, 0.75)).toBeCloseTo(1 / 3, 12);
    expect(areaUnder(cornersOf(roc))).toBeCloseTo(areaUnder(roc), 12);
  });
});
