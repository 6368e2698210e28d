import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  appendFile,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, part } from './callRun.ts';

const SAMPLES = new URL('../public/samples/', import.meta.url);
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const SETTINGS = ['--model', 'surface-natural', '--method', 'gradient'];
const CHANGES = ['--changes', 'shift:1,noiseSign:2'];
/** Path in the set, and the sample it is a copy of. */
const PICTURES = {
  'scratch/1.png': 'scratch-1.png',
  'scratch/2.png': 'scratch-1.png',
  'pit/1.png': 'pit-1.png',
  'pit/deep/1.png': 'pit-1.png',
  'stain.png': 'stain-1.png',
  'scratch/1.mask.png': 'scratch-1.mask.png',
};

let folder = '';
let set = '';
const file = (name: string): string => join(folder, name);
const run = (out: string, ...more: string[]) =>
  call('batch', set, ...SETTINGS, ...CHANGES, '--out', file(out), ...more);
const linesOf = async (name: string): Promise<string[]> =>
  (await readFile(file(name), 'utf8')).split('\n').slice(0, -1);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jitterscope-batch-'));
  set = file('set');
  for (const [path, sample] of Object.entries(PICTURES)) {
    await mkdir(dirname(join(set, path)), { recursive: true });
    await copyFile(new URL(sample, SAMPLES), join(set, path));
  }
  await writeFile(join(set, 'empty.png'), '');
  await writeFile(join(set, 'notes.txt'), 'no picture');
  const { code, err } = await run('whole.jsonl');
  expect(code, err).toBe(0);
});

/** Runs a shard in a process of its own and ends it without warning once it wrote some rows. */
async function killedAfter(lines: number, out: string, shard: string): Promise<void> {
  const args = ['batch', set, ...SETTINGS, ...CHANGES, '--shard', shard, '--out', file(out)];
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (
    child.exitCode === null &&
    !(existsSync(file(out)) && (await linesOf(out)).length >= lines)
  )
    await wait(5);
  child.kill('SIGKILL');
  await ended;
}

