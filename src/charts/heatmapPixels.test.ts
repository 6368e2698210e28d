import { describe, expect, it } from 'vitest';
import { OVERLAP } from '../domain/score.ts';
import { colourTable, tableColour } from './colourMaps.ts';
import { lockedDomain } from './heatmapDomain.ts';
import { heatmapPixels, picturePixels } from './heatmapPixels.ts';
import { inventedInput, inventedMap } from './inventedFigures.ts';
import { OVERLAP_COLOURS, overlapCounts, overlapPixels } from './overlapPixels.ts';

const cividis = colourTable('cividis');
const row = (...values: number[]) => ({
  height: 1,
  width: values.length,
  values: Float32Array.from(values),
});
const greyRow = (...values: number[]) => ({ ...row(...values), channels: 1 as const });
const pixel = (pixels: Uint8ClampedArray, i: number) => [...pixels.subarray(4 * i, 4 * i + 4)];

describe('heatmapPixels', () => {
  const domain = { signed: false, max: 2, quantile: null, clipped: false };

  it('shows the picture where nothing is attributed and the end colour where the most is', () => {
    const paint = { domain, table: cividis, opacity: 1 };
    const pixels = heatmapPixels(row(0, 2, 9), greyRow(0.5, 0.5, 0.5), paint);
    expect(pixel(pixels, 0)).toEqual([128, 128, 128, 255]);
    expect(pixel(pixels, 1)).toEqual([...tableColour(cividis, 1), 255]);
    expect(pixel(pixels, 2)).toEqual(pixel(pixels, 1));
  });

  it('is the picture alone at opacity 0', () => {
    const input = inventedInput(24, 0, 0, 3);
    const paint = { domain, table: cividis, opacity: 0 };
    expect(heatmapPixels(inventedMap(24), input, paint)).toEqual(picturePixels(input));
  });

  it('gives equal values equal colours in both maps: the domain is locked', () => {
    const [a, b] = [row(1, 0), row(4, 1)];
    const paint = { domain: lockedDomain([a, b], 'full'), table: cividis, opacity: 0.7 };
    const [left, right] = [a, b].map((m) => heatmapPixels(m, greyRow(0.3, 0.3), paint));
    expect(pixel(left ?? new Uint8ClampedArray(), 0)).toEqual(
      pixel(right ?? new Uint8ClampedArray(), 1),
    );
  });

  it('draws zero of a signed map as the picture, and signs in the two ends', () => {
    const paint = {
      domain: { ...domain, signed: true },
      table: colourTable('diverging'),
      opacity: 1,
    };
    const pixels = heatmapPixels(row(-2, 0, 2), greyRow(0.4, 0.4, 0.4), paint);
    expect(pixel(pixels, 0)).toEqual([...tableColour(paint.table, 0), 255]);
    expect(pixel(pixels, 1)).toEqual([102, 102, 102, 255]);
    expect(pixel(pixels, 2)).toEqual([...tableColour(paint.table, 1), 255]);
  });

  it('lets the picture through where a map is zero everywhere', () => {
    const paint = { domain: { ...domain, max: 0 }, table: cividis, opacity: 1 };
    expect(pixel(heatmapPixels(row(0), greyRow(1), paint), 0)).toEqual([255, 255, 255, 255]);
  });

  it('keeps the colours of a three-channel picture', () => {
    const input = { height: 1, width: 1, channels: 3 as const, values: Float32Array.of(1, 0.2, 0) };
    expect(pixel(picturePixels(input), 0)).toEqual([255, 51, 0, 255]);
  });

  it('refuses a picture of another size', () => {
    const paint = { domain, table: cividis, opacity: 1 };
    expect(() => heatmapPixels(row(1, 2), greyRow(1), paint)).toThrow(/map-size-mismatch/);
  });

  it('paints 224×224 well within a frame', () => {
    const [map, input] = [inventedMap(224), inventedInput(224)];
    const paint = { domain: lockedDomain([map], 'full'), table: cividis, opacity: 0.8 };
    const times = Array.from({ length: 30 }, () => {
      const start = performance.now();
      heatmapPixels(map, input, paint);
      return performance.now() - start;
    });
    // The fastest of many says what the work costs; the rest, how busy the machine is.
    expect(Math.min(...times)).toBeLessThan(4);
  });
});

describe('overlapPixels', () => {
  const { original, perturbed, originalWindow, perturbedWindow } = OVERLAP;
  const mask = Uint8Array.of(
    0,
    original | originalWindow,
    perturbed | perturbedWindow,
    original | perturbed | originalWindow | perturbedWindow,
    originalWindow,
  );
  const pixels = overlapPixels(mask, greyRow(1, 1, 1, 1, 1));

  it('tells S only, T only and both apart, in lightness too', () => {
    expect(pixel(pixels, 1)).toEqual([...OVERLAP_COLOURS.originalOnly, 255]);
    expect(pixel(pixels, 2)).toEqual([...OVERLAP_COLOURS.perturbedOnly, 255]);
    expect(pixel(pixels, 3)).toEqual([...OVERLAP_COLOURS.both, 255]);
    const lights = [1, 2, 3].map((i) => pixel(pixels, i)[1] ?? 0);
    expect(lights).toEqual([...lights].sort((a, b) => a - b));
  });

  it('darkens the picture and tints the window', () => {
    expect(pixel(pixels, 0)).toEqual([115, 115, 115, 255]);
    expect(pixel(pixels, 4)[2]).toBeGreaterThan(pixel(pixels, 4)[0] ?? 0);
  });

  it('counts', () => {
    expect(overlapCounts(mask)).toEqual({ originalOnly: 1, perturbedOnly: 1, both: 1 });
  });
});
