import { expect, test } from 'vitest';
import { createRandom } from '../src/engine/random.ts';
import { type Augmentation, augment, cropPart, moved, placement } from './augment.ts';

const OFF: Augmentation = {
  noise: 0,
  brightness: 0,
  contrast: 0,
  shift: 0,
  flips: false,
  turns: false,
  crop: 0,
  cropAtEnd: 0,
  paste: 0,
};
const SIZE = { height: 4, width: 4, channels: 1 };
const ramp = Float32Array.from({ length: 16 }, (_, i) => i / 20 + 0.1);
const vary = (change: Partial<Augmentation>, seed: number) =>
  augment(ramp, SIZE, { ...OFF, ...change }, createRandom(1, `test ${seed}`));

test('switched off, nothing changes; same seed, same picture', () => {
  vary({}, 1).forEach((value, i) => expect(value).toBeCloseTo(ramp[i], 6));
  const all = { noise: 5, brightness: 0.1, contrast: 0.2, shift: 2, flips: true, turns: true };
  expect(vary(all, 3)).toEqual(vary(all, 3));
  expect(vary(all, 3)).not.toEqual(vary(all, 4));
});

test('flips and turns keep every value, in eight arrangements', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 100; seed++) {
    const varied = Array.from(vary({ flips: true, turns: true }, seed));
    expect(varied.toSorted((a, b) => a - b).map((v) => v.toFixed(4))).toEqual(
      Array.from(ramp, (v) => v.toFixed(4)),
    );
    seen.add(varied.map((v) => v.toFixed(2)).join());
  }
  expect(seen.size).toBe(8);
});

test('noise has the size asked for, values stay on the pixel scale', () => {
  const flat = new Float32Array(64 * 64).fill(0.5);
  const size = { height: 64, width: 64, channels: 1 };
  let largest = 0;
  for (let seed = 0; seed < 20; seed++) {
    const varied = augment(flat, size, { ...OFF, noise: 10 }, createRandom(1, `test ${seed}`));
    const sigma = Math.sqrt(varied.reduce((sum, v) => sum + (v - 0.5) ** 2, 0) / varied.length);
    largest = Math.max(largest, sigma * 255);
  }
  expect(largest).toBeLessThan(10.5);
  expect(largest).toBeGreaterThan(7);
  const bright = augment(flat, size, { ...OFF, brightness: 2 }, createRandom(1, 'test'));
  expect(Math.max(...bright)).toBeLessThanOrEqual(1);
  expect(Math.min(...bright)).toBeGreaterThanOrEqual(0);
});

test('a cropped part is a part with its mask, and shows some of the defect', () => {
  const pixels = Uint8ClampedArray.from({ length: 3 * 100 }, (_, i) => Math.floor(i / 3));
  const picture = { width: 10, height: 10, pixels };
  const mask = new Uint8Array(100);
  mask[37] = 1;
  for (let seed = 0; seed < 60; seed++) {
    const random = createRandom(1, `part ${seed}`);
    const given = { picture, mask: seed % 2 ? mask : null };
    const cropped = cropPart(given, { part: 0.8, crop: 0.5 }, random);
    const part = cropped.picture;
    for (const side of [part.width, part.height]) {
      expect(side).toBeGreaterThanOrEqual(4);
      expect(side).toBeLessThanOrEqual(8);
    }
    expect(part.pixels).toHaveLength(3 * part.width * part.height);
    const first = part.pixels[0];
    expect(part.pixels[3 * (part.width * part.height - 1)]).toBe(
      first + 10 * (part.height - 1) + part.width - 1,
    );
    if (seed % 2) expect(part.pixels[3 * (cropped.mask?.indexOf(1) ?? -1)]).toBe(37);
    else expect(cropped.mask).toBeNull();
  }
});

test('the whole picture is shown without a draw; a mask moves with its picture', () => {
  const given = { picture: { width: 2, height: 2, pixels: new Uint8ClampedArray(12) }, mask: null };
  const [one, other] = [createRandom(1, 'same'), createRandom(1, 'same')];
  expect(cropPart(given, { part: 1, crop: 0 }, one)).toEqual(given);
  expect(one.uniform()).toBe(other.uniform());

  for (let seed = 0; seed < 20; seed++) {
    const settings = { ...OFF, flips: true, turns: true, shift: 1 };
    const random = createRandom(1, `mask ${seed}`);
    const place = placement(SIZE, settings, random);
    expect(moved(ramp, SIZE, place)).toEqual(augment(ramp, SIZE, settings, random, place));
  }
});
