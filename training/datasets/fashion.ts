import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Localised } from '../../src/domain/model.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { LabelledPicture, TrainingData } from './labelledPictures.ts';

/** Where the files are looked for unless another folder is named. */
const USUAL_PLACE = new URL('../../data/fashion-mnist/', import.meta.url);
const SOURCE = 'https://github.com/zalandoresearch/fashion-mnist';

/** Names of the ten classes, in the order of the labels. */
export const FASHION_CLASSES: readonly Localised[] = [
  { en: 'T-shirt/top', ja: 'Tシャツ・トップス' },
  { en: 'trouser', ja: 'ズボン' },
  { en: 'pullover', ja: 'プルオーバー' },
  { en: 'dress', ja: 'ワンピース' },
  { en: 'coat', ja: 'コート' },
  { en: 'sandal', ja: 'サンダル' },
  { en: 'shirt', ja: 'シャツ' },
  { en: 'sneaker', ja: 'スニーカー' },
  { en: 'bag', ja: 'バッグ' },
  { en: 'ankle boot', ja: 'アンクルブーツ' },
];

/**
 * Fashion-MNIST (Xiao, Rasul, Vollgraf 2017), 28×28, grey; its own division into 60,000 and 10,000.
 * @param folder with the four `idx-ubyte.gz` files; null for the usual place
 * @param trainingPictures how many of the 60,000, from the first on; their order is by chance
 * @throws Problem `file-unreadable` saying where to get them, or that a file is not what its name says
 */
export function loadFashion(folder: URL | null, trainingPictures: number): TrainingData {
  const place = folder ?? USUAL_PLACE;
  return {
    classes: FASHION_CLASSES,
    source: {
      name: 'Fashion-MNIST',
      licence: 'MIT',
      citation: 'Xiao, Rasul, Vollgraf: Fashion-MNIST. arXiv 1708.07747, 2017',
      split: 'its own',
    },
    soundClass: null,
    train: readPart(place, 'train').slice(0, trainingPictures),
    test: readPart(place, 't10k'),
  };
}

function readPart(folder: URL, part: 'train' | 't10k'): LabelledPicture[] {
  const pictures = readIdx(new URL(`${part}-images-idx3-ubyte.gz`, folder), 3);
  const labels = readIdx(new URL(`${part}-labels-idx1-ubyte.gz`, folder), 1);
  const [count, height, width] = pictures.sizes;
  return Array.from({ length: count }, (_, i) => ({
    label: labels.values[i],
    // Made when it is asked for: 60,000 in colour would fill memory.
    get picture() {
      const grey = pictures.values.subarray(i * height * width, (i + 1) * height * width);
      const pixels = new Uint8ClampedArray(3 * grey.length);
      grey.forEach((value, pixel) => pixels.fill(value, 3 * pixel, 3 * pixel + 3));
      return { width, height, pixels };
    },
  }));
}

/** A file of bytes in the IDX format: 0 0, type, number of axes, sizes (big-endian), values. */
export function readIdx(file: URL, axes: number): { sizes: number[]; values: Uint8Array } {
  const what = fileURLToPath(file);
  if (!existsSync(file)) throw new Problem('file-unreadable', { what, allowed: SOURCE, got: '' });
  const bytes = gunzipSync(readFileSync(file));
  const start = 4 + 4 * axes;
  const sizes = Array.from({ length: axes }, (_, axis) =>
    bytes.length < start ? 0 : bytes.readUInt32BE(4 + 4 * axis),
  );
  const length = sizes.reduce((a, b) => a * b, 1);
  const allowed = `IDX, bytes, ${axes} axes`;
  if (bytes[2] !== 8 || bytes[3] !== axes || length === 0 || bytes.length !== start + length)
    throw new Problem('file-unreadable', { what, allowed, got: `${bytes.length} bytes` });
  return { sizes, values: bytes.subarray(start) };
}
