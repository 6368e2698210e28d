/** Stages of a run, in the order of `src/engine/pipeline.ts`. */
export type Stage =
  | 'backend'
  | 'decode'
  | 'model'
  | 'check'
  | 'original'
  | 'perturbed'
  | 'curve'
  | 'shiftMap'
  | 'details'
  /** Of a study: what somebody asks for beside the main result. */
  | 'study';

/** Where a run stands; `done` of `total` units of the stage. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

/**
 * What a long computation holds in its hand. `checkpoint` reports, lets messages in at least every
 * 50 ms, and throws `cancelled` once the task was cancelled.
 */
export interface Task {
  checkpoint(progress: Progress): Promise<void>;
}
