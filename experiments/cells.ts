import type { Cell, Estimate, EstimateId } from '../src/domain/evidence.ts';
import { meanOf } from './estimate.ts';
import type { Place, Reading } from './reading.ts';
import type { Measured } from './store.ts';

/** The readings of one place, picture by picture; a picture without one is left out. */
export interface Column {
  readonly at: Place;
  readonly pictures: readonly number[];
  readonly readings: readonly Reading[];
}

/** Readings of one model by place, in the order in which places come first. */
export function columnsOf(model: string, measured: Iterable<Measured>): Column[] {
  const columns = new Map<string, { at: Place; pictures: number[]; readings: Reading[] }>();
  for (const { picture, readings } of measured)
    for (const reading of readings) {
      const at = { model, ...reading.at };
      const key = JSON.stringify(at);
      const column = columns.get(key) ?? { at, pictures: [], readings: [] };
      columns.set(key, column);
      column.pictures.push(picture);
      column.readings.push(reading);
    }
  return [...columns.values()];
}

/** Means over the pictures of a place. */
export function cellOf({ at, readings }: Column): Cell {
  const estimates: Partial<Record<EstimateId, Estimate>> = {
    value: meanOf(readings.map(({ value }) => value)),
  };
  for (const id of ['chance', 'corrected'] as const) {
    const known = readings.map((one) => one[id]).filter((one) => one !== null);
    if (known.length > 0) estimates[id] = meanOf(known);
  }
  return { at, pictures: readings.length, estimates };
}