describe('batch', () => {
  it('writes a row for every picture and change, in order, and one for what cannot be read', async () => {
    const [header, ...rows] = (await linesOf('whole.jsonl')).map((line): unknown =>
      JSON.parse(line),
    );
    const names = ['empty.png', 'pit/1.png', 'pit/deep/1.png', 'scratch/1.png', 'scratch/2.png'];
    expect(part(header, 'pictures')).toEqual([...names, 'stain.png']);
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({
      picture: 'empty.png',
      outcome: 'failed',
      problem: { code: 'file-empty', detail: { what: 'empty.png' } },
    });
    expect(rows[4]).toMatchObject({ picture: 'pit/deep/1.png', label: 3, outcome: 'judged' });
    expect(rows[11]).toMatchObject({ label: null, perturbation: { id: 'noiseSign', strength: 2 } });
  });

  it('has the numbers of stability', async () => {
    const picture = join(set, 'scratch/1.png');
    const { out } = await call('stability', picture, ...SETTINGS, '--dx', '1');
    const rows = (await linesOf('whole.jsonl')).slice(1).map((line): unknown => JSON.parse(line));
    const row = rows.find((one) => part(one, 'picture') === 'scratch/1.png');
    expect(part(row, 'verdict')).toEqual(part(out, 'verdict'));
    for (const [ours, theirs] of [
      ['raw', 'scores'],
      ['aligned', 'alignedScores'],
    ])
      for (const id of ['topKIntersection', 'lensPrecisionAtKDiv', 'kendall', 'ssim'])
        for (const number of ['value', 'chance', 'corrected'])
          expect(part(row, ours, id, number)).toBe(part(out, theirs, id, number));
  });

  it('goes on where it was killed, and merges to the same bytes however it was divided', async () => {
    const wanted = file('whole.json');
    await call('merge', file('whole.jsonl'), '--out', wanted, '--csv', file('whole.csv'));
    await killedAfter(2, 'half.jsonl', '0/2');
    const before = await linesOf('half.jsonl');
    expect(before.length).toBeGreaterThanOrEqual(2);
    expect(before.length).toBeLessThan(7);
    await appendFile(file('half.jsonl'), '{"picture":"pit/deep/1.pn');
    const again = await run('half.jsonl', '--shard', '0/2');
    expect(again.code, again.err).toBe(0);
    expect(part(again.out, 'rows', 'before')).toBe(before.length - 1);
    expect((await linesOf('half.jsonl')).slice(0, before.length)).toEqual(before);
    await run('other.jsonl', '--shard', '1/2');
    const files = [file('other.jsonl'), file('half.jsonl'), file('other.jsonl')];
    const end = await call(
      'merge',
      ...files,
      '--out',
      file('both.json'),
      '--csv',
      file('both.csv'),
    );
    expect(end.code, end.err).toBe(0);
    expect(await readFile(file('both.json'), 'utf8')).toBe(await readFile(wanted, 'utf8'));
    expect(await readFile(file('both.csv'), 'utf8')).toBe(
      await readFile(file('whole.csv'), 'utf8'),
    );
  });

  it('begins again where not even the first line was whole, and does nothing where all is done', async () => {
    await copyFile(file('whole.jsonl'), file('cut.jsonl'));
    await truncate(file('cut.jsonl'), 40);
    const { out } = await run('cut.jsonl');
    expect(part(out, 'rows')).toEqual({ before: 0, now: 12 });
    const { out: again } = await run('cut.jsonl');
    expect(part(again, 'rows')).toEqual({ before: 12, now: 0 });
  });

  it('refuses a file of other settings, of another program, and lines that are no rows', async () => {
    const other = await run('whole.jsonl', '--k', '99');
    expect([other.code, other.err]).toEqual([
      2,
      expect.stringMatching(/settings\.score\.k 99.*got 461: give another --out/) as unknown,
    ]);
    await writeFile(file('letter.jsonl'), 'Dear reader');
    expect((await run('letter.jsonl')).err).toMatch(/letter\.jsonl must be a file of rows/);
    expect(await readFile(file('letter.jsonl'), 'utf8')).toBe('Dear reader');
    await copyFile(file('whole.jsonl'), file('bent.jsonl'));
    await appendFile(file('bent.jsonl'), '{"picture":1}\n');
    expect((await run('bent.jsonl')).err).toMatch(/bent\.jsonl line 14 must be as batch writes it/);
  });

  it.each([
    [['--shard', '2/2'], /--shard must be i\/n/],
    [['--changes', 'shift:1,shift:1'], /without doubles/],
    [['--changes', 'shift:x'], /--changes must be a list/],
    [['--changes', 'nudge:1'], /--changes must be one of shift/],
    [['--changes', 'noiseSign:99'], /strength must be 0…32/],
    [['--dx', '1'], /--changes must be given without --dx/],
    [['--only', '.bmp'], /a folder with pictures \(\.bmp\)/],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await run('new.jsonl', ...args);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('merge', () => {
  it('ranks worst first and sums up', async () => {
    const { out } = await call('merge', file('whole.jsonl'));
    expect(part(out, 'summary')).toMatchObject([
      { perturbation: { id: 'shift' }, judged: 5, failed: 1 },
      { perturbation: { id: 'noiseSign' }, judged: 5, failed: 1 },
    ]);
    const rows = part(out, 'rows');
    const list: unknown[] = Array.isArray(rows) ? rows : [];
    expect(list).toHaveLength(12);
    expect(part(list[11], 'outcome')).toBe('failed');
    expect(list.every((row) => part(row, 'durationMs') === undefined)).toBe(true);
  });

  it('tells what is missing, and merges that only when asked', async () => {
    await run('first.jsonl', '--shard', '0/3');
    const lines = await linesOf('first.jsonl');
    await writeFile(file('first.jsonl'), `${lines.slice(0, 4).join('\n')}\n`);
    const refused = await call('merge', file('first.jsonl'));
    expect(refused).toMatchObject({ code: 2, out: null });
    expect(refused.err).toMatch(/missing: shards 1\/3, 2\/3; 1 pictures: scratch\/1\.png/);
    const partial = await call('merge', file('first.jsonl'), '--partial', 'yes');
    expect(partial.code).toBe(0);
    expect(part(partial.out, 'missing')).toEqual({
      shards: ['1/3', '2/3'],
      pictures: ['scratch/1.png'],
    });
  });

  it('refuses files of different sets and rows that do not agree', async () => {
    await run('seed.jsonl', '--seed', '7', '--shard', '0/3');
    const mixed = await call('merge', file('whole.jsonl'), file('seed.jsonl'));
    expect(mixed).toMatchObject({ code: 2, out: null });
    expect(mixed.err).toMatch(/settings\.seed: 7, there 42/);
    const text = await readFile(file('whole.jsonl'), 'utf8');
    const lines = text.split('\n');
    lines[3] = lines[3].replace(/"agreement":[\d.]+/, '"agreement":0.123');
    await writeFile(file('forged.jsonl'), lines.join('\n'));
    const forged = await call('merge', file('whole.jsonl'), file('forged.jsonl'));
    expect(forged.code).toBe(2);
    expect(forged.err).toMatch(/pit\/1\.png agreement: 0\.123, there/);
    expect((await call('merge', file('none.jsonl'))).err).toMatch(/got no file/);
  });
});
