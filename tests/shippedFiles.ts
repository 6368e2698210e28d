import { readFile } from 'node:fs/promises';
import { decode } from 'fast-png';
import type { Picture } from '../src/domain/picture.ts';

const MODELS = new URL('../public/models/', import.meta.url);
const SAMPLES = new URL('../public/samples/', import.meta.url);

/** A picture that comes with the program. */
export async function readSample(file: string): Promise<Picture> {
  const { width, height, channels, data } = decode(await readFile(new URL(file, SAMPLES)));
  const pixels = new Uint8ClampedArray(3 * width * height);
  for (let i = 0; i < pixels.length; i++) {
    const colour = channels < 3 ? 0 : i % 3;
    pixels[i] = data[Math.floor(i / 3) * channels + colour];
  }
  return { width, height, pixels };
}

/** Reads the files of a model that comes with the program, as `loadModel` asks for them. */
export const shippedModel =
  (id: string) =>
  async (file: string): Promise<ArrayBuffer> =>
    Uint8Array.from(await readFile(new URL(`${id}/${file}`, MODELS))).buffer;
