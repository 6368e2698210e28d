import { expect, test } from 'vitest';
import { magneticTileRemark } from './magneticTileRemark.ts';

test('the sentence has the numbers that came out', () => {
  const perClass = [0.5, 0.4, 0.3, 0.6];
  const underPgd = { epsilon: 0.03, steps: 20, pictures: 9, accuracy: 0 };
  const evaluation = { accuracy: 0.9, perClass, confusion: [], keptUnderNoise: 0.8, underPgd };
  const { en, ja } = magneticTileRemark({ ...evaluation, balancedAccuracy: 0.456 });
  expect(en).toMatch(/^46 % balanced accuracy where chance is 25 %/);
  expect(ja).toMatch(/均衡正解率は 46%（偶然水準 25%）/);
});
