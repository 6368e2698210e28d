import { expect, it } from 'vitest';
import { evidenceCsv } from './evidenceCsv.ts';
import { inventedEvidence } from './inventedEvidence.ts';

const table = (csv: string) =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));

it('everything: a row for every cell and estimate, each complete in itself, and the corners of the curves', () => {
  const result = inventedEvidence('falseAlarms');
  const [head, ...rows] = table(evidenceCsv(result));
  const corners = result.cells.reduce((sum, { roc }) => sum + (roc?.length ?? 0), 0);
  expect(rows).toHaveLength(2 * result.cells.length + corners);
  const first = Object.fromEntries((head ?? []).map((name, i) => [name, rows[0]?.[i]]));
  expect(first).toMatchObject({
    experiment: 'falseAlarms',
    model: 'surface-natural',
    score: 'topKIntersection',
    epsilon: '4',
    k: '',
    pictures: '200',
    estimate: 'auc',
    value: '0.51',
    roc_false_alarms: '',
    seed: '1',
    model_sha256: 'f'.repeat(64),
  });
});

it('what is shown: the cells and estimates asked for', () => {
  const result = inventedEvidence('shifts');
  const rows = table(evidenceCsv(result, result.cells.slice(0, 2), ['value', 'chance'], false));
  const column = rows[0]?.indexOf('estimate') ?? -1;
  expect(rows.map((row) => row[column])).toEqual([
    'estimate',
    'value',
    'chance',
    'value',
    'chance',
  ]);
});

it('every row carries the hash of its own model', () => {
  const result = inventedEvidence('regimes');
  const models = { 'surface-natural': 'a', 'surface-pgd': 'b', 'surface-ig-sum-norm': 'c' };
  const rows = table(evidenceCsv({ ...result, source: { ...result.source, models } }));
  expect(new Set(rows.slice(1).map((row) => `${row[1]} ${row.at(-1)}`))).toEqual(
    new Set(['surface-natural a', 'surface-pgd b', 'surface-ig-sum-norm c']),
  );
});
