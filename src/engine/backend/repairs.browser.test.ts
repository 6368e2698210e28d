import { beforeAll, expect, test } from 'vitest';
import { GRADIENT_CASES } from './gradientCases.ts';
import { gradientOutcomes } from './gradientCheck.ts';
import { startBackend } from './startBackend.ts';
import './tf.ts';

beforeAll(async () => {
  expect(await startBackend({ ask: 'webgl' })).toMatchObject({ id: 'webgl' });
});

test.each(GRADIENT_CASES)('$name: first and second derivative on webgl', (c) => {
  expect(gradientOutcomes(c)).toEqual(['right', 'right']);
});
