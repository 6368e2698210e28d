import type { Engine } from '../src/engine/engine.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subjects.ts';

/** What is computed for every picture of every model; several questions may look at one. */
export interface Measurement {
  readonly id: string;
  /** Everything that decides the numbers, beside picture and model. */
  readonly settings: (model: string) => object;
  measure(engine: Engine, subject: Subject): Promise<Reading[]>;
}
