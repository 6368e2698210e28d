import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCORE_IDS } from '../src/domain/score.ts';
import { goldenCases } from '../tests/golden/goldenCases.ts';
import { call, part } from './callRun.ts';
import { formatNpy } from './npy.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jitterscope-'));
});

/** A map as .npy of float64; the path. */
async function npy(name: string, height: number, width: number, values: readonly number[]) {
  const path = join(folder, name);
  await writeFile(path, formatNpy({ height, width, values: Float64Array.from(values) }));
  return path;
}

async function json(name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

function expectClose(got: unknown, wanted: number | null, tolerance: number, what: string): void {
  if (wanted === null) expect(got, what).toBeNull();
  else expect(Math.abs(Number(got) - wanted), what).toBeLessThanOrEqual(tolerance);
}

describe.each(goldenCases())('golden case $name', (golden) => {
  const { height, width, k, windowRadius, expected } = golden;
  it('through the command line', async () => {
    const original = await npy(`${golden.name}-a.npy`, height, width, golden.original);
    const perturbed = await npy(`${golden.name}-b.npy`, height, width, golden.perturbed);
    const settings = ['--k', String(k), '--w', String(windowRadius)];
    const { code, out, err } = await call('compare', original, perturbed, ...settings);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchObject({ height, width, k, windowRadius });
    const close = (keys: string, wanted: number | null, tolerance: number): void =>
      expectClose(part(out, ...keys.split('.')), wanted, tolerance, keys);
    for (const [ids, of] of [
      [['topKIntersection', 'lensRecallAtK', 'lensPrecisionAtK'], expected.topk],
      [['topKDivIntersection', 'lensRecallAtKDiv', 'lensPrecisionAtKDiv'], expected.div],
    ] as const)
      (['intersection', 'recall', 'precision'] as const).forEach((key, i) => {
        close(`scores.${ids[i]}.value`, of[key], 1e-12);
        close(`scores.${ids[i]}.chance`, of[`chance_${key}`], 1e-12);
        close(`scores.${ids[i]}.corrected`, of[`corrected_${key}`], 1e-12);
      });
    close('scores.lensRecallAtK.pValue', expected.null_recall.p_value, 1e-12);
    close('scores.spearman.value', expected.spearman, 1e-9);
    close('scores.kendall.value', expected.kendall, 1e-9);
    close('scores.lensSpearman.value', expected.lens_spearman, 1e-9);
    close('scores.lensKendall.value', expected.lens_kendall, 1e-9);
    close('scores.pearson.value', expected.pearson, 1e-9);
    close('scores.massCenterShift.value', expected.mass_center_shift, 1e-9);
    (['original', 'perturbed'] as const).forEach((side, i) => {
      close(`concentration.${side}.gini`, expected.gini[i], 1e-9);
      close(`concentration.${side}.entropy`, expected.entropy[i], 1e-9);
      close(`diverseCount.${side}`, expected.div[`count_${side}`], 0);
    });
  });
});

/** A ramp in which no two pixels are equal, with its peak in the middle. */
const peak = (height: number, width: number, top = 0, left = 0): number[] =>
  Array.from({ length: height * width }, (_, i) => {
    const [y, x] = [Math.floor(i / width) - top, (i % width) - left];
    return 1000 - (y - height / 2) ** 2 - (x - width / 2) ** 2 + 0.01 * y + 0.0001 * x;
  });

describe('what compare prints', () => {
  it('is exactly the promised JSON', async () => {
    const path = await npy('peak.npy', 12, 14, peak(12, 14));
    const { out } = await call('compare', path, path);
    const keys = ['height', 'width', 'k', 'windowRadius', 'tiedAtCut', 'scores', 'concentration'];
    expect(Object.keys(out ?? {})).toEqual([...keys, 'diverseCount']);
    expect(out).toMatchObject({ k: 8, windowRadius: 2 });
    expect(Object.keys(part(out, 'scores') ?? {})).toEqual([...SCORE_IDS]);
    for (const id of SCORE_IDS)
      expect(Object.keys(part(out, 'scores', id) ?? {}), id).toEqual(
        ['value', 'chance', 'corrected', 'pValue'], // and no reason
      );
    expect(part(out, 'scores', 'spearman')).toEqual({
      value: 1,
      chance: 0,
      corrected: 1,
      pValue: null,
    });
    expect(part(out, 'scores', 'ssim')).toMatchObject({ value: 1, chance: null });
    expect(part(out, 'scores', 'topKIntersection', 'pValue')).toBe(1 / 168);
    expect(Object.keys(part(out, 'concentration', 'original') ?? {})).toEqual([
      'gini',
      'entropy',
      'regionCount',
    ]);
  });

  it('has null and a reason where a score is undefined', async () => {
    const flat = await npy('flat.npy', 3, 4, new Array<number>(12).fill(0));
    const { out } = await call('compare', flat, flat, '--k', '12');
    const none = { value: null, corrected: null, pValue: null };
    expect(out).toMatchObject({
      tiedAtCut: { original: false },
      scores: {
        topKIntersection: { value: 1, chance: 1, corrected: null, reason: 'chance-is-one' },
        kendall: { ...none, chance: 0, reason: 'constant-map' },
        ssim: { ...none, chance: null, reason: 'map-too-small' },
        massCenterShift: { ...none, chance: null, reason: 'zero-map' },
      },
      concentration: { original: { gini: null, entropy: null, regionCount: 1 } },
    });
  });

  it('has aligned scores where the part moved', async () => {
    const original = await npy('a.npy', 20, 24, peak(20, 24));
    const perturbed = await npy('b.npy', 20, 24, peak(20, 24, 2, -1));
    const maps = ['compare', original, perturbed, '--k', '9', '--w', '0'];
    const { out, err } = await call(...maps, '--dx', '-1', '--dy', '2');
    expect(err).toBe('');
    expect(part(out, 'scores', 'topKIntersection', 'value')).toBeLessThan(1);
    expect(Object.keys(part(out, 'alignedScores') ?? {})).toEqual([...SCORE_IDS]);
    const n = 18 * 23;
    expect(out).toMatchObject({
      alignedScores: {
        topKIntersection: { value: 1, chance: 9 / n, pValue: 1 / n },
        kendall: { value: 1 },
        massCenterShift: { value: expect.closeTo(0, 6) as unknown },
      },
    });
    const far = await call(...maps, '--dx', '23', '--dy', '-19.5');
    expect(far.code, far.err).toBe(0);
    expect(part(far.out, 'alignedScores', 'lensRecallAtK')).toEqual({
      value: null,
      chance: null,
      corrected: null,
      pValue: null,
      reason: 'k-exceeds-valid-area',
    });
  });

  it('takes the reduction of maps with channels', async () => {
    const head = `{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3, 3), }\n`;
    const values = Float32Array.of(5, -5, 0, 1, 1, 0, 2, 2, 2);
    const file = Buffer.concat([
      Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, head.length, 0]),
      Buffer.from(head),
      Buffer.from(values.buffer),
    ]);
    const channels = join(folder, 'channels.dat');
    await writeFile(channels, file);
    for (const [reduction, reduced] of [
      ['sumAbs', [10, 2, 6]],
      ['sum', [0, 2, 6]],
      ['maxAbs', [5, 1, 2]],
    ] as const) {
      const plain = await json('plain.json', { height: 1, width: 3, values: reduced });
      const { out } = await call('compare', channels, plain, '--reduction', reduction);
      expect(part(out, 'scores', 'massCenterShift', 'value'), reduction).toBe(0);
    }
  });
});

