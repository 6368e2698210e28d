import { describe, expect, it } from 'vitest';
import { createRandom } from '../src/engine/random.ts';
import { areaUnder, cornersOf, falseAlarmsAt, type Roc, rocOf, rocsOf } from './roc.ts';

describe('telling attacks from noise by a score', () => {
  it('that is always lower after an attack makes no mistake', () => {
    const roc = rocOf([0.1, 0.2], [0.3, 0.9, 0.4]);
    expect(areaUnder(roc)).toBe(1);
    expect(falseAlarmsAt(roc, 0.95)).toBe(0);
    expect(cornersOf(roc, 0)).toEqual([
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
    expect(areaUnder(cornersOf(roc, 1e-12))).toBeCloseTo(areaUnder(roc), 12);
  });

  it('drawn again from some pictures is that of those pictures', () => {
    const [attacked, harmless] = [
      [0.1, 0.4, 0.4, 0.8, 0.2],
      [0.4, 0.6, 0.9, 0.1, 0.2],
    ];
    const drawn = [4, 1, 1, 0, 3];
    const again = (scores: readonly number[]) => drawn.map((i) => scores[i]);
    expect(rocsOf(attacked, harmless)(drawn, drawn)).toEqual(
      rocOf(again(attacked), again(harmless)),
    );
  });
});

describe('the corners of a curve', () => {
  it('are those points which the line without them would miss by more than the tolerance', () => {
    const steps: Roc = [
      [0, 0],
      [0, 0.5],
      [0.01, 0.5],
      [0.5, 0.76],
      [1, 1],
    ];
    expect(cornersOf(steps, 0.1)).toEqual([
      [0, 0],
      [0, 0.5],
      [1, 1],
    ]);
    expect(cornersOf(steps, 0)).toEqual(steps);
  });

  it('keep the area to the tolerance, whatever the scores', () => {
    const random = createRandom(3, 'corners');
    const scores = (mean: number) => Array.from({ length: 200 }, () => mean + random.normal());
    const roc = rocOf(scores(0), scores(1));
    const corners = cornersOf(roc, 0.0075);
    expect(corners.length).toBeLessThan(roc.length / 5);
    expect(Math.abs(areaUnder(corners) - areaUnder(roc))).toBeLessThan(0.0075);
  });
});
