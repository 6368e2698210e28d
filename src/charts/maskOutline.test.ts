import { describe, expect, it } from 'vitest';
import { OVERLAP } from '../domain/score.ts';
import { maskHatch, maskOutline } from './maskOutline.ts';

const S = OVERLAP.original;
const T = OVERLAP.perturbed;

describe('maskOutline', () => {
  it('goes round a single pixel', () => {
    const mask = new Uint8Array(9);
    mask[4] = S;
    expect(maskOutline(mask, 3, S)).toBe('M1 1H2M1 2H2M1 1V2M2 1V2');
    expect(maskOutline(mask, 3, T)).toBe('');
  });

  it('joins neighbours and closes at the border of the image', () => {
    const mask = Uint8Array.of(S, S, 0, 0);
    expect(maskOutline(mask, 2, S)).toBe('M0 0H2M0 1H2M0 0V1M2 0V1');
  });

  it('has an edge between every inside and outside pixel', () => {
    const mask = Uint8Array.from({ length: 35 }, (_, i) => ((i * 7) % 3 === 0 ? S : 0));
    const length = [...maskOutline(mask, 7, S).matchAll(/M(\d+) (\d+)([HV])(\d+)/g)].reduce(
      (sum, [, x, y, way, to]) => sum + Math.abs(Number(to) - Number(way === 'H' ? x : y)),
      0,
    );
    const at = (x: number, y: number): number =>
      x < 0 || y < 0 || x > 6 || y > 4 ? 0 : (mask[y * 7 + x] ?? 0);
    let edges = 0;
    for (let y = -1; y <= 5; y++)
      for (let x = -1; x <= 7; x++)
        edges += Number(at(x, y) !== at(x + 1, y)) + Number(at(x, y) !== at(x, y + 1));
    expect(length).toBe(edges);
  });
});

describe('maskHatch', () => {
  const all = { left: 0, top: 0, right: 3, bottom: 1 };
  const mask = Uint8Array.of(S, T, S | T);

  it('strokes S one way and T the other, so that both make a cross', () => {
    expect(maskHatch(mask, 3, 'original', all).match(/M/g)).toHaveLength(2);
    expect(maskHatch(mask, 3, 'perturbed', all)).toBe('M1.25 0.25L1.75 0.75M2.25 0.25L2.75 0.75');
  });

  it('stays within the region asked for', () => {
    expect(maskHatch(mask, 3, 'perturbed', { ...all, left: 2 }).match(/M/g)).toHaveLength(1);
    expect(maskHatch(mask, 3, 'perturbed', { ...all, right: 99, bottom: 99, left: -9 })).toBe(
      maskHatch(mask, 3, 'perturbed', all),
    );
  });
});
