import { describe, expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import {
  bmpFile,
  exifSegment,
  gifFile,
  jpegFile,
  pngFile,
  webpFile,
  withExif,
} from './madeFiles.ts';
import { uprightSize } from './pictureHeader.ts';
import { checkFileSize, checkPicture, sniffPicture } from './sniffPicture.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const open = (bytes: Uint8Array, name = 'part.png'): void =>
  checkPicture(sniffPicture(bytes, name), name, bytes.length);

function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem');
}

describe('header facts', () => {
  it('reads PNG: size, alpha, palette transparency, animation', () => {
    expect(sniffPicture(pngFile(40, 30), 'a')).toEqual({
      format: 'png',
      width: 40,
      height: 30,
      orientation: 1,
      animated: false,
      mayBeTransparent: false,
      complete: true,
    });
    expect(sniffPicture(pngFile(40, 30, 6), 'a').mayBeTransparent).toBe(true);
    expect(sniffPicture(pngFile(40, 30, 3, [['tRNS', [0]]]), 'a').mayBeTransparent).toBe(true);
    const animated = pngFile(40, 30, 2, [['acTL', [0, 0, 0, 2, 0, 0, 0, 0]]]);
    expect(sniffPicture(animated, 'a').animated).toBe(true);
  });

  it('reads JPEG behind fill bytes, thumbnails, stuffed bytes and restart marks', () => {
    const header = sniffPicture(jpegFile(300, 200), 'a');
    expect(header).toMatchObject({ format: 'jpeg', width: 300, height: 200, complete: true });
    const trailing = Uint8Array.from([...jpegFile(300, 200), 1, 2, 3]);
    expect(sniffPicture(trailing, 'a').complete).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads EXIF orientation %i in both byte orders', (n) => {
    const header = sniffPicture(withExif(jpegFile(300, 200), n), 'a');
    expect(header.orientation).toBe(n);
    expect(uprightSize(header)).toEqual(
      n >= 5 ? { width: 200, height: 300 } : { width: 300, height: 200 },
    );
    const intel = [0xff, 0xd8, ...exifSegment(n, 'II'), ...jpegFile(300, 200).subarray(2)];
    expect(sniffPicture(Uint8Array.from(intel), 'a').orientation).toBe(n);
  });

  it('takes an EXIF block that makes no sense as upright', () => {
    for (const n of [0, 9, 65535])
      expect(sniffPicture(withExif(jpegFile(30, 20), n), 'a').orientation).toBe(1);
    const cut = [0xff, 0xe1, 0, 12, ...text('Exif\0\0MM\0*')];
    const file = Uint8Array.from([0xff, 0xd8, ...cut, ...jpegFile(30, 20).subarray(2)]);
    expect(sniffPicture(file, 'a')).toMatchObject({ orientation: 1, width: 30 });
  });

  it('reads GIF, counting frames', () => {
    expect(sniffPicture(gifFile(20, 10, 1), 'a')).toMatchObject({
      format: 'gif',
      width: 20,
      height: 10,
      animated: false,
      complete: true,
    });
    expect(sniffPicture(gifFile(20, 10, 3), 'a').animated).toBe(true);
  });

  it('reads BMP upside down and the right way up', () => {
    for (const height of [10, -10])
      expect(sniffPicture(bmpFile(21, height), 'a')).toMatchObject({
        format: 'bmp',
        width: 21,
        height: 10,
        complete: true,
      });
  });

  it('reads the three kinds of WebP', () => {
    const lossy = webpFile('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 40, 0x00, 30, 0x40]);
    expect(sniffPicture(lossy, 'a')).toMatchObject({ format: 'webp', width: 40, height: 30 });
    const packed = (39 | (29 << 14) | (1 << 28)) >>> 0;
    const bits = [0, 8, 16, 24].map((by) => (packed >>> by) & 255);
    expect(sniffPicture(webpFile('VP8L', [0x2f, ...bits, 0]), 'a')).toMatchObject({
      width: 40,
      height: 30,
      mayBeTransparent: true,
    });
    const extended = webpFile('VP8X', [0x12, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
    expect(sniffPicture(extended, 'a')).toMatchObject({
      width: 40,
      height: 30,
      animated: true,
      mayBeTransparent: true,
    });
    const cut = webpFile('EXIF', [0]);
    const longer = Uint8Array.from([...extended, ...cut.subarray(12)]);
    longer[4] += 9;
    expect(sniffPicture(longer.slice(0, -1), 'a').complete).toBe(false);
    expect(sniffPicture(longer, 'a').complete).toBe(true);
  });
});

describe('bad files', () => {
  it('says what a renamed file really is', () => {
    const cases: [Uint8Array, string][] = [
      [text('hello, I am text\n'), 'text/plain'],
      [text('BMW is a maker of cars'), 'text/plain'],
      [text('%PDF-1.7 …'), 'application/pdf'],
      [text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
      [text('II*\0rest'), 'image/tiff'],
      [text('\0\0\0\x18ftypheic'), 'image/heic'],
      [Uint8Array.from([1, 2, 3, 250, 0]), '01 02 03 fa 00'],
    ];
    for (const [bytes, got] of cases) {
      const problem = problemOf(() => open(bytes));
      expect(problem.code).toBe('image-not-recognised');
      expect(problem.detail).toEqual({ what: 'part.png', allowed: 'PNG, JPEG, BMP, WebP', got });
    }
  });

  it('refuses an empty file', () => {
    const { code, detail } = problemOf(() => open(new Uint8Array(0)));
    expect([code, detail.what, detail.got]).toEqual(['file-empty', 'part.png', '0 B']);
  });

  it('refuses pictures that are too large or too small by their header', () => {
    const large = problemOf(() => open(pngFile(30_000, 30_000)));
    expect([large.code, large.detail.got]).toEqual(['image-too-large', '30000 × 30000 px']);
    expect(large.message).toContain('16384');
    expect(problemOf(() => open(jpegFile(16_000, 16_000))).code).toBe('image-too-large');
    const small = problemOf(() => open(gifFile(1, 1, 1)));
    expect([small.code, small.detail.allowed, small.detail.got]).toEqual([
      'image-too-small',
      '≥ 8 × 8 px',
      '1 × 1 px',
    ]);
    expect(problemOf(() => open(bmpFile(1, 5000))).code).toBe('image-too-small');
    expect(() => open(bmpFile(8, 8))).not.toThrow();
  });

  it('refuses files that end early, wherever they are cut', () => {
    expect(problemOf(() => open(jpegFile(300, 200, false))).code).toBe('image-damaged');
    const files = [pngFile(40, 30), jpegFile(40, 30), gifFile(40, 30, 1), bmpFile(40, 30)];
    for (const file of files) {
      // The trailer of a GIF is not looked at: the first frame is whole without it.
      const whole = file[0] === 0x47 ? file.length - 1 : file.length;
      expect(() => open(file.slice(0, whole))).not.toThrow();
      for (let length = 16; length < whole; length++)
        expect(problemOf(() => open(file.slice(0, length))).code, `${length}`).toBe(
          'image-damaged',
        );
    }
  });

  it('refuses sizes of zero and files too long to read', () => {
    expect(problemOf(() => open(pngFile(0, 30))).code).toBe('image-damaged');
    const { code, detail } = problemOf(() => checkFileSize(2 ** 31, 'big.png'));
    expect([code, detail.got]).toEqual(['image-too-large', '2048 MiB']);
  });
});
