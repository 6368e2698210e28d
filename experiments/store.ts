import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import type { ModelCard } from '../src/domain/model.ts';
import type { Measurement } from './measurement.ts';
import type { Reading } from './reading.ts';

/** Which part of the pictures a process does. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** The readings of one picture. */
export interface Measured {
  /** Position of the picture in the test part. */
  readonly picture: number;
  readonly readings: readonly Reading[];
}

/** Readings of one measurement on one model, kept between runs. */
export interface Store {
  /** Of all shards, by picture; a line cut short by a kill does not count. */
  read(): Map<number, Measured>;
  add(measured: Measured): void;
}

/**
 * One line per picture in `.cache/experiments/`; each shard writes a file of its own, all are read. Other settings or another
 * model are other files.
 */
export function openStore(
  measurement: Measurement,
  card: Pick<ModelCard, 'id' | 'sha256'>,
  { index, of }: Shard,
  folder = new URL('../.cache/experiments/', import.meta.url),
): Store {
  const decisive = JSON.stringify([measurement.settings(card.id), card.sha256]);
  const key = createHash('sha256').update(decisive).digest('hex').slice(0, 12);
  const name = `${measurement.id}-${card.id}-${key}`;
  mkdirSync(folder, { recursive: true });
  const own = new URL(`${name}.${index}-of-${of}.jsonl`, folder);
  let whole = !existsSync(own) || /(^|\n)$/.test(readFileSync(own, 'utf8'));
  return {
    read() {
      const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`));
      const lines = files.flatMap((file) =>
        readFileSync(new URL(file, folder), 'utf8').split('\n'),
      );
      const measured = lines.map(parse).filter((one) => one !== null);
      return new Map(measured.map((one) => [one.picture, one]));
    },
    add(measured) {
      appendFileSync(own, `${whole ? '' : '\n'}${JSON.stringify(measured)}\n`);
      whole = true;
    },
  };
}

function parse(line: string): Measured | null {
  try {
    return JSON.parse(line) as Measured;
  } catch {
    // Cut short: the picture is measured again.
    return null;
  }
}
