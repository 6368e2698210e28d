import { describe, expect, it } from 'vitest';
import { beliefContext, mapOf, noise } from '../../../tests/beliefContext.ts';
import { tinyModel } from '../../../tests/tinyModels.ts';
import { tf } from '../backend/tf.ts';
import { fft2d } from '../metrics/fft.ts';
import { latticeShare, latticeShareOf } from './latticeShare.ts';

const SIDE = 32;
const STRIDE = 4;
const flat = tinyModel({ height: SIDE, width: SIDE }, 2, (x) => tf.zeros([x.shape[0], 2]));
const model = { ...flat, card: { ...flat.card, totalStride: STRIDE } };
const input = {
  height: SIDE,
  width: SIDE,
  channels: 1 as const,
  values: new Float32Array(SIDE * SIDE),
};
const share = (values: ArrayLike<number>, stride = STRIDE) =>
  latticeShareOf(mapOf(values, input), stride);
const ask = (values: ArrayLike<number>) => latticeShare(beliefContext(model, input, values));

const cell = noise(STRIDE * STRIDE, 5);
const lattice = Float32Array.from(
  { length: SIDE * SIDE },
  (_, i) => cell[(Math.floor(i / SIDE) % STRIDE) * STRIDE + (i % STRIDE)],
);
const white = noise(SIDE * SIDE, 6);

/** Energy of the spectrum at multiples of 1/stride, the mean left out, over all but the mean. */
function byTransform(values: Float32Array): number {
  const field = { re: Float64Array.from(values), im: new Float64Array(values.length) };
  fft2d(field, SIDE, SIDE, 'forward');
  const step = SIDE / STRIDE;
  let [on, all] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    const energy = field.re[i] ** 2 + field.im[i] ** 2;
    all += energy;
    if (Math.floor(i / SIDE) % step === 0 && i % step === 0) on += energy;
  }
  return on / all;
}

describe('the lattice share', () => {
  it('is 1 for a map that repeats with the stride', () =>
    expect(share(lattice)).toBeCloseTo(1, 12));

  it('is the energy of the spectrum at the multiples of 1/stride', () => {
    for (const seed of [1, 2, 3]) {
      const values = noise(SIDE * SIDE, seed).map((value, i) => value + lattice[i]);
      expect(share(values)).toBeCloseTo(byTransform(values), 10);
    }
  });

  it('holds that of smaller strides', () => {
    const fine = Float32Array.from(lattice, (_, i) => (i % 2 ? 1 : -1));
    expect(share(fine)).toBeCloseTo(1, 12);
  });

  it('leaves out what fills no cell, and does not mind the mean', () => {
    const wide = { ...input, height: 9, width: 10, values: new Float32Array(90) };
    const values = noise(90, 2);
    const cut = values.filter((_, i) => Math.floor(i / 10) < 8 && i % 10 < 8);
    const small = { ...input, height: 8, width: 8, values: new Float32Array(64) };
    const [a, b] = [latticeShareOf(mapOf(values, wide), 4), latticeShareOf(mapOf(cut, small), 4)];
    expect(a).toBe(b);
    expect(share(white.map((value) => value + 1000))).toBeCloseTo(share(white) ?? 0, 4);
  });

  it('is not there for a flat map or a single cell', () => {
    expect(share(new Float32Array(SIDE * SIDE))).toBeNull();
    expect(share(white, 20)).toBeNull();
  });
});

describe('the check of the lattice share', () => {
  it('fails a map that is the grid and nothing else', async () => {
    const { verdict, value, reference } = await ask(lattice);
    expect([verdict, value]).toEqual(['fail', expect.closeTo(1, 12)]);
    expect(reference?.mean).toBeLessThan(0.2);
  });

  it('is read against cells shuffled in both directions', async () => {
    for (const along of [(i: number) => Math.floor(i / SIDE), (i: number) => i % SIDE]) {
      const stripes = Float32Array.from(lattice, (_, i) => cell[along(i) % STRIDE]);
      const { reference } = await ask(stripes);
      expect(reference?.mean).toBeLessThan(0.2);
    }
  });

  it('finds white noise at its reference, which is one over the number of cells', async () => {
    const { verdict, value, reference } = await ask(white);
    expect(verdict).toBe('pass');
    expect(reference?.mean).toBeCloseTo(1 / 64, 2);
    const distance = Math.abs((value ?? 0) - (reference?.mean ?? 0));
    expect(distance).toBeLessThan(4 * (reference?.spread ?? 0));
  });

  it('draws the same for the same seed', async () =>
    expect(await ask(white)).toEqual(await ask(white)));

  it('cannot be said of a network without a stride, nor of a map smaller than two cells', async () => {
    const whole = { ...model, card: { ...model.card, totalStride: 1 } };
    const large = { ...model, card: { ...model.card, totalStride: 20 } };
    expect(await latticeShare(beliefContext(whole, input, white))).toMatchObject({
      verdict: 'cannotSay',
      reason: 'no-stride',
    });
    expect((await latticeShare(beliefContext(large, input, white))).reason).toBe('map-too-small');
  });
});
