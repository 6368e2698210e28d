import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMagneticTile, MAGNETIC_TILE_CLASSES } from './magneticTile.ts';
import { renderSurface } from './surface.ts';

const REAL = join(import.meta.dirname, '../../../shared/data/magnetic-tile');
const TILES = 4;
const SIDE = 160;
let folder = '';

/** Four tiles per class, two exposures of each, numbers of one tile close together. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiles-'));
  for (const [label, id] of MAGNETIC_TILE_CLASSES.entries()) {
    mkdirSync(join(folder, id));
    for (let tile = 0; tile < TILES; tile++) {
      for (const exposure of [1, 2]) writeTile(id, { label, tile, exposure });
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeTile(id: string, at: { label: number; tile: number; exposure: number }): void {
  const number = 10_000 * at.label + 1000 * at.tile + 12 * at.exposure;
  const { pixels, mask } = renderSurface(number, { label: at.label, height: SIDE, width: SIDE });
  const name = join(folder, id, `exp${at.exposure}_num_${number}`);
  const canvas = createCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d');
  const paint = (value: (i: number) => number) => {
    const image = context.createImageData(SIDE, SIDE);
    for (let i = 0; i < SIDE * SIDE; i++) image.data.fill(value(i), 4 * i, 4 * i + 3);
    for (let i = 0; i < SIDE * SIDE; i++) image.data[4 * i + 3] = 255;
    context.putImageData(image, 0, 0);
  };
  paint((i) => pixels[i] ?? 0);
  writeFileSync(`${name}.jpg`, canvas.toBuffer('image/jpeg', 95));
  paint((i) => (mask[i] ? 200 : 60));
  writeFileSync(`${name}.png`, canvas.toBuffer('image/png'));
}

describe('loadMagneticTile', () => {
  it('reads pictures, labels and masks, and keeps the exposures of a tile together', async () => {
    const { classes, train, test } = await loadMagneticTile(folder, 1);
    expect(classes).toEqual(MAGNETIC_TILE_CLASSES);
    expect(train.length + test.length).toBe(8 * classes.length);
    for (const { name, label, picture, mask } of [...train, ...test]) {
      expect(name.startsWith(`${classes[label]}/exp`)).toBe(true);
      expect([picture.width, picture.height, picture.pixels.length]).toEqual([
        SIDE,
        SIDE,
        3 * SIDE * SIDE,
      ]);
      const number = Number(/num_(\d+)/.exec(name)?.[1]);
      expect(mask).toEqual(renderSurface(number, { label, height: SIDE, width: SIDE }).mask);
    }
    const inTest = new Set(test.map(({ group }) => group));
    expect(train.some(({ group }) => inTest.has(group))).toBe(false);
    for (const label of classes.keys()) {
      expect(test.filter((item) => item.label === label).length).toBe(2);
    }
  });

  it('says where to get the pictures when they are not there', async () => {
    await expect(loadMagneticTile(join(folder, 'nowhere'), 1)).rejects.toThrow(
      /Magnetic-tile-defect-datasets/,
    );
  });

  const there = existsSync(REAL);
  const title = 'divides the real pictures by tile';
  it.skipIf(!there)(
    there ? title : `${title} (skipped: the data set is not there)`,
    async () => {
      const { classes, train, test } = await loadMagneticTile(REAL, 1);
      expect(train.length + test.length).toBe(1285);
      const groupOf = new Map([...train, ...test].map(({ name, group }) => [name, group]));
      // Tiles that were photographed a second time, recognised by eye.
      for (const [one, other] of [
        ['free/exp1_num_53011.jpg', 'free/exp1_num_65001.jpg'],
        ['free/exp1_num_355636.jpg', 'free/exp6_num_358179.jpg'],
        ['free/exp5_num_8676.jpg', 'free/exp2_num_10410.jpg'],
        ['crack/exp4_num_85602.jpg', 'crack/exp6_num_88201.jpg'],
        ['fray/exp2_num_136286.jpg', 'fray/exp6_num_136770.jpg'],
      ] as const) {
        expect(groupOf.get(one)).toBeDefined();
        expect(groupOf.get(one)).toBe(groupOf.get(other));
      }
      for (const label of classes.keys()) {
        const held = test.filter((item) => item.label === label).length;
        const all = held + train.filter((item) => item.label === label).length;
        expect(held / all).toBeGreaterThan(0.2);
        expect(held / all).toBeLessThan(0.36);
      }
    },
    300_000,
  );
});
