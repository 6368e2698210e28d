import { afterAll, describe, expect, it } from 'vitest';
import type { InputSpec } from '../domain/model.ts';
import { Problem } from '../domain/problem.ts';
import { encodeText } from '../report/internationalText.ts';
import { inventedReport } from '../report/inventedReport.ts';
import { insertChunk, readChunks } from '../report/pngChunks.ts';
import { sessionJson, sessionOf } from '../report/session.ts';
import { writeSession } from '../report/sessionChunk.ts';
import { createClient } from './client.ts';
import type { PictureOperations } from './protocol.ts';

const session = sessionOf(inventedReport(), 'ja');
const spec: InputSpec = { height: 96, width: 96, channels: 1, range: [0, 1], fit: 'letterbox' };
const workers: Worker[] = [];
const client = createClient<PictureOperations>({
  spawn: () => {
    const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
    workers.push(worker);
    return worker;
  },
});
afterAll(() => {
  for (const worker of workers) worker.terminate();
});

async function plainPng(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(40, 20);
  canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

const open = (png: Uint8Array<ArrayBuffer>, of: InputSpec = spec) =>
  client.call('open', {
    file: new Blob([png]),
    name: 'report.png',
    background: [255, 255, 255],
    spec: of,
  });

async function problemOf(png: Uint8Array<ArrayBuffer>): Promise<Problem> {
  const end = await open(png).catch((error: unknown) => error);
  if (end instanceof Problem) return end;
  throw new Error('no problem');
}

const withText = async (text: string) =>
  insertChunk(await plainPng(), 'iTXt', await encodeText('jitterscope', text));

describe('a PNG with a session', () => {
  it('is the stored input, bit for bit, with the facts of the first file', async () => {
    const opened = await open(await writeSession(await plainPng(), session));
    expect(opened.session).toEqual(session);
    expect(opened.info).toEqual(session.picture);
    expect(opened.input).toEqual(session.input);
    expect([opened.preview.width, opened.preview.height]).toEqual([96, 96]);
    expect(opened.preview.pixels[0]).toBe(Math.round(255 * session.input.values[0]));
  });

  it('is brought to the shape of another model', async () => {
    const other: InputSpec = { ...spec, height: 32, width: 48, channels: 3 };
    const opened = await open(await writeSession(await plainPng(), session), other);
    const { input } = opened;
    expect(opened.session?.input).toEqual(session.input);
    expect([input.height, input.width, input.channels]).toEqual([32, 48, 3]);
    expect(input.values).toHaveLength(3 * 32 * 48);
  });

  it('is refused with a clear problem when the chunk is hostile, and the next picture opens', async () => {
    const good = await writeSession(await plainPng(), session);
    const chunk = readChunks(good).find(({ type }) => type === 'iTXt');
    if (!chunk) throw new Error('no chunk');
    const flipped = good.slice();
    flipped[chunk.offset + 60] ^= 1;
    const hostile = [
      [flipped, 'session'],
      [await withText('x'.repeat(65 * 1024 * 1024)), 'iTXt'],
      [await withText('no JSON'), 'session'],
      [await withText(sessionJson(session).replace('"width":96', '"width":1e9')), 'session'],
      [await withText('{"format":2}'), 'session format'],
    ] as const;
    for (const [png, what] of hostile) {
      const { code, detail } = await problemOf(png);
      expect([code, detail.what]).toEqual(['image-damaged', expect.stringContaining(what)]);
    }
    const { session: none, info } = await open(await plainPng());
    expect([none, info.width, info.name]).toEqual([null, 40, 'report.png']);
  });

  it('is a picture cut short like any other when its end is missing', async () => {
    const good = await writeSession(await plainPng(), session);
    const { code, detail } = await problemOf(good.slice(0, -20));
    expect([code, detail.what]).toEqual(['image-damaged', 'report.png']);
  });
});
