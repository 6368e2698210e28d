import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readSession } from '../src/report/sessionChunk.ts';
import { run } from './run.ts';

const GOLDEN = new URL('../tests/golden/', import.meta.url);
const SAMPLE = new URL('../public/samples/scratch-1.png', import.meta.url).pathname;
const MODEL = ['--model', 'surface-natural'];
let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jitterscope-'));
});

interface End {
  readonly code: number;
  readonly out: unknown;
  readonly err: string;
}

async function call(...args: string[]): Promise<End> {
  const out: string[] = [];
  const err: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out.push(String(text));
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err.push(String(text));
    return true;
  });
  try {
    const code = await run(args);
    return { code, out: out.length > 0 ? JSON.parse(out.join('')) : null, err: err.join('') };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

interface Golden {
  readonly height: number;
  readonly width: number;
  readonly k: number;
  readonly windowRadius: number;
  readonly original: number[];
  readonly perturbed: number[];
  readonly expected: { readonly topk: Readonly<Record<string, number | null>> };
}

function asGolden(text: string): Golden {
  const isGolden = (value: unknown): value is Golden =>
    typeof value === 'object' && value !== null && 'expected' in value;
  const parsed: unknown = JSON.parse(text);
  if (isGolden(parsed)) return parsed;
  throw new Error('not a golden case');
}

const ANY_BOOLEAN: unknown = expect.any(Boolean);
const ANY_NUMBER: unknown = expect.any(Number);
const ANY_STRING: unknown = expect.any(String);

describe('compare', () => {
  it('gives the golden values', async () => {
    const names = (await readdir(GOLDEN)).filter((name) => /^\d\d-.*\.json$/.test(name));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const golden = asGolden(await readFile(new URL(name, GOLDEN), 'utf8'));
      const { height, width, k, windowRadius, original, perturbed, expected } = golden;
      const size = { height, width };
      await writeFile(file('a.json'), JSON.stringify({ ...size, values: original }));
      await writeFile(file('b.json'), JSON.stringify({ ...size, values: perturbed }));
      const settings = ['--k', String(k), '--w', String(windowRadius)];
      const { code, out } = await call('compare', file('a.json'), file('b.json'), ...settings);
      expect(code, name).toBe(0);
      expect(out).toMatchObject({ height, width, k, windowRadius });
      const close = (part: string): unknown => {
        const wanted = expected.topk[part];
        return wanted === null ? null : expect.closeTo(wanted, 12);
      };
      const score = (part: string): object => ({
        value: close(part),
        chance: close(`chance_${part}`),
        corrected: close(`corrected_${part}`),
      });
      expect(out, name).toMatchObject({
        scores: {
          topKIntersection: score('intersection'),
          lensRecallAtK: score('recall'),
          lensPrecisionAtK: score('precision'),
        },
      });
    }
  });

  it('says what is allowed and what came, in one line, with exit code 2', async () => {
    await writeFile(file('one.json'), '{"height":1,"width":2,"values":[1,2]}');
    await writeFile(file('hole.json'), '{"height":1,"width":2,"values":[1,null]}');
    await writeFile(file('bad.json'), 'hello');
    const one = file('one.json');
    const cases: [string[], RegExp][] = [
      [['compare', one, one, '--k', '0'], /k must be 1…2, got 0/],
      [['compare', one, one, '--k', 'many'], /--k must be .*, got many/],
      [['compare', one, one, '--k', '1', '--w', '-1'], /windowRadius must be 0…\d+, got -1/],
      [['compare', one, file('hole.json'), '--k', '1'], /perturbed map.*NaN at row 0, column 1/],
      [
        ['compare', one, file('bad.json')],
        /bad\.json must be a map as \.npy or as JSON of .*, got text\/plain/,
      ],
      [['compare', one, file('none.json')], /none\.json must be a file to read, got ENOENT/],
      [['compare', one], /two maps/],
      [['compare', one, one, '--q', '1'], /options must be among --k --w, got/],
      [['fly'], /command must be one of compare, explain, stability, models, got fly/],
      [[], /got nothing/],
    ];
    for (const [args, message] of cases) {
      const { code, out, err } = await call(...args);
      expect([code, out], args.join(' ')).toEqual([2, null]);
      expect(err).toMatch(message);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});

it('lists the models with their cards', async () => {
  const { code, out } = await call('models');
  expect(code).toBe(0);
  expect(out).toContainEqual(expect.objectContaining({ id: 'surface-natural' }));
});

it('writes nothing but JSON on stdout', async () => {
  const main = new URL('./main.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)('npx', ['tsx', main, 'models']);
  expect(Array.isArray(JSON.parse(stdout))).toBe(true);
});

describe('explain', () => {
  it('gives classes, checks and a map that compares with itself', async () => {
    const out = file('map.npy');
    const args = ['--method', 'gradient', '--out', out];
    const end = await call('explain', SAMPLE, ...MODEL, ...args);
    expect(end.err).toBe('');
    expect(end.out).toMatchObject({
      model: 'surface-natural',
      method: 'gradient',
      completenessGap: null,
      gradientCheck: { passed: ANY_BOOLEAN },
    });
    const same = await call('compare', out, out);
    expect(same.out).toMatchObject({ scores: { topKIntersection: { value: 1 } } });
  });

  it('refuses bad pictures, models and settings', async () => {
    await writeFile(file('text.png'), 'just text');
    await writeFile(file('empty.png'), '');
    const cases: [string[], RegExp][] = [
      [[file('text.png'), ...MODEL, '--method', 'gradient'], /PNG, JPEG.*got text\/plain/],
      [[file('empty.png'), ...MODEL, '--method', 'gradient'], /got an empty file/],
      [[SAMPLE, '--method', 'gradient'], /--model must be .*surface-natural/],
      [[SAMPLE, '--model', 'nonsense', '--method', 'gradient'], /got nonsense/],
      [[SAMPLE, ...MODEL, '--method', 'guess'], /--method must be one of .*, got guess/],
      [[SAMPLE, ...MODEL, '--method', 'gradient', '--target', '99'], /targetClass must be 0…5/],
      [[SAMPLE, '--model', folder, '--method', 'gradient'], /card\.json/],
    ];
    for (const [args, message] of cases) {
      const { code, err } = await call('explain', ...args);
      expect(err).toMatch(message);
      expect(code, args.join(' ')).toBe(2);
    }
  });
});

describe('stability', () => {
  it('judges a shift and writes a report that carries the session', async () => {
    const report = file('report.png');
    const change = ['--perturbation', 'shift', '--dx', '-1', '--dy', '2'];
    const settings = ['--method', 'gradient', '--k', '100', '--w', '1', '--seed', '7'];
    const args = [...MODEL, ...settings, ...change, '--report', report, '--language', 'ja'];
    const { code, out, err } = await call('stability', SAMPLE, ...args);
    expect(code, err).toBe(0);
    expect(out).toMatchObject({
      k: 100,
      perturbed: { motion: { dx: -1, dy: 2 } },
      alignedScores: { topKIntersection: { chance: ANY_NUMBER } },
      verdict: { id: ANY_STRING },
    });
    const session = await readSession(Uint8Array.from(await readFile(report)));
    expect(session).toMatchObject({
      language: 'ja',
      settings: { seed: 7 },
      picture: { name: 'scratch-1.png' },
    });
  });

  it('gives a list for several pictures', async () => {
    const change = ['--perturbation', 'brightness', '--strength', '10'];
    const { out } = await call(
      'stability',
      SAMPLE,
      SAMPLE,
      ...MODEL,
      '--method',
      'gradient',
      ...change,
    );
    expect(out).toMatchObject([{ alignedScores: null }, { alignedScores: null }]);
  });

  it('refuses what is out of range', async () => {
    const shift = ['--dx', '99', '--method', 'gradient'];
    expect((await call('stability', SAMPLE, ...MODEL, ...shift)).err).toMatch(
      /shiftX must be -32…32, got 99/,
    );
    const language = ['--language', 'fr', '--report', file('r.png'), '--method', 'gradient'];
    expect((await call('stability', SAMPLE, ...MODEL, ...language)).err).toMatch(/en, ja/);
  });
});
