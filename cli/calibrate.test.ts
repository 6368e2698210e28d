import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, part } from './callRun.ts';

const SAMPLES = fileURLToPath(new URL('../public/samples', import.meta.url));
const PICTURE = join(SAMPLES, 'scratch-1.png');
const MODEL = ['--model', 'surface-natural'];
const ASKED = [...MODEL, '--method', 'gradient', '--harmless', 'noiseSign:1,brightness:5'];

let folder = '';
const file = (name: string): string => join(folder, name);
const calibrate = (out: string, ...more: string[]) =>
  call('calibrate', SAMPLES, ...ASKED, '--name', 'Line 3', '--out', file(out), ...more);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jitterscope-calibrate-'));
  const { code, err } = await calibrate('line.json', '--false-alarm-rate', '0.25');
  expect(code, err).toBe(0);
});

describe('calibrate', () => {
  it('writes a profile whose thresholds hold for the pictures it was made on', async () => {
    const profile: unknown = JSON.parse(await readFile(file('line.json'), 'utf8'));
    expect(profile).toMatchObject({
      name: 'Line 3',
      modelId: 'surface-natural',
      attribution: { method: 'gradient' },
      reference: 'otherPictures',
      falseAlarmRate: 0.25,
      harmless: [
        { id: 'noiseSign', strength: 1 },
        { id: 'brightness', strength: 5 },
      ],
    });
    const [agree, chance] = [
      part(profile, 'thresholds', 'agree'),
      part(profile, 'thresholds', 'chance'),
    ];
    expect(Number(agree)).toBeGreaterThan(Number(chance));
    const changes = ['--changes', 'noiseSign:1,brightness:5'];
    const args = [
      ...MODEL,
      '--profile',
      file('line.json'),
      ...changes,
      '--out',
      file('rows.jsonl'),
    ];
    const end = await call('batch', SAMPLES, ...args);
    expect(part(end.out, 'profile'), end.err).toEqual({
      name: 'Line 3',
      changed: false,
      otherModel: false,
      otherMethod: false,
    });
    const { out } = await call('merge', file('rows.jsonl'));
    const summaries = part(out, 'summary');
    const pictures = Number(part(out, 'total'));
    const changed = (Array.isArray(summaries) ? summaries : []).map((one: unknown) =>
      Number(part(one, 'verdicts', 'changed')),
    );
    expect(changed).toHaveLength(2);
    for (const count of changed) expect(count / pictures).toBeLessThanOrEqual(0.25);
  });

  it('sets the thresholds alone where k and w are given', async () => {
    const given = ['--k', '200', '--w', '3', '--false-alarm-rate', '0.25'];
    const { out, err } = await calibrate('given.json', ...given);
    expect(part(out, 'profile', 'score'), err).toEqual({ k: 200, windowRadius: 3 });
    expect(part(out, 'profile', 'chosenOn')).toBe(0);
    expect(part(out, 'cells')).toHaveLength(1);
  });

  it.each([
    [['--false-alarm-rate', '0.01'], /at least 198 pictures that can be judged, got \d+/],
    [['--false-alarm-rate', '2'], /--false-alarm-rate must be 0\.001…0\.5, got 2/],
    [['--harmless', 'nudge'], /--harmless must be one of shift/],
    [['--name', ' '], /--name must be a name/],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await calibrate('no.json', ...args);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('--profile', () => {
  const stability = (...more: string[]) =>
    call('stability', PICTURE, ...MODEL, '--profile', file('line.json'), ...more);

  it('gives method, k, w and thresholds, and says where they are changed', async () => {
    const profile: unknown = JSON.parse(await readFile(file('line.json'), 'utf8'));
    const plain = await stability();
    expect(plain.err).toBe('');
    expect(part(plain.out, 'settings', 'score')).toEqual(part(profile, 'score'));
    expect(part(plain.out, 'settings', 'thresholds')).toEqual(part(profile, 'thresholds'));
    expect(part(plain.out, 'settings', 'attribution', 'method')).toBe('gradient');
    const changed = await stability('--k', '7', '--method', 'inputXGradient');
    expect(changed.err).toMatch(/profile Line 3 was made for another method.* and is changed by/);
    expect(part(changed.out, 'profile')).toMatchObject({ changed: true, otherMethod: true });
  });

  it('warns of another model, and refuses what is no profile', async () => {
    const text = await readFile(file('line.json'), 'utf8');
    await writeFile(file('other.json'), text.replace(/"modelSha256": "../, '"modelSha256": "__'));
    const other = await call('stability', PICTURE, ...MODEL, '--profile', file('other.json'));
    expect(other.err).toMatch(/made for another model/);
    await writeFile(file('bad.json'), text.replace(/"k": \d+/, '"k": "many"'));
    const bad = await call('stability', PICTURE, ...MODEL, '--profile', file('bad.json'));
    expect(bad).toMatchObject({ code: 2, out: null });
    expect(bad.err).toMatch(/bad\.json must be a profile \(k: a whole number\), got many/);
    await writeFile(file('bad.json'), 'none');
    const none = await call('stability', PICTURE, ...MODEL, '--profile', file('bad.json'));
    expect(none.err).toMatch(/bad\.json must be a profile .*got no JSON/);
  });
});
