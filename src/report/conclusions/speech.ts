import type { Estimate, EstimateId, FactorId, Level } from '../../domain/evidence.ts';
import type { Levels } from '../../domain/evidenceCells.ts';

/** What a conclusion is drawn for: a level for every factor, and the estimate that is looked at. */
export interface Shown {
  readonly at: Levels;
  readonly estimate: EstimateId;
}

/** How a conclusion says names and numbers in the language of the reader. */
export interface EvidenceSpeech {
  /** A level by its name, with its unit: `8/255`, `2 px`, `LENS recall@k`. */
  readonly name: (factor: FactorId, level: Level | undefined) => string;
  /** An estimate with its interval: `0.62 (0.59–0.65)`. */
  readonly estimate: (estimate: Estimate) => string;
  /** The change of the pictures: perturbation, strength, shift, as far as the levels say. */
  readonly change: (at: Levels) => string;
  readonly score: (value: number) => string;
  readonly share: (value: number) => string;
  /** Names one after the other. */
  readonly list: (names: readonly string[]) => string;
}
