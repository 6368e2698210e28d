import { beforeAll, expect, test } from 'vitest';
import { GRADIENT_CASES } from '../../../tests/gradientCases/layers.ts';
import { gradientOutcomes } from '../../../tests/gradientCases/outcomes.ts';
import { startBackend } from './startBackend.ts';
import { tf } from './tf.ts';

beforeAll(async () => {
  expect(await startBackend({ ask: 'webgl' })).toMatchObject({ id: 'webgl' });
});

test.each(GRADIENT_CASES)('$name: first and second derivative on webgl', (c) => {
  expect(gradientOutcomes(c)).toEqual(['right', 'right']);
});

test('among equal maxima the first has the whole slope on webgl, whose own kernel takes the last', () => {
  const slope = tf.tidy(
    () =>
      tf
        .grad((x: tf.Tensor) =>
          tf.maxPool(tf.reshape<tf.Rank.R4>(x, [1, 2, 4, 1]), [2, 2], [2, 2], 'valid'),
        )(tf.fill([2, 4], -1))
        .bufferSync().values,
  );
  expect(Array.from(slope)).toEqual([1, 0, 1, 0, 0, 0, 0, 0]);
});
