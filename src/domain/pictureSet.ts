import type { BackendId } from './backend.ts';
import type { PerturbationSettings } from './perturbation.ts';
import type { Background } from './picture.ts';
import type { PictureRow } from './pictureRow.ts';
import type { RowSummary } from './rowSummary.ts';
import type { Settings } from './settings.ts';

/** What the rows of a set were computed with: sets that differ in any of it are not compared. */
export interface SetFacts {
  /** Of this program. */
  readonly version: string;
  /** Of TensorFlow.js. */
  readonly tfjs: string;
  readonly backend: BackendId;
  readonly modelSha256: string;
  /** English names of the model's classes. */
  readonly classes: readonly string[];
  /** Their perturbation is the first change. */
  readonly settings: Settings;
  /** One row for each, in this order. */
  readonly changes: readonly PerturbationSettings[];
  /** Ending of the names that were taken; empty for all. */
  readonly only: string;
  /** Under transparent pictures, as `backgroundRgb` reads it. */
  readonly background: string;
  /** Pictures of the whole set. */
  readonly total: number;
}

/** What of a set is not there yet. */
export interface SetGaps {
  /** `i/n` of shards without a file; empty where nothing was divided. */
  readonly shards: readonly string[];
  /** Pictures without all their rows. */
  readonly pictures: readonly string[];
}

/** A set as far as it is known. */
export interface SetFindings {
  readonly missing: SetGaps;
  readonly summary: readonly RowSummary[];
  /** Worst first. */
  readonly rows: readonly PictureRow[];
}

/** What every picture of a set is asked; fixed when its run begins. */
export interface SetAsked {
  /** Their perturbation is the first change. */
  readonly settings: Settings;
  readonly changes: readonly PerturbationSettings[];
  readonly background: Background;
  /** Null leaves the choice to the engine. */
  readonly backend: BackendId | null;
}
