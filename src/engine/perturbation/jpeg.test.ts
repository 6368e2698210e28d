import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterEach, describe, expect, it } from 'vitest';
import { readJpegBinaries } from '../../../cli/nodeJpeg.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { DEFAULT_PERTURBATION } from '../../domain/settings.ts';
import { jpegCodec, provideJpegBinaries } from './jpegCodec.ts';
import { perturb } from './registry.ts';

afterEach(() => provideJpegBinaries(readJpegBinaries));

const smooth = (channels: 1 | 3): ModelInput => ({
  height: 40,
  width: 52,
  channels,
  values: Float32Array.from({ length: 40 * 52 * channels }, (_, i) => {
    const [pixel, c] = [Math.floor(i / channels), i % channels];
    const [y, x] = [Math.floor(pixel / 52), pixel % 52];
    return 0.5 + 0.3 * Math.sin(x / 6 + c) * Math.cos(y / (4 + c));
  }),
});

const stored = (input: ModelInput, strength: number) =>
  perturb(input, { ...DEFAULT_PERTURBATION, id: 'jpeg', strength }, 1);

provideJpegBinaries(readJpegBinaries);

describe('jpeg', () => {
  it.each([1, 3] as const)('loses more the lower its quality, %s channels', async (channels) => {
    const input = smooth(channels);
    const losses: number[] = [];
    for (const quality of [100, 90, 60, 30, 10, 1]) {
      const { input: read, size } = await stored(input, quality);
      losses.push(size.l2);
      expect(read).toMatchObject({ height: 40, width: 52, channels });
      // What comes out of a file are whole grey levels.
      expect(
        read.values.every((value) => Math.fround(Math.round(value * 255) / 255) === value),
      ).toBe(true);
    }
    expect([...losses].sort((a, b) => a - b)).toEqual(losses);
    expect(losses[0]).toBeGreaterThan(0);
  });

  it('is nearly, not quite, the picture at quality 100', async () => {
    const { linf } = (await stored(smooth(1), 100)).size;
    // Half a level for 8 bits, and a level or two for the coefficients.
    expect(linf).toBeGreaterThan(0.4 / 255);
    expect(linf).toBeLessThan(2.6 / 255);
  });

  it('keeps a flat grey picture at quality 100, to the level', async () => {
    const flat = { ...smooth(1), values: new Float32Array(40 * 52).fill(96 / 255) };
    expect((await stored(flat, 100)).size.linf).toBe(0);
  });

  it('writes a file that another decoder reads as it does itself', async () => {
    const { height, width } = smooth(3);
    const data = Uint8ClampedArray.from({ length: 4 * height * width }, (_, i) =>
      i % 4 === 3 ? 255 : 128 + 90 * Math.sin(i / 333),
    );
    const codec = await jpegCodec();
    const file = await codec.encode({ data, height, width }, 90);
    const image = await loadImage(new Uint8Array(file));
    expect([image.width, image.height]).toEqual([width, height]);
    const context = createCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0);
    const other = context.getImageData(0, 0, width, height).data;
    const own = (await codec.decode(file)).data;
    // Decoders may round a colour apart.
    own.forEach((value, i) => expect(Math.abs(value - (other[i] ?? 0))).toBeLessThanOrEqual(2));
  });

  it('says that the encoder is missing, and recovers', async () => {
    provideJpegBinaries(() => Promise.reject(new Error('HTTP 404')));
    await expect(stored(smooth(1), 80)).rejects.toMatchObject({
      code: 'codec-missing',
      detail: { what: 'JPEG', got: 'HTTP 404' },
    });
    let asked = 0;
    provideJpegBinaries(async () => {
      asked++;
      if (asked === 1) throw new Error('cut off');
      return readJpegBinaries();
    });
    await expect(stored(smooth(1), 80)).rejects.toMatchObject({ code: 'codec-missing' });
    await expect(stored(smooth(1), 80)).resolves.toMatchObject({ motion: null });
    await stored(smooth(1), 80);
    expect(asked).toBe(2);
  });
});
