import { describe, expect, it } from 'vitest';
import { mapFrom, pairCase, property } from '../../../tests/mapArbitraries.ts';
import { descendingOrder } from './descendingOrder.ts';

/** Sorted by comparing values. */
function textbookOrder(values: Float32Array | Float64Array): number[] {
  return [...values.keys()].sort((a, b) => values[b] - values[a] || a - b);
}

describe('descendingOrder', () => {
  it('is a stable sort by falling value, in single and double precision', () => {
    property(
      pairCase,
      ({ original: { values } }) => {
        // Differences of huge values may be infinite; they still have their sign.
        expect([...descendingOrder(values)]).toEqual(textbookOrder(values));
      },
      300,
    );
  });

  it('sees every bit of a float64: neighbours at every magnitude and sign', () => {
    const bits = new BigUint64Array(1);
    const float = new Float64Array(bits.buffer);
    const values: number[] = [];
    for (let bit = 0n; bit < 63n; bit++) {
      bits[0] = 1n << bit;
      if (Number.isFinite(float[0])) values.push(float[0], -float[0]);
      bits[0] = 0x3ff0000000000000n ^ (1n << bit);
      if (Number.isFinite(float[0])) values.push(float[0], -float[0]);
    }
    const list = Float64Array.from(values);
    expect([...descendingOrder(list)]).toEqual(textbookOrder(list));
  });

  it('sees every bit of a float32', () => {
    const bits = new Uint32Array(1);
    const float = new Float32Array(bits.buffer);
    const values: number[] = [];
    for (let bit = 0; bit < 31; bit++)
      for (const base of [0, 0x3f800000]) {
        bits[0] = base ^ (1 << bit);
        if (Number.isFinite(float[0])) values.push(float[0], -float[0]);
      }
    const list = Float32Array.from(values);
    expect([...descendingOrder(list)]).toEqual(textbookOrder(list));
  });

  it('takes two bytes a pixel up to 65,536 of them', () => {
    const falling = (count: number) => mapFrom(1, count, (_, x) => -x).values;
    const largest = descendingOrder(falling(65_536));
    expect(largest).toBeInstanceOf(Uint16Array);
    expect(largest.at(-1)).toBe(65_535);
    const larger = descendingOrder(falling(65_537));
    expect(larger).toBeInstanceOf(Uint32Array);
    expect(larger.at(-1)).toBe(65_536);
  });

  it('leaves the values as they are, and takes none', () => {
    const values = Float64Array.of(1, -0, 3);
    descendingOrder(values);
    expect([...values]).toEqual([1, -0, 3]);
    expect(descendingOrder(new Float64Array(0))).toHaveLength(0);
  });
});
