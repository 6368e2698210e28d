import { expect, test } from 'vitest';
import { adamStep, learningRate, startState } from './adam.ts';
import { clock } from './progressLine.ts';

const SETTINGS = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 };

test('the first step moves every weight by the learning rate, against its slope', () => {
  const state = startState([Float32Array.of(1, 1, 1)]);
  adamStep(state, [Float32Array.of(5, -0.01, 0)], 0.1, SETTINGS, () => false);
  expect(state.weights[0][0]).toBeCloseTo(0.9, 5);
  expect(state.weights[0][1]).toBeCloseTo(1.1, 5);
  expect(state.weights[0][2]).toBe(1);
});

test('decay shrinks the weights that decay, and only those', () => {
  const state = startState([Float32Array.of(1), Float32Array.of(1)]);
  const none = [Float32Array.of(0), Float32Array.of(0)];
  adamStep(state, none, 0.1, { ...SETTINGS, weightDecay: 0.5 }, (index) => index === 0);
  expect(state.weights[0][0]).toBeCloseTo(0.95, 6);
  expect(state.weights[1][0]).toBe(1);
});

test('the learning rate rises, peaks and falls to nothing', () => {
  expect(learningRate(0, 100, 1, 10)).toBeCloseTo(0.1);
  expect(learningRate(10, 100, 1, 10)).toBe(1);
  expect(learningRate(55, 100, 1, 10)).toBeCloseTo(0.5);
  expect(learningRate(100, 100, 1, 10)).toBeCloseTo(0);
});

test('a clock reads hours, minutes, seconds', () => {
  expect(clock(3_725_000)).toBe('1:02:05');
  expect(clock(59_400)).toBe('0:00:59');
});