describe('the truth of a mask', () => {
  const flags = [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
  const values = [0, 1, 0, 0, 2, 9, 6, 0, 0, 0, 7, 0];
  const original = { pointingGame: true, relevanceMassAccuracy: 0.6, relevanceRankAccuracy: 0.5 };
  const maskShare = { original: 1 / 6, perturbed: 1 / 6 };

  it('comes from .npy, JSON or PNG', async () => {
    const map = await npy('truth.npy', 3, 4, values);
    const png = join(folder, 'mask.png');
    const data = Uint8Array.from(flags, (flag) => 255 * flag);
    await writeFile(png, encode({ width: 4, height: 3, data, depth: 8, channels: 1 }));
    for (const mask of [
      await npy('mask.npy', 3, 4, flags),
      await json('mask.json', { height: 3, width: 4, values: flags }),
      png,
    ]) {
      const { out, err } = await call('compare', map, map, '--k', '2', '--mask', mask);
      expect(err).toBe('');
      expect(part(out, 'truth'), mask).toEqual({ original, perturbed: original, maskShare });
    }
  });

  it('moves with the part', async () => {
    const map = await npy('truth.npy', 3, 4, values);
    const moved = [0, 0, 0, 1, 0, 0, 0, 2, 9, 6, 0, 0];
    const right = await npy('moved.npy', 3, 4, [0, 0, 1, 0, 0, 2, 9, 6, 0, 0, 0, 7]);
    const mask = await json('mask.json', { height: 3, width: 4, values: flags });
    const settings = ['--k', '2', '--mask', mask];
    const { out } = await call('compare', map, right, ...settings, '--dx', '1');
    expect(part(out, 'truth')).toEqual({ original, perturbed: original, maskShare });
    const away = await npy('away.npy', 3, 4, moved);
    const lost = await call('compare', map, away, ...settings, '--dx', '3');
    expect(part(lost.out, 'truth', 'perturbed')).toEqual({
      pointingGame: null,
      relevanceMassAccuracy: null,
      relevanceRankAccuracy: null,
    });
  });

  it('must have the size of the maps', async () => {
    const map = await npy('truth.npy', 3, 4, values);
    const mask = await json('mask.json', { height: 4, width: 3, values: flags });
    const { code, err } = await call('compare', map, map, '--mask', mask);
    expect([code, err]).toEqual([2, 'jitterscope: mask must be 3×4, as the maps are, got 4×3\n']);
  });
});

describe('what compare refuses, with exit code 2 and one line', () => {
  const map = (values: readonly unknown[], height = 1) => ({
    height,
    width: values.length / height,
    values,
  });
  const FILES: Readonly<Record<string, unknown>> = {
    one: map([1, 2]),
    tall: map([1, 2], 2),
    null: map([1, null]),
    infinite: '{"height":1,"width":2,"values":[1e999,1]}',
    negative: '{"height":1,"width":2,"values":[1,-1e999]}',
    short: { height: 1, width: 3, values: [1] },
    text: 'hello\nworld',
    broken: '{"height":\n1',
    empty: '',
  };
  const compare = (...args: string[]): string[] => ['compare', 'one', ...args];
  it.each<[args: string[], message: RegExp]>([
    [compare('null'), /perturbed map.*finite.*NaN at row 0, column 1/],
    [compare('infinite'), /perturbed map.*finite.*got Infinity at row 0, column 0/],
    [['compare', 'negative', 'one'], /original map.*finite.*got -Infinity at row 0, column 1/],
    [compare('tall'), /perturbed map.*1×2.*2×1/],
    [compare('one', '--k', '0'), /k must be 1…2, got 0/],
    [compare('one', '--k', '3'), /k must be 1…2, got 3/],
    [compare('one', '--k', '1.5'), /k must be 1…2, got 1.5/],
    [compare('one', '--k', 'many'), /--k must be a number, got many/],
    [compare('one', '--k', ''), /--k must be a number, got nothing/],
    [compare('one', '--k'), /options must be among .*, got: Option '--k <value>' argument missing/],
    [compare('one', '--w', '-1'), /windowRadius must be 0…64, got -1/],
    [compare('one', '--w', '65'), /windowRadius must be 0…64, got 65/],
    [compare('one', '--dx', '2'), /--dx must be -1…1, got 2/],
    [compare('one', '--dy', '-1'), /--dy must be 0…0, got -1/],
    [compare('one', '--dx', 'Infinity'), /--dx must be a number, got Infinity/],
    [compare('one', '--reduction', 'mean'), /--reduction must be one of sumAbs, sum, maxAbs, got/],
    [compare('one', '--q', '1'), /options must be among --k --w .*, got: Unknown option '--q'/],
    [compare('short'), /short must be JSON of .*, got 1 values for 1×3/],
    [compare('text'), /text must be a map as \.npy or as JSON of .*, got text\/plain/],
    [compare('broken'), /broken must be JSON of .*, got /],
    [compare('empty'), /empty must be a map .*, got an empty file/],
    [compare('none'), /none must be a file to read, got ENOENT/],
    [compare('.'), /must be a file to read, got EISDIR/],
    [
      compare('one', '--mask', 'text'),
      /text must be a mask as \.npy, PNG or JSON.*got text\/plain/,
    ],
    [compare('one', '--mask', 'null'), /null must be a mask of finite values, got NaN at row 0/],
    [compare(), /compare must be given two maps, ORIGINAL PERTURBED, got .*one$/m],
    [['compare'], /compare must be given two maps, ORIGINAL PERTURBED, got nothing/],
    [compare('one', 'one'), /compare must be given two maps/],
  ])('%j', async (args, message) => {
    for (const [name, value] of Object.entries(FILES)) await json(name, value);
    const known = [...Object.keys(FILES), 'none', '.'];
    const paths = args.map((arg) => (known.includes(arg) ? join(folder, arg) : arg));
    const { code, out, err } = await call(...paths);
    expect([code, out]).toEqual([2, null]);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
