import { describe, expect, it } from 'vitest';
import type { ModelInput } from '../domain/picture.ts';
import { contentKey } from './contentKey.ts';

const picture = (values: number[], height = 1): ModelInput => ({
  height,
  width: values.length / height,
  channels: 1,
  values: Float32Array.from(values),
});

describe('contentKey', () => {
  it('is the same for the same content in other memory', () => {
    const inside = new Float32Array([9, 0.1, 0.2]).subarray(1);
    const cut = { ...picture([0, 0]), values: inside };
    expect(contentKey(cut)).toBe(contentKey(picture([0.1, 0.2])));
  });

  it('differs for another shape, order, sign, or the last bit of one value', () => {
    const pictures = [
      picture([0.1, 0.2, 0.3, 0.4]),
      picture([0.1, 0.2, 0.3, 0.4], 2),
      picture([0.2, 0.1, 0.3, 0.4]),
      picture([0.1, 0.2, 0.3, -0.4]),
      picture([-0.1, 0.2, 0.3, -0.4]),
      picture([0.1, 0.2, 0.3, 0.4 + 2 ** -25]),
    ];
    expect(new Set(pictures.map(contentKey)).size).toBe(pictures.length);
  });

  it('finds no two equal among many pictures that differ in one or two values', () => {
    const keys = new Set<string>();
    for (let i = 0; i < 100; i++)
      for (let j = 0; j < 100; j++)
        keys.add(contentKey(picture(new Array<number>(100).fill(0.5).with(i, 0.25).with(j, 1))));
    expect(keys.size).toBe(10_000);
  });
});
