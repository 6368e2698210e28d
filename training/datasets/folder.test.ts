import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { type FolderData, loadFolder } from './folder.ts';

/** Sides of a picture; what makes it another one is the shade of its first pixel. */
const [WIDTH, HEIGHT] = [16, 12];
const READING = { name: 'parts', side: 16, testShare: 0.25, seed: 3 };

let home: string;

function png(shade: number, blue = shade): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = 'rgb(90, 90, 90)';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = `rgb(${shade}, ${shade}, ${blue})`;
  context.fillRect(0, 0, 1, 1);
  return canvas.toBuffer('image/png');
}

/** The same pixels in other bytes: a chunk of text before the end, which decoders pass over. */
function retold(file: Buffer): Buffer {
  const end = file.length - 12;
  const chunk = Buffer.from('00000000744558740c0b8e04', 'hex');
  return Buffer.concat([file.subarray(0, end), chunk, file.subarray(end)]);
}

function put(path: string, bytes: Uint8Array | string): void {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), bytes);
}

function fill(name: string, count: number, from: number): void {
  for (let i = 0; i < count; i++) put(`${name}/${String(i).padStart(2, '0')}.png`, png(from + i));
}

const load = (): Promise<FolderData> => loadFolder(home, READING, () => {});

async function refused(): Promise<Problem> {
  const end = await load().catch((error: unknown) => error);
  if (end instanceof Problem) return end;
  throw new Error('was not refused');
}

const countOf = (part: readonly { label: number }[], label: number) =>
  part.filter((one) => one.label === label).length;
const notesOf = ({ notes }: FolderData) => notes.join('\n');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'folder-'));
  fill('ok', 20, 0);
  fill('crack', 12, 100);
});

describe('a folder of pictures', () => {
  it('is divided by class, seeded, and says how', async () => {
    const { data, channels, notes } = await load();
    expect(data.classes).toEqual([
      { en: 'crack', ja: 'crack' },
      { en: 'ok', ja: 'ok' },
    ]);
    expect([countOf(data.test, 0), countOf(data.test, 1)]).toEqual([3, 5]);
    expect([countOf(data.train, 0), countOf(data.train, 1)]).toEqual([9, 15]);
    expect(data.source).toMatchObject({
      name: 'parts',
      split: 'by picture, seeded (seed 3, 25 % held out)',
    });
    expect(channels).toBe(1);
    expect(notes).toEqual([
      'classes hold from 12 to 20 pictures: they are drawn equally often, and the accuracy is the mean of their recalls',
      'all pictures are grey: 1 channel',
    ]);
    const again = await load();
    expect(again.data).toEqual(data);
    const other = await loadFolder(home, { ...READING, seed: 4 }, () => {});
    expect(other.data.test).not.toEqual(data.test);
  });

  it('gives pictures of the size asked for, proportions kept, transparent parts white', async () => {
    const clear = createCanvas(WIDTH, HEIGHT).toBuffer('image/png');
    put('crack/00.png', clear);
    const { data } = await load();
    const shades = [...data.train, ...data.test].map(({ picture }) => {
      expect([picture.width, picture.height]).toEqual([16, 16]);
      // Above and below the picture, and its middle.
      return [picture.pixels[0], picture.pixels[3 * (8 * 16 + 8)]];
    });
    expect(shades).toContainEqual([128, 255]);
    expect(shades.filter(([, middle]) => middle === 90)).toHaveLength(31);
    expect(shades.every(([bar]) => bar === 128)).toBe(true);
  });

  it('has three channels as soon as one picture is in colour', async () => {
    put('ok/blue.png', png(20, 250));
    const { channels, data } = await load();
    expect(channels).toBe(3);
    const pixels = [...data.train, ...data.test].map(({ picture }) => [
      ...picture.pixels.subarray(3 * 2 * 16, 3 * 2 * 16 + 3),
    ]);
    expect(pixels).toContainEqual([20, 20, 250]);
  });

  it('leaves out what is no picture, deeper folders and empty ones, and tells', async () => {
    put('readme.txt', 'x');
    put('ok/list.csv', 'x');
    put('ok/deeper/00.png', png(250));
    put('.hidden/00.png', png(251));
    mkdirSync(join(home, 'empty'));
    const found = await load();
    expect(found.data.train.length + found.data.test.length).toBe(32);
    expect(notesOf(found)).toContain(
      'left out, not PNG, JPEG, BMP, WebP, GIF: readme.txt, ok/list',
    );
    expect(notesOf(found)).toContain('folders inside class folders: ok/deeper');
    expect(notesOf(found)).toContain('folders without pictures: empty');
    expect(notesOf(found)).not.toContain('hidden');
  });
});

