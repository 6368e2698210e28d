import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/domain/picture.ts';
import { groupTiles, likeness, surfaceDetail } from './sameTile.ts';
import { renderSurface } from './surface.ts';

/** A cut of a large made surface: another place of the cut and other light are another picture of one tile. */
function cut(seed: number, at: { x: number; y: number; gain: number }): Picture {
  const whole = renderSurface(seed, { height: 240, width: 320, label: seed % 6 });
  const [width, height] = [280, 200];
  const pixels = new Uint8ClampedArray(3 * width * height);
  for (let i = 0; i < pixels.length; i++) {
    const place = Math.floor(i / 3);
    const y = at.y + Math.floor(place / width);
    const x = at.x + (place % width);
    pixels[i] =
      at.gain * (whole.pixels[y * whole.width + x] ?? 0) * (0.7 + (0.6 * x) / whole.width);
  }
  return { width, height, pixels };
}

const first = (seed: number) => surfaceDetail(cut(seed, { x: 8, y: 12, gain: 1 }));
const second = (seed: number) => surfaceDetail(cut(seed, { x: 24, y: 4, gain: 0.5 }));
const seeds = [1, 2, 3, 4, 5];

describe('likeness', () => {
  it('is high for two cuts of one tile in other light, low for two tiles', () => {
    for (const a of seeds) {
      expect(likeness(first(a), second(a))).toBeGreaterThan(0.6);
      for (const b of seeds) if (b !== a) expect(likeness(first(a), second(b))).toBeLessThan(0.35);
    }
  });

  it('is −1 for pictures of clearly different size', () => {
    const small = surfaceDetail({ width: 64, height: 64, pixels: new Uint8ClampedArray(12_288) });
    expect(likeness(first(1), small)).toBe(-1);
  });
});

describe('groupTiles', () => {
  it('joins near numbers and pictures of one tile, and nothing else', () => {
    const shot = (number: number, exposure: number, detail = first(number)) => ({
      number,
      exposure,
      detail,
    });
    const shots = [
      shot(9000, 2, second(1)),
      shot(1, 2),
      shot(300, 3),
      shot(5000, 2),
      shot(20_000, 4, second(1)),
    ];
    expect(groupTiles(shots)).toEqual([0, 0, 0, 1, 2]);
  });
});
