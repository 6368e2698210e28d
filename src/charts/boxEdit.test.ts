import { describe, expect, it } from 'vitest';
import { boxBetween, boxBytes, middleBox, movedBox, resizedBox } from './boxEdit.ts';

const size = { width: 10, height: 6 };
const box = { x: 2, y: 1, width: 3, height: 2 };

describe('a box on a picture', () => {
  it('spans the pixels dragged over, whichever way', () => {
    const expected = { x: 2, y: 0, width: 4, height: 3 };
    expect(boxBetween([0.25, 0.1], [0.55, 0.5], size)).toEqual(expected);
    expect(boxBetween([0.55, 0.5], [0.25, 0.1], size)).toEqual(expected);
  });

  it('ends at the border and holds at least a pixel', () => {
    expect(boxBetween([-1, -1], [2, 2], size)).toEqual({ x: 0, y: 0, width: 10, height: 6 });
    expect(boxBetween([1, 1], [1, 1], size)).toEqual({ x: 9, y: 5, width: 1, height: 1 });
  });

  it('moves until the border stops it', () => {
    expect(movedBox(box, 1, -1, size)).toEqual({ ...box, x: 3, y: 0 });
    expect(movedBox(box, 99, 99, size)).toEqual({ ...box, x: 7, y: 4 });
    expect(movedBox(box, -99, -99, size)).toEqual({ ...box, x: 0, y: 0 });
  });

  it('grows to the border and shrinks to a pixel', () => {
    expect(resizedBox(box, 99, 99, size)).toEqual({ ...box, width: 8, height: 5 });
    expect(resizedBox(box, -99, -99, size)).toEqual({ ...box, width: 1, height: 1 });
  });

  it('becomes bytes of its own pixels only', () => {
    const bytes = boxBytes(box, size);
    const marked = [...bytes.entries()].filter(([, value]) => value).map(([i]) => i);
    expect(marked).toEqual([12, 13, 14, 22, 23, 24]);
    expect(new Set(bytes)).toEqual(new Set([0, 255]));
  });

  it('starts in the middle, of a picture of one pixel too', () => {
    expect(middleBox({ width: 9, height: 9 })).toEqual({ x: 3, y: 3, width: 3, height: 3 });
    expect(middleBox({ width: 1, height: 1 })).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });
});
