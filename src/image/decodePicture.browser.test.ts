import { describe, expect, it } from 'vitest';
import type { Rgb } from '../domain/picture.ts';
import { backgroundRgb } from '../domain/picture.ts';
import { Problem } from '../domain/problem.ts';
import { decodePicture, readPicture } from './decodePicture.ts';
import { gifFile, withExif } from './madeFiles.ts';

const RED: Rgb = [255, 0, 0];
const GREEN: Rgb = [0, 255, 0];
const BLUE: Rgb = [0, 0, 255];
const WHITE: Rgb = [255, 255, 255];

/** Corners of the upright scene: red, green / blue, white. */
const CORNERS = [RED, GREEN, BLUE, WHITE];
const WIDTH = 48;
const HEIGHT = 32;

/** Per orientation: canvas matrix that stores the upright scene the way a camera would. */
const STORE: Record<number, [number, number, number, number, number, number]> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, WIDTH, 0],
  3: [-1, 0, 0, -1, WIDTH, HEIGHT],
  4: [1, 0, 0, -1, 0, HEIGHT],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, -1, 1, 0, 0, WIDTH],
  7: [0, -1, -1, 0, HEIGHT, WIDTH],
  8: [0, 1, -1, 0, HEIGHT, 0],
};

async function fileOf(
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
  type = 'image/png',
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  draw(context);
  return canvas.convertToBlob({ type, quality: 1 });
}

function drawScene(context: OffscreenCanvasRenderingContext2D): void {
  CORNERS.forEach((colour, i) => {
    context.fillStyle = `rgb(${colour.join(' ')})`;
    context.fillRect((i % 2) * (WIDTH / 2), i < 2 ? 0 : HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
  });
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

const decode = async (file: Blob, name: string, background: Rgb) =>
  decodePicture(await readPicture(file, name), background);

const problemOf = async (file: Blob): Promise<Problem> => {
  const end = await decode(file, 'part.png', backgroundRgb('white')).catch((e: unknown) => e);
  if (end instanceof Problem) return end;
  throw new Error('no problem');
};

describe('EXIF', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns orientation %i upright', async (orientation) => {
    const stored = orientation >= 5 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
    const jpeg = await fileOf(
      stored[0],
      stored[1],
      (context) => {
        context.setTransform(...STORE[orientation]);
        drawScene(context);
      },
      'image/jpeg',
    );
    const file = new Blob([withExif(await bytesOf(jpeg), orientation)]);
    const { info, picture } = await decode(file, 'part.jpg', backgroundRgb('white'));
    expect(info).toMatchObject({ format: 'jpeg', width: WIDTH, height: HEIGHT });
    expect(info.notes).toEqual(orientation === 1 ? [] : ['rotated-by-exif']);
    CORNERS.forEach((colour, i) => {
      const x = i % 2 === 0 ? 6 : WIDTH - 6;
      const y = i < 2 ? 6 : HEIGHT - 6;
      colour.forEach((level, c) => {
        const got = picture.pixels[3 * (y * WIDTH + x) + c];
        expect(Math.abs(got - level), `corner ${i}`).toBeLessThan(8);
      });
    });
  });
});

describe('alpha', () => {
  const half = (): Promise<Blob> =>
    fileOf(16, 16, (context) => {
      context.fillStyle = 'rgb(200 40 0 / 50%)';
      context.fillRect(0, 0, 8, 16);
      context.fillStyle = 'rgb(10 20 30)';
      context.fillRect(8, 0, 4, 16);
    });

  it.each([
    ['white', backgroundRgb('white')],
    ['grey', backgroundRgb('grey')],
    ['a colour', [0, 90, 200] as Rgb],
  ])('is laid on %s', async (_, background) => {
    const { info, picture } = await decode(await half(), 'part.png', background);
    expect(info.notes).toEqual(['alpha-on-background']);
    const at = (x: number): number[] => [...picture.pixels.subarray(3 * x, 3 * x + 3)];
    expect(at(10)).toEqual([10, 20, 30]);
    expect(at(14)).toEqual([...background]);
    [200, 40, 0].forEach((level, c) => {
      const mixed = (level * 128 + background[c] * 127) / 255;
      // Premultiplied bytes and one rounding each way.
      expect(Math.abs(at(2)[c] - mixed)).toBeLessThanOrEqual(1.5);
    });
  });

  it('is not reported where every pixel is opaque', async () => {
    const file = await fileOf(16, 16, (context) => context.fillRect(0, 0, 16, 16));
    const { info } = await decode(file, 'part.png', backgroundRgb('white'));
    expect(info.notes).toEqual([]);
    expect(info.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

it('decodes WebP and takes the first frame of an animated GIF, saying so', async () => {
  const webp = await fileOf(WIDTH, HEIGHT, drawScene, 'image/webp');
  expect((await decode(webp, 'a.webp', backgroundRgb('white'))).info.format).toBe('webp');
  const gif = new Blob([gifFile(8, 8, 2)]);
  const { info, picture } = await decode(gif, 'a.gif', backgroundRgb('white'));
  expect(info.notes[0]).toBe('first-frame-of-animation');
  expect([...picture.pixels.subarray(0, 3)]).toEqual([255, 0, 0]);
});

it('turns bad files into problems', async () => {
  expect((await problemOf(new Blob([]))).code).toBe('file-empty');
  expect((await problemOf(new Blob(['just text']))).code).toBe('image-not-recognised');
  const jpeg = await bytesOf(await fileOf(WIDTH, HEIGHT, drawScene, 'image/jpeg'));
  expect((await problemOf(new Blob([jpeg.subarray(0, -40)]))).code).toBe('image-damaged');
  // Twelve bits per sample: a JPEG by the book that browsers do not decode.
  const odd = jpeg.slice();
  odd[odd.findIndex((byte, i) => byte === 0xff && odd[i + 1] === 0xc0) + 4] = 12;
  const { code, detail } = await problemOf(new Blob([odd]));
  expect([code, detail.what]).toEqual(['image-damaged', 'part.png']);
});
