import { expect, it } from 'vitest';
import { type AttackLineInput, attackLine } from './attackLine.ts';

const input: AttackLineInput = {
  steps: [
    { attack: 0.5, random: 1 },
    { attack: 0.25, random: 0.75 },
  ],
  noise: 0.5,
  untouched: 1,
  total: 4,
  share: true,
  width: 120,
  height: 120,
  margin: { top: 10, right: 10, bottom: 10, left: 10 },
};

it('draws both lines from the original on, as far as they have come', () => {
  const { attack, random, noiseY, ends } = attackLine(input);
  // 100 wide for 4 steps, 100 high for a share.
  expect(attack).toBe('M10,10L35,60L60,85');
  expect(random).toBe('M10,10L35,10L60,35');
  expect(noiseY).toBe(60);
  expect(ends).toEqual({ attack: 85, random: 35 });
});

it('leaves a gap where no picture counts, and has no level without one', () => {
  const steps = [
    { attack: null, random: null },
    { attack: 0.5, random: null },
    { attack: 0.25, random: null },
  ];
  const { attack, random, noiseY, ends } = attackLine({ ...input, steps, noise: null });
  expect(attack).toBe('M10,10ZM60,60L85,85');
  expect(random).toBe('M10,10Z');
  expect([noiseY, ends.random]).toEqual([null, null]);
});

it('reaches as far as scores that are no shares', () => {
  const steps = [{ attack: 18, random: 2 }];
  const { yTicks, ends } = attackLine({ ...input, share: false, untouched: 0, noise: 1, steps });
  expect(yTicks[0]).toMatchObject({ value: 0, position: 110 });
  expect(yTicks.at(-1)).toMatchObject({ value: 20, position: 10 });
  expect(ends.attack).toBeCloseTo(20, 10);
});
