import { describe, expect, it } from 'vitest';
import { Problem } from '../src/domain/problem.ts';
import { formatNpy, parseNpy } from './npy.ts';

function npy(header: string, data: ArrayBufferLike, version = 1): Uint8Array {
  const padded = `${header}${' '.repeat(63 - ((10 + header.length) % 64))}\n`;
  const length =
    version === 1 ? [padded.length & 255, padded.length >> 8] : [padded.length, 0, 0, 0];
  const magic = [0x93, ...Buffer.from('NUMPY'), version, 0, ...length];
  return Uint8Array.from([...magic, ...Buffer.from(padded), ...new Uint8Array(data)]);
}

const head = (type: string, fortran: string, shape: string): string =>
  `{'descr': '${type}', 'fortran_order': ${fortran}, 'shape': ${shape}, }`;

describe('NumPy maps', () => {
  it('come back as they were written', () => {
    const map = { height: 2, width: 3, values: Float32Array.of(1, -2.5, 3, 1e-40, 5, 1 / 3) };
    const bytes = formatNpy(map);
    expect((bytes.length - 24) % 64).toBe(0);
    expect(parseNpy(bytes, 'a.npy')).toEqual({ ...map, values: Float64Array.from(map.values) });
  });

  it('are read in both orders, both types, both byte orders and all header versions', () => {
    const rows = [1, 2, 3, 4, 5, 6];
    const columns = [1, 4, 2, 5, 3, 6];
    const wanted = { height: 2, width: 3, values: Float64Array.from(rows) };
    const float64 = Float64Array.from(columns).buffer;
    expect(parseNpy(npy(head('<f8', 'True', '(2, 3)'), float64), 'a')).toEqual(wanted);
    const float32 = Float32Array.from(rows).buffer;
    expect(parseNpy(npy(head('<f4', 'False', '(2, 3)'), float32, 2), 'a')).toEqual(wanted);
    const big = new DataView(new ArrayBuffer(48));
    rows.forEach((value, i) => big.setFloat64(8 * i, value));
    expect(parseNpy(npy(head('>f8', 'False', '(2, 3)'), big.buffer), 'a')).toEqual(wanted);
  });

  it.each([
    ['another type', npy(head('<i8', 'False', '(2, 3)'), new ArrayBuffer(48)), 'type <i8'],
    [
      'three dimensions',
      npy(head('<f4', 'False', '(1, 2, 3)'), new ArrayBuffer(24)),
      'shape (1, 2, 3)',
    ],
    [
      'too few values',
      npy(head('<f4', 'False', '(2, 3)'), new ArrayBuffer(20)),
      '5 values for 2×3',
    ],
    ['text', new TextEncoder().encode('hello, this is no array'), 'a file of another kind'],
  ])('are refused: %s', (_, bytes, got) => {
    const read = (): unknown => parseNpy(bytes, 'map.npy');
    expect(read).toThrow(Problem);
    expect(read).toThrow(`got ${got}`);
  });
});
