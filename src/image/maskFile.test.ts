import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import { jpegFile, pngFile } from './madeFiles.ts';
import { jsonFile, npyFile, npyHead } from './madeMaps.ts';
import { parseMaskFile } from './maskFile.ts';

/** A real PNG; `rows` are its scan lines without the filter byte. */
function png(
  [width, height]: readonly [number, number],
  [depth, colour, interlaced = 0]: readonly [depth: number, colour: number, interlaced?: number],
  rows: readonly number[][],
  palette?: readonly number[],
): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced], 8);
  const parts = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Uint8Array.from(palette))] : []),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flatMap((row) => [0, ...row])))),
    chunk('IEND', new Uint8Array()),
  ];
  return Uint8Array.from(Buffer.concat(parts));
}

const flagsOf = (bytes: Uint8Array): number[] => Array.from(parseMaskFile(bytes, 'mask').flags);

describe('PNG masks', () => {
  it.each([
    [
      '1 bit grey',
      png(
        [10, 2],
        [1, 0],
        [
          [0b01000000, 0b01000000],
          [0, 0b10000000],
        ],
      ),
      [1, 9, 18],
    ],
    ['2 bit grey', png([5, 1], [2, 0], [[0b00011000, 0b11000000]]), [1, 2, 4]],
    ['4 bit grey', png([3, 1], [4, 0], [[0x0f, 0x10]]), [1, 2]],
    ['8 bit grey', png([3, 1], [8, 0], [[0, 1, 255]]), [1, 2]],
    ['16 bit grey, low byte only', png([3, 1], [16, 0], [[0, 0, 0, 1, 1, 0]]), [1, 2]],
    ['colours', png([3, 1], [8, 2], [[0, 0, 0, 0, 0, 1, 9, 0, 0]]), [1, 2]],
    ['grey with alpha', png([3, 1], [8, 4], [[255, 0, 255, 1, 0, 255]]), [1]],
    ['colours with alpha', png([2, 1], [8, 6], [[9, 9, 9, 0, 0, 9, 0, 9]]), [1]],
    ['2 bit palette', png([3, 1], [2, 3], [[0b00011000]], [0, 0, 0, 9, 0, 0, 0, 0, 0]), [1]],
    ['interlaced', png([1, 1], [8, 0, 1], [[7]]), [0]],
  ])('are read: %s', (_, bytes, wanted) => {
    const flags = flagsOf(bytes);
    expect(flags.flatMap((flag, i) => (flag === 1 ? [i] : []))).toEqual(wanted);
  });

  const small = png([3, 1], [8, 0], [[0, 1, 255]]);
  const flipped = small.map((byte, i) => (i === 43 ? byte ^ 1 : byte));
  it.each([
    ['cut short', small.subarray(0, 50), 'a whole PNG, got 50 bytes of one'],
    ['changed on the way', flipped, 'a whole PNG, got '],
    ['without its rows', png([3, 2], [8, 0], [[0, 1, 255]]), 'a whole PNG, got '],
    ['colours beyond the palette', png([1, 1], [8, 3], [[9]], [0, 0, 0]), 'a whole PNG, got '],
    ['hollow', pngFile(8, 8), 'a whole PNG, got '],
    ['too many pixels', pngFile(8001, 8000), 'a map of 1…64000000 pixels, got 64008000'],
    ['interlaced bits', png([1, 1], [1, 0, 1], [[0]]), 'not interlaced, got 1 bits, interlaced'],
    ['empty', new Uint8Array(), 'a mask as .npy, PNG or JSON of'],
    ['a JPEG, which knows no 0', jpegFile(8, 8), ', got image/jpeg'],
    ['a stub', small.subarray(0, 20), 'a mask as .npy, PNG or JSON of'],
  ])('are refused: %s', (_, bytes, message) => {
    const read = (): unknown => parseMaskFile(bytes, 'mask');
    expect(read).toThrow(Problem);
    expect(read).toThrow(message);
  });
});

it('takes numbers above 0 of .npy and JSON', () => {
  expect(flagsOf(npyFile(npyHead('|b1', '(1, 3)'), [0, 1, 0]))).toEqual([0, 1, 0]);
  expect(flagsOf(npyFile(npyHead('|u1', '(1, 3)'), [0, 1, 255]))).toEqual([0, 1, 1]);
  const floats = Float32Array.of(-1, 0.5, 0);
  expect(flagsOf(npyFile(npyHead('<f4', '(1, 3)'), floats))).toEqual([0, 1, 0]);
  expect(flagsOf(jsonFile({ height: 1, width: 3, values: [-1, 0, 2] }))).toEqual([0, 0, 1]);
});

it('refuses what is not finite, by its place', () => {
  const bytes = jsonFile({ height: 2, width: 1, values: [[0], [null]] });
  expect(() => parseMaskFile(bytes, 'mask')).toThrow(
    'mask must be a mask of finite values, got NaN at row 1, column 0',
  );
});