describe('pictures that are there twice', () => {
  it('are kept once in a class', async () => {
    put('ok/copy.png', png(4));
    const found = await load();
    expect(found.data.train.length + found.data.test.length).toBe(32);
    expect(notesOf(found)).toContain('same file twice, kept once: ok/04.png = ok/copy.png');
  });

  it('are left out with all copies where classes contradict each other', async () => {
    put('crack/copy.png', retold(png(4)));
    const found = await load();
    expect(
      [...found.data.train, ...found.data.test].filter(({ label }) => label === 1),
    ).toHaveLength(19);
    expect(found.data.train.length + found.data.test.length).toBe(31);
    expect(notesOf(found)).toContain('in two classes, left out: crack/copy.png = ok/04.png');
  });

  it('stand on one side of the split where only the files differ', async () => {
    for (const i of [0, 1, 2, 3, 4, 5]) put(`ok/again-${i}.png`, retold(png(i)));
    const found = await load();
    const shade = ({ picture }: { picture: { pixels: ArrayLike<number> } }) =>
      picture.pixels[3 * 2 * 16];
    const [train, test] = [found.data.train, found.data.test].map(
      (part) => new Set(part.map(shade)),
    );
    expect(found.data.train.length + found.data.test.length).toBe(38);
    expect([...train].filter((one) => test.has(one))).toEqual([]);
    expect(notesOf(found)).toContain('kept on one side of the split: ok/00.png = ok/again-0.png');
  });
});

describe('a folder is refused', () => {
  it('with the class that has too few different pictures', async () => {
    fill('pit', 9, 200);
    put('pit/copy.png', retold(png(200)));
    const { detail, message } = await refused();
    expect(detail).toMatchObject({ what: `${home}/pit`, got: '9' });
    expect(message).toBe(`${home}/pit must hold at least 10 different pictures, got 9`);
  });

  it('with too many unreadable files; a few are named and left out', async () => {
    put('ok/cut.png', png(4).subarray(0, 60));
    put('ok/text.jpg', 'no picture');
    const found = await load();
    expect(notesOf(found)).toMatch(
      /unreadable, left out: ok\/cut\.png \(the file ends too soon\), ok\/text\.jpg \(/,
    );
    put('ok/tiny.png', createCanvas(4, 4).toBuffer('image/png'));
    put('ok/more.gif', 'GIF89a');
    const { message } = await refused();
    expect(message).toMatch(/may hold at most 10 % unreadable files, got 4 of 36: /);
    expect(message).toContain('ok/tiny.png (4×4 px');
  });

  it('when it is not there, has one class, or holds its classes deeper', async () => {
    const whole = home;
    home = join(whole, 'nowhere');
    expect((await refused()).message).toMatch(/one sub-folder per class.+, got no such folder$/);
    home = mkdtempSync(join(tmpdir(), 'folder-'));
    fill('train/ok', 3, 0);
    fill('train/crack', 3, 100);
    expect((await refused()).message).toMatch(/got none; .*deeper, in train\/crack, train\/ok$/);
    fill('only', 12, 0);
    expect((await refused()).message).toMatch(/got one class: only; /);
  });

  it('where a class would have nothing on one side', async () => {
    const share = { ...READING, testShare: 0.02 };
    const end = await loadFolder(home, share, () => {}).catch((error: unknown) => error);
    expect(end).toMatchObject({ detail: { what: '--test-share' } });
  });
});
