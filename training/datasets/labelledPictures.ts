import type { DataSource, Localised } from '../../src/domain/model.ts';
import type { Picture } from '../../src/domain/picture.ts';

/** A picture whose class is known. */
export interface LabelledPicture {
  readonly picture: Picture;
  /** Index into the classes of the data set. */
  readonly label: number;
  /** 1 where the defect is, as large as the picture; left out where it is not known. */
  readonly mask?: Uint8Array;
}

/** A data set divided in two, ready for training. */
export interface TrainingData {
  readonly classes: readonly Localised[];
  readonly source: Omit<DataSource, 'trainingPictures' | 'testPictures'>;
  /** Class of sound parts; null where there is none. */
  readonly soundClass: number | null;
  readonly train: readonly LabelledPicture[];
  readonly test: readonly LabelledPicture[];
}

/** Where pictures and long computations are kept between runs. */
export const CACHE = new URL('../../.cache/training/', import.meta.url);
