import { decode, encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import { decodeFloats, encodeFloats } from './base64.ts';
import { encodeText } from './internationalText.ts';
import { inventedReport } from './inventedReport.ts';
import { crc32, insertChunk, physicalSize, readChunks } from './pngChunks.ts';
import { sessionJson, sessionOf } from './session.ts';
import { readSession, writeSession } from './sessionChunk.ts';

const plain = (): Uint8Array =>
  encode({ width: 3, height: 2, channels: 3, data: Uint8Array.from({ length: 18 }, (_, i) => i) });

function japanese() {
  const model = inventedReport();
  const name = '第3ライン_磁気タイル「割れ」😀.png';
  return sessionOf({ ...model, picture: { ...model.picture, name } }, 'ja');
}

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const end = await promise.catch((error: unknown) => error);
  if (end instanceof Problem) return end;
  throw new Error('no problem');
}

const withChunk = async (text: string): Promise<Uint8Array> =>
  insertChunk(plain(), 'iTXt', await encodeText('jitterscope', text));

describe('chunks', () => {
  it('knows the CRC of an empty IEND and of the check text', () => {
    expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082);
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('puts the print size before the picture data and leaves the picture alone', () => {
    const png = insertChunk(plain(), 'pHYs', physicalSize(254));
    expect(readChunks(png).map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND']);
    expect(readChunks(png).every(({ crcMatches }) => crcMatches)).toBe(true);
    const picture = decode(png, { checkCrc: true });
    expect(picture.data).toEqual(decode(plain()).data);
    expect(picture.resolution).toEqual({ x: 10_000, y: 10_000, unit: 1 });
  });
});

describe('session', () => {
  it('comes back from the PNG as it went in, Japanese names and the last bit of every value', async () => {
    const session = japanese();
    const png = await writeSession(plain(), session);
    expect(await readSession(png)).toEqual(session);
    const picture = decode(png, { checkCrc: true });
    expect(picture.data).toEqual(decode(plain()).data);
  });

  it('is read uncompressed too, and is null where there is none', async () => {
    const head = [...new TextEncoder().encode('jitterscope'), 0, 0, 0, 0x6a, 0x61, 0, 0];
    const text = new TextEncoder().encode(sessionJson(japanese()));
    const png = insertChunk(plain(), 'iTXt', Uint8Array.from([...head, ...text]));
    expect((await readSession(png))?.picture.name).toBe(japanese().picture.name);
    expect(await readSession(plain())).toBeNull();
  });

  it('of a report from before there were angles and patches has their defaults', async () => {
    const session = japanese();
    const { angle, patch, patchX, patchY, ...old } = session.settings.perturbation;
    const settings = { ...session.settings, perturbation: old };
    const written = JSON.parse(sessionJson(session)) as object;
    const before = { ...written, settings };
    const png = await withChunk(JSON.stringify(before));
    expect((await readSession(png))?.settings).toEqual(session.settings);
    expect({ angle, patch, patchX, patchY }).toEqual({
      angle: 0,
      patch: 'seeded',
      patchX: 50,
      patchY: 50,
    });
    const wrong = { ...old, patch: 'somewhere' };
    const bad = { ...before, settings: { ...settings, perturbation: wrong } };
    const refused = await problemOf(readSession(await withChunk(JSON.stringify(bad))));
    expect(refused.message).toMatch(/patch must be seeded, chosen, got somewhere/);
  });

  it('keeps a turned part and a chosen patch', async () => {
    const session = japanese();
    const perturbation = {
      ...session.settings.perturbation,
      id: 'rotate' as const,
      strength: -2.5,
      angle: 30,
      patch: 'chosen' as const,
      patchX: 1,
      patchY: 99,
    };
    const turned = { ...session, settings: { ...session.settings, perturbation } };
    expect(await readSession(await writeSession(plain(), turned))).toEqual(turned);
  });

  it('is read with what a parameter starts with, where it was made before there was one', async () => {
    const text = sessionJson(japanese());
    const older = JSON.stringify(JSON.parse(text), (key, value: unknown) =>
      key === 'layer' || key === 'steps' ? undefined : value,
    );
    const session = await readSession(await withChunk(older));
    expect(session?.settings.attribution).toEqual(japanese().settings.attribution);
  });

  it('refuses hostile chunks with a problem', async () => {
    const good = await writeSession(plain(), japanese());
    const chunk = readChunks(good).find(({ type }) => type === 'iTXt');
    if (!chunk) throw new Error('no chunk');
    const flipped = good.slice();
    flipped[chunk.offset + 60] ^= 1;
    const bomb = 'x'.repeat(65 * 1024 * 1024);
    const raw = (...bytes: number[]): Uint8Array =>
      insertChunk(
        plain(),
        'iTXt',
        Uint8Array.from([...new TextEncoder().encode('jitterscope'), 0, ...bytes]),
      );
    const hostile = [
      flipped,
      good.slice(0, -20),
      await withChunk(bomb),
      await withChunk('no JSON'),
      await withChunk('null'),
      await withChunk('{"format":99}'),
      raw(1, 0, 0, 0, 1, 2, 3, 4),
      raw(1, 7, 0, 0, 1),
      raw(0, 0, 0, 0, 0xff, 0xfe),
      raw(1),
    ];
    for (const png of hostile)
      expect((await problemOf(readSession(png))).code).toBe('image-damaged');
    const notPng = await problemOf(readSession(new TextEncoder().encode('hello')));
    expect(notPng.code).toBe('image-not-recognised');
  });

  it.each([
    ['settings.attribution.method', { method: '__proto__' }],
    ['settings.attribution.layer', { layer: 'x'.repeat(501) }],
    ['input.values', { values: 'AAAA' }],
    ['input.height', { height: 1e9 }],
    ['date', { date: 'yesterday' }],
  ])('names the field that is off: %s', async (_, change) => {
    const replace = (key: string, value: unknown): unknown =>
      Object.hasOwn(change, key) ? Reflect.get(change, key) : value;
    const text = JSON.stringify(JSON.parse(sessionJson(japanese())), replace);
    const problem = await problemOf(withChunk(text).then(readSession));
    expect(problem.code).toBe('image-damaged');
    expect(problem.detail.what).toContain(Object.keys(change)[0]);
  });
});

it('writes floats as base64 without losing a bit', () => {
  const values = Float32Array.of(0, -0, 1 / 3, 1e-45, 3.4e38);
  expect(decodeFloats(encodeFloats(values))).toEqual(values);
  expect(decodeFloats('AAA')).toBeNull();
  expect(decodeFloats('é===')).toBeNull();
});
