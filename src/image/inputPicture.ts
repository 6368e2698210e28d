import type { ModelInput, Picture } from '../domain/picture.ts';

/** A model's input as an 8-bit picture of the same size, grey where it has one channel: for a preview, or for another model. */
export function inputPicture({ height, width, channels, values }: ModelInput): Picture {
  const pixels = new Uint8ClampedArray(3 * width * height);
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = 255 * values[channels === 3 ? i : Math.floor(i / 3)];
  return { height, width, pixels };
}
