import type { Cell, ExperimentId } from '../src/domain/evidence.ts';
import { type Column, cellOf } from './cells.ts';
import type { Measurement } from './measurement.ts';

/** One experiment: what is measured on which models, and what becomes of it. */
export interface Question {
  readonly id: ExperimentId;
  readonly measurement: Measurement;
  readonly models: readonly string[];
  /** What of the readings the question looks at, and how. */
  answer(columns: readonly Column[]): Cell[];
}

/** Means of every place. */
export const asMeasured = (columns: readonly Column[]): Cell[] => columns.map(cellOf);
