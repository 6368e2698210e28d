import { expect, it } from 'vitest';
import { inputPicture } from './inputPicture.ts';

it('rounds levels to 8 bits, repeats grey and keeps colours apart', () => {
  const grey = Float32Array.of(0, 1, 0.5, -1e-7);
  expect([...inputPicture({ height: 2, width: 2, channels: 1, values: grey }).pixels]).toEqual([
    0, 0, 0, 255, 255, 255, 128, 128, 128, 0, 0, 0,
  ]);
  const colour = Float32Array.of(1, 0, 0.2);
  expect([...inputPicture({ height: 1, width: 1, channels: 3, values: colour }).pixels]).toEqual([
    255, 0, 51,
  ]);
});
