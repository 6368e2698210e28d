import { expect, it } from 'vitest';
import { previewOf } from './preview.ts';

it('averages whole blocks and keeps small pictures as they are', () => {
  const pixels = new Uint8ClampedArray(3 * 4 * 2).map((_, i) => (Math.floor(i / 3) % 4) * 10);
  expect([...previewOf({ width: 4, height: 2, pixels }, 2).pixels]).toEqual([
    5, 5, 5, 255, 25, 25, 25, 255,
  ]);
  const same = previewOf({ width: 4, height: 2, pixels }, 8);
  expect([same.width, same.height, same.pixels[4], same.pixels[7]]).toEqual([4, 2, 10, 255]);
});
