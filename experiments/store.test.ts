import { appendFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Measurement } from './measurement.ts';
import { openStore } from './store.ts';

const measurement = (steps: number): Measurement => ({
  id: 'trial',
  settings: () => ({ steps }),
  measure: () => Promise.resolve([]),
});
const card = { id: 'net', sha256: 'ab' };
const folder = () => pathToFileURL(join(mkdtempSync(join(tmpdir(), 'store-')), '/'));

it('shards write apart and read together; other settings and other weights are another memory', () => {
  const home = folder();
  const first = openStore(measurement(1), card, { index: 0, of: 2 }, home);
  const second = openStore(measurement(1), card, { index: 1, of: 2 }, home);
  first.add({ picture: 4, readings: [] });
  second.add({ picture: 7, readings: [] });
  expect([...first.read().keys()].sort()).toEqual([4, 7]);
  expect(readdirSync(home)).toHaveLength(2);
  for (const [other, of] of [
    [measurement(2), card],
    [measurement(1), { ...card, sha256: 'cd' }],
  ] as const)
    expect(openStore(other, of, { index: 0, of: 1 }, home).read().size).toBe(0);
});

it('a line cut short does not count and spoils none of the next', () => {
  const home = folder();
  const store = openStore(measurement(1), card, { index: 0, of: 1 }, home);
  store.add({ picture: 1, readings: [] });
  appendFileSync(new URL(readdirSync(home)[0], home), '{"picture":2,"readi');
  const again = openStore(measurement(1), card, { index: 0, of: 1 }, home);
  expect([...again.read().keys()]).toEqual([1]);
  again.add({ picture: 2, readings: [] });
  again.add({ picture: 3, readings: [] });
  expect([...again.read().keys()]).toEqual([1, 2, 3]);
});
