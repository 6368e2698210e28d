import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textbookTopK } from '../../../bench/textbook.ts';
import { mapFrom, mapOf, mapSize, property } from '../../../tests/mapArbitraries.ts';
import { pointingGame } from './pointingGame.ts';
import { relevanceMassAccuracy } from './relevanceMassAccuracy.ts';
import { relevanceRankAccuracy } from './relevanceRankAccuracy.ts';

const row = (...values: readonly number[]) => mapFrom(1, values.length, (_, x) => values[x]);
const mask = (...bits: readonly number[]) => Uint8Array.from(bits);

describe('pointingGame', () => {
  it('asks whether the strongest pixel lies on the truth', () => {
    expect(pointingGame(row(1, 5, 2), mask(0, 1, 0))).toBe(true);
    expect(pointingGame(row(1, 5, 2), mask(1, 0, 1))).toBe(false);
    expect(pointingGame(row(5, 1, 2), mask(1, 0, 0))).toBe(true);
    expect(pointingGame(row(1, 2, 5), mask(0, 0, 1))).toBe(true);
    expect(pointingGame(row(-3, -1, -2), mask(0, 1, 0))).toBe(true);
  });

  it('the first of equal ones counts', () => {
    expect(pointingGame(row(1, 5, 5), mask(0, 1, 0))).toBe(true);
    expect(pointingGame(row(1, 5, 5), mask(0, 0, 1))).toBe(false);
    expect(pointingGame(row(0, 0, 0), mask(1, 0, 0))).toBe(true);
  });

  it('has no answer without a truth', () => {
    expect(pointingGame(row(1, 5, 2), mask(0, 0, 0))).toBeNull();
  });
});

describe('relevanceMassAccuracy', () => {
  it('is the share of the positive values that lies on the truth', () => {
    expect(relevanceMassAccuracy(row(1, 3, 4), mask(0, 1, 0))).toBe(3 / 8);
    expect(relevanceMassAccuracy(row(1, 3, 4), mask(1, 1, 1))).toBe(1);
    expect(relevanceMassAccuracy(row(1, -9, 3), mask(1, 1, 0))).toBe(1 / 4);
    expect(relevanceMassAccuracy(row(0, -9, 3), mask(1, 1, 0))).toBe(0);
  });

  it('does not change with the unit', () => {
    expect(relevanceMassAccuracy(row(2 ** 1023, 2 ** 1023), mask(0, 1))).toBe(0.5);
    expect(relevanceMassAccuracy(row(5e-324, 5e-324), mask(0, 1))).toBe(0.5);
  });

  it('has no answer without a truth or anything positive', () => {
    expect(relevanceMassAccuracy(row(1, 3, 4), mask(0, 0, 0))).toBeNull();
    expect(relevanceMassAccuracy(row(-1, 0, -4), mask(1, 0, 0))).toBeNull();
  });
});

describe('relevanceRankAccuracy', () => {
  it('is the share of the K strongest that lies on the truth of K pixels', () => {
    expect(relevanceRankAccuracy(row(9, 1, 8, 2), mask(1, 1, 0, 0))).toBe(0.5);
    expect(relevanceRankAccuracy(row(9, 1, 8, 2), mask(1, 0, 1, 0))).toBe(1);
    expect(relevanceRankAccuracy(row(9, 1, 8, 2), mask(0, 1, 0, 0))).toBe(0);
    expect(relevanceRankAccuracy(row(9, 1, 8, 2), mask(1, 1, 1, 1))).toBe(1);
    // The values as they are, not their sizes.
    expect(relevanceRankAccuracy(row(-9, 1), mask(0, 1))).toBe(1);
  });

  it('equals the textbook, ties to the lower index', () => {
    const cases = mapSize.chain(({ height, width }) => {
      const length = height * width;
      const bits = fc.array(fc.nat(1), { minLength: length, maxLength: length });
      return fc.tuple(mapOf(height, width), bits);
    });
    property(cases, ([map, bits]) => {
      const size = bits.reduce((sum, bit) => sum + bit, 0);
      const hits = textbookTopK(map, size).filter((flag, i) => flag && bits[i] === 1).length;
      expect(relevanceRankAccuracy(map, mask(...bits))).toBe(size === 0 ? null : hits / size);
    });
  });

  it('has no answer without a truth', () => {
    expect(relevanceRankAccuracy(row(9, 1, 8, 2), mask(0, 0, 0, 0))).toBeNull();
  });
});
