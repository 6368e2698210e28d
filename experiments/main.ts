import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ExperimentResult, FactorId, Level } from '../src/domain/evidence.ts';
import { FACTOR_IDS } from '../src/domain/evidence.ts';
import type { Engine } from '../src/engine/engine.ts';
import { createProgressLine } from '../training/progressLine.ts';
import { type Column, columnsOf } from './cells.ts';
import { openShipped } from './openShipped.ts';
import { sourceOf } from './provenance.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import { openStore, type Shard } from './store.ts';
import { subjectsOf } from './subjects.ts';

const USAGE = `npm run experiment -- NAME [--pictures 200] [--models ID,ID] [--shard 1/4]

Measures what is still missing and writes experiments/results/NAME.json. A run that was stopped goes on where it was. With
--shard it measures every n-th picture and writes no result: run the others, then once without.
Names: ${Object.keys(QUESTIONS).join(', ')}`;

/** `2/4` → the second of four. */
function shardOf(text: string | undefined): Shard | null {
  if (text === undefined) return null;
  const [index, of] = text.split('/').map(Number);
  if (!Number.isInteger(index) || !Number.isInteger(of) || index < 1 || index > of)
    throw new Error(`--shard must be i/n with 1 ≤ i ≤ n, got ${text}`);
  return { index: index - 1, of };
}

/** Measures what is missing of one model. @returns the readings of all pictures wanted that are there */
async function measure(
  { measurement }: Question,
  engine: Engine,
  count: number,
  shard: Shard | null,
): Promise<Column[]> {
  const { card } = engine.model;
  const store = openStore(measurement, card, shard ?? { index: 0, of: 1 });
  const subjects = await subjectsOf(engine, count);
  const done = store.read();
  const own = subjects.filter((_, i) => !shard || i % shard.of === shard.index);
  const missing = own.filter(({ index }) => !done.has(index));
  const report = createProgressLine(`${measurement.id} ${card.id}`);
  for (const [i, subject] of missing.entries()) {
    store.add({ picture: subject.index, readings: await measurement.measure(engine, subject) });
    report(i + 1, missing.length);
  }
  const all = store.read();
  return columnsOf(
    card.id,
    subjects.flatMap(({ index }) => all.get(index) ?? []),
  );
}

async function run(
  question: Question,
  count: number,
  models: readonly string[],
  shard: Shard | null,
) {
  const columns: Column[] = [];
  const engines: Engine[] = [];
  for (const id of models) {
    const engine = await openShipped(id);
    columns.push(...(await measure(question, engine, count, shard)));
    engine.model.dispose();
    engines.push(engine);
  }
  if (shard) return;
  const cells = question.answer(columns);
  const levels = (factor: FactorId): Level[] =>
    [...new Set(cells.flatMap(({ at }) => at[factor] ?? []))].sort(rising);
  const result: ExperimentResult = {
    experiment: question.id,
    source: sourceOf(engines),
    factors: Object.fromEntries(
      FACTOR_IDS.map((factor) => [factor, levels(factor)] as const).filter(
        ([, found]) => found.length > 0,
      ),
    ),
    modelNames: Object.fromEntries(engines.map(({ model: { card } }) => [card.id, card.name])),
    cells,
  };
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${question.id}.json`, folder), asText(result));
}

/** Numbers rise; names stay in the order in which they come. */
const rising = (a: Level, b: Level): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : 0;

/** One cell a line: a changed number is one changed line. */
function asText({ cells, ...rest }: ExperimentResult): string {
  const head = JSON.stringify(rest, null, 1).slice(0, -2);
  return `${head},\n "cells": [\n${cells.map((cell) => JSON.stringify(cell)).join(',\n')}\n]}\n`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pictures: { type: 'string', default: '200' },
    models: { type: 'string' },
    shard: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const question = Object.values(QUESTIONS).find(({ id }) => id === positionals[0]);
if (question && !values.help) {
  const models = values.models?.split(',') ?? question.models;
  await run(question, Number(values.pictures), models, shardOf(values.shard));
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = values.help ? 0 : 2;
}
