import { describe, expect, it } from 'vitest';
import { parseMapFile } from '../src/image/mapFile.ts';
import { formatNpy } from './npy.ts';

describe('NumPy maps', () => {
  it.each([
    ['float32', Float32Array.of(1, -2.5, 3, 1e-40, 5, 1 / 3)],
    ['float64', Float64Array.of(1, -2.5, -0, 1e-310, 5, 1 / 3)],
  ])('come back as they were written: %s', (_, values) => {
    const map = { height: 2, width: 3, values };
    const bytes = formatNpy(map);
    expect((bytes.length - values.byteLength) % 64).toBe(0);
    expect(parseMapFile(bytes, 'a.npy', 'sumAbs')).toEqual(map);
  });

  it('take their part of a larger memory', () => {
    const values = Float64Array.of(9, 1, 2, 9).subarray(1, 3);
    const map = { height: 1, width: 2, values };
    expect(parseMapFile(formatNpy(map), 'a.npy', 'sumAbs').values).toEqual(Float64Array.of(1, 2));
  });
});
