import { fileURLToPath } from 'node:url';
import type { Localised } from '../../src/domain/model.ts';
import { preprocess } from '../../src/engine/model/preprocess.ts';
import type { LabelledPicture, TrainingData } from './labelledPictures.ts';
import { type Labelled, loadMagneticTile, MAGNETIC_TILE_CLASSES } from './magneticTile.ts';

/** Side of training pictures, pixels: what is cut out of them is still larger than the input. */
const SIDE = 256;

/** Where the pictures are looked for unless another folder is named. */
const USUAL_PLACE = new URL('../../data/magnetic-tile/', import.meta.url);

const NAMES: Readonly<Record<(typeof MAGNETIC_TILE_CLASSES)[number], Localised>> = {
  blowhole: { en: 'blowhole', ja: '気孔' },
  break: { en: 'break', ja: '欠け' },
  crack: { en: 'crack', ja: '割れ' },
  fray: { en: 'fray', ja: '摩耗' },
  free: { en: 'ok', ja: '良品' },
  uneven: { en: 'uneven', ja: 'ムラ' },
};

/** The magnetic tile pictures, divided by tile. @throws Problem `file-unreadable` saying where to get them */
export async function loadMagneticTilePictures(
  folder: URL | null,
  seed: number,
): Promise<TrainingData> {
  const { train, test } = await loadMagneticTile(fileURLToPath(folder ?? USUAL_PLACE), seed);
  return {
    classes: MAGNETIC_TILE_CLASSES.map((id) => NAMES[id]),
    source: {
      name: 'Magnetic tile defects',
      licence: 'free to use, citation asked for; pictures not redistributed',
      citation:
        'Huang, Qiu, Yuan: Surface defect saliency of magnetic tile. The Visual Computer 2018',
      split: 'by tile',
    },
    soundClass: MAGNETIC_TILE_CLASSES.indexOf('free'),
    train: train.map(shrink),
    test,
  };
}

/** Brought to one size once, grey: training would otherwise spend half of its time on it. */
function shrink({ picture, mask, label }: Labelled): LabelledPicture {
  const size = { height: SIDE, width: SIDE, channels: 1, range: [0, 1], fit: 'stretch' } as const;
  const { values } = preprocess(picture, size);
  const pixels = new Uint8ClampedArray(3 * values.length);
  values.forEach((value, i) => pixels.fill(255 * value, 3 * i, 3 * i + 3));
  const small = new Uint8Array(SIDE * SIDE);
  mask.forEach((defect, i) => {
    const row = Math.floor((Math.floor(i / picture.width) * SIDE) / picture.height);
    const column = Math.floor(((i % picture.width) * SIDE) / picture.width);
    if (defect > 0) small[row * SIDE + column] = 1;
  });
  return { picture: { width: SIDE, height: SIDE, pixels }, mask: small, label };
}
