import { describe, expect, it } from 'vitest';
import { inventedEvidence } from '../report/inventedEvidence.ts';
import { EXPERIMENT_IDS } from './evidence.ts';
import { parseResult, parseResultIndex } from './evidenceFile.ts';

type Json = Record<string, unknown>;
const whole = (): Json => JSON.parse(JSON.stringify(inventedEvidence('falseAlarms'))) as Json;
const parse = (value: unknown) => () => parseResult(value, 'falseAlarms');

/** The result with one field put otherwise, by its path. */
function broken(path: readonly (string | number)[], value: unknown): Json {
  const root = whole();
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<Json>((node, key) => node[key] as Json, root);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return root;
}

describe('a result file', () => {
  it.each(EXPERIMENT_IDS)('is read as it was written: %s', (id) => {
    const result = inventedEvidence(id);
    expect(parseResult(JSON.parse(JSON.stringify(result)), id)).toEqual(result);
  });

  it('loses what is not of the format', () => {
    expect(parse({ ...whole(), more: 1 })()).toEqual(inventedEvidence('falseAlarms'));
  });

  it.each([
    [[], null, /falseAlarms must be an object/],
    [['experiment'], 'shifts', /experiment must be falseAlarms, got shifts/],
    [['factors', 'colour'], ['red'], /factors must be .*got colour/],
    [['factors', 'epsilon', 0], null, /epsilon\[0\] must be a number, got null/],
    [['cells'], [], /cells must be at least one/],
    [['cells', 3, 'at', 'score'], 'luck', /cells\[3\]\.at\.score must be .*got luck/],
    [['cells', 3, 'pictures'], '200', /cells\[3\]\.pictures must be a number/],
    [['cells', 0, 'estimates', 'auc', 'low'], 2, /auc\.low must be at most/],
    [
      ['cells', 0, 'estimates', 'auc', 'high'],
      undefined,
      /auc\.high must be a number, got nothing/,
    ],
    [['cells', 0, 'estimates', 'mood'], { value: 1, low: 1, high: 1 }, /got mood/],
    [['cells', 1, 'roc', 2], [0.9], /roc\[2\] must be two shares/],
    [['cells', 1, 'roc', 2], [0.9, 1.2], /roc\[2\] must be two shares/],
    [['cells', 1, 'roc', 2], [0, 0.5], /roc\[2\] must be at least/],
    [['cells', 1, 'roc', 2], [0.9, 0.01], /roc\[2\] must be at least/],
    [['source', 'commit'], 7, /source\.commit must be a text/],
    [['modelNames', 'surface-natural', 'ja'], undefined, /surface-natural\.ja must be a text/],
  ] as const)('is refused with the field named: %j = %j', (path, value, message) => {
    const text = path.length === 0 ? value : broken(path, value);
    expect(parse(text)).toThrow(message);
    expect(parse(text)).toThrow(expect.objectContaining({ code: 'file-unreadable' }));
  });
});

describe('the list of results', () => {
  it('keeps those the app can show, in its own order', () => {
    expect(parseResultIndex(['shifts', 'weather', 'falseAlarms'])).toEqual([
      'falseAlarms',
      'shifts',
    ]);
    expect(() => parseResultIndex({})).toThrow(/must be a list/);
  });
});
