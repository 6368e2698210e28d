import { expect, test } from 'vitest';
import { createRandom } from '../src/engine/random.ts';
import { pasteDefect, takeDefect } from './paste.ts';

const SIDE = 40;
const flat = (grey: number) => ({
  width: SIDE,
  height: SIDE,
  pixels: new Uint8ClampedArray(3 * SIDE * SIDE).fill(grey),
});

test('a dark spot arrives on the other part, as dark relative to its ground', () => {
  const source = flat(100);
  const mask = new Uint8Array(SIDE * SIDE);
  for (let y = 15; y < 23; y++)
    for (let x = 10; x < 18; x++) {
      mask[y * SIDE + x] = 1;
      source.pixels.fill(20, 3 * (y * SIDE + x), 3 * (y * SIDE + x) + 3);
    }
  for (let seed = 0; seed < 20; seed++) {
    const ground = flat(150);
    const random = createRandom(1, `paste ${seed}`);
    const { picture: pasted, mask: where } = pasteDefect(ground, takeDefect(source, mask), random);
    expect(Math.min(...pasted.pixels)).toBe(30);
    const dark = pasted.pixels.filter((value) => value < 60).length / 3;
    expect(dark).toBeGreaterThan(64 / 1.5 ** 2 / 3);
    expect(dark).toBeLessThan(64 * 1.5 ** 2 * 1.6);
    expect(pasted.pixels.filter((value) => value === 150).length).toBeGreaterThan(SIDE * SIDE);
    where.forEach((value, i) => {
      if (value > 0) expect(pasted.pixels[3 * i]).toBe(30);
    });
    expect(where.filter((value) => value > 0).length).toBeGreaterThan(64 / 1.5 ** 2 / 2);
    expect(ground.pixels.every((value) => value === 150)).toBe(true);
  }
});
