import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCORE_IDS } from '../src/domain/score.ts';
import { readSession } from '../src/report/sessionChunk.ts';
import { call, part } from './callRun.ts';

const SAMPLE = new URL('../public/samples/scratch-1.png', import.meta.url).pathname;
const MODEL = ['--model', 'surface-natural'];
let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jitterscope-'));
});

const ANY_BOOLEAN: unknown = expect.any(Boolean);
const ANY_NUMBER: unknown = expect.any(Number);
const ANY_STRING: unknown = expect.any(String);

it.each([
  [
    ['fly'],
    /command must be one of attack, compare, explain, stability, margin, believe, batch, merge, calibrate, models, got fly/,
  ],
  [[], /got nothing/],
])('refuses %j', async (args, message) => {
  const { code, out, err } = await call(...args);
  expect([code, out]).toEqual([2, null]);
  expect(err).toMatch(message);
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

  it('explains by a layer that is chosen, one number for each pixel', async () => {
    const map = file('cam.npy');
    const cam = ['--method', 'gradCam', '--layer', 'conv2', '--out', map];
    const { out, err } = await call('explain', SAMPLE, ...MODEL, ...cam);
    expect(err).toBe('');
    expect(out).toMatchObject({ method: 'gradCam', height: 96, width: 96, deadGradient: false });
    const last = file('last.npy');
    await call('explain', SAMPLE, ...MODEL, '--method', 'gradCam', '--out', last);
    const { out: both } = await call('compare', map, last);
    expect(both).not.toMatchObject({ scores: { spearman: { value: 1 } } });
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
      [
        [SAMPLE, ...MODEL, '--method', 'gradCam', '--layer', 'conv9'],
        /layer must be one of conv1, .*, got conv9/,
      ],
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

  it('has every score, raw and aligned, as compare has', async () => {
    const settings = ['--method', 'gradient', '--k', '100', '--w', '1', '--dx', '2'];
    const { out, err } = await call('stability', SAMPLE, ...MODEL, ...settings);
    expect(err).toBe('');
    expect(Object.keys(part(out, 'scores') ?? {})).toEqual([...SCORE_IDS]);
    expect(Object.keys(part(out, 'alignedScores') ?? {})).toEqual([...SCORE_IDS]);
    expect(out).toMatchObject({
      k: 100,
      windowRadius: 1,
      tiedAtCut: { original: ANY_BOOLEAN },
      validPixels: ANY_NUMBER,
      scores: { lensKendall: { value: ANY_NUMBER, chance: 0, pValue: null } },
      alignedScores: {
        topKIntersection: { value: ANY_NUMBER, pValue: ANY_NUMBER },
        massCenterShift: { value: ANY_NUMBER, chance: null },
      },
      concentration: { original: { gini: ANY_NUMBER, regionCount: ANY_NUMBER } },
      diverseCount: { original: ANY_NUMBER, perturbed: ANY_NUMBER },
      target: ANY_NUMBER,
      verdict: { id: ANY_STRING },
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
    const wanted = { alignedScores: null, scores: { ssim: { value: ANY_NUMBER } } };
    expect(out).toMatchObject([wanted, wanted]);
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

describe('attack', () => {
  const ATTACK = ['--method', 'gradient', '--attack', 'attackTopK'];

  it('moves the explanation, keeps the decision, and writes the map it reports', async () => {
    const [out, plain] = [file('attacked.npy'), file('plain.npy')];
    const end = await call(
      'attack',
      SAMPLE,
      ...MODEL,
      ...ATTACK,
      '--steps',
      '3',
      '--alpha',
      '4',
      '--out',
      out,
    );
    expect(end.err).toBe('');
    expect(end.out).toMatchObject({
      outcome: 'succeeded',
      score: 'topKIntersection',
      search: { kind: 'gradient' },
      settings: { epsilon: 8, steps: 3 },
    });
    await call('explain', SAMPLE, ...MODEL, '--method', 'gradient', '--out', plain);
    const { out: compared } = await call('compare', plain, out);
    const value = part(compared, 'scores', 'topKIntersection', 'value');
    expect(value).toBe(part(end.out, 'attack', 'best', 'score'));
    expect(value).toBeLessThan(0.9);
  });

  it.each([
    [[], /--attack must be attackTopK/],
    [['--attack', 'x'], /--attack must be one of/],
    [['--attack', 'attackTarget'], /--region must be a mask/],
    [['--attack', 'attackTopK', '--epsilon', '0'], /epsilon must be 0\.5…64, got 0/],
    [['--attack', 'attackTopK', '--points', '1'], /steps must be 4…256, got 1/],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await call(
      'attack',
      SAMPLE,
      ...MODEL,
      '--method',
      'gradient',
      ...args,
    );
    expect([code, out]).toEqual([2, null]);
    expect(err).toMatch(message);
  });
});
