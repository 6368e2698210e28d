import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, expect, test } from 'vitest';
import type { ModelCard } from '../src/domain/model.ts';
import { startBackend } from '../src/engine/backend/startBackend.ts';
import { tf } from '../src/engine/backend/tf.ts';
import { createRandom } from '../src/engine/random.ts';
import { folderArguments } from './folderArguments.ts';
import { trainFolder } from './trainFolder.ts';
import { openModel } from './writeModel.ts';

const SIDE = 32;

/** Horizontal or vertical stripes over noise, twelve of each. */
function drawPictures(home: string): void {
  for (const name of ['across', 'down'])
    for (let i = 0; i < 12; i++) {
      const random = createRandom(i, name);
      const canvas = createCanvas(SIDE, SIDE);
      const context = canvas.getContext('2d');
      const image = context.createImageData(SIDE, SIDE);
      for (let at = 0; at < SIDE * SIDE; at++) {
        const line = name === 'across' ? Math.floor(at / SIDE) : at % SIDE;
        const shade = 90 + 20 * random.uniform() + (line % 8 < 3 ? 90 : 0);
        image.data.set([shade, shade, shade, 255], 4 * at);
      }
      context.putImageData(image, 0, 0);
      mkdirSync(join(home, name), { recursive: true });
      writeFileSync(join(home, name, `${i}.png`), canvas.toBuffer('image/png'));
    }
}

const folder = () => mkdtempSync(join(tmpdir(), 'train-folder-'));
const url = (path: string) => pathToFileURL(join(path, '/'));

beforeAll(() => startBackend({ ask: 'wasm' }));

test('a folder becomes a model that is listed and opens, a robust twin goes on from it, and a stopped run goes on', async () => {
  const home = folder();
  const places = { models: url(folder()), states: url(folder()) };
  drawPictures(home);
  const before = tf.memory().numTensors;
  const told: string[] = [];
  const train = (...options: string[]) =>
    trainFolder(
      folderArguments([home, '--name', 'Stripes', '--size', '32', '--epochs', '60', ...options]),
      places,
      (line) => told.push(line),
    );

  const natural = await train();
  expect(natural.id).toBe('stripes-natural');
  expect(natural.balancedAccuracy).toBeGreaterThan(0.8);
  const file = (path: string) => readFileSync(new URL(path, places.models), 'utf8');
  const card = JSON.parse(file('stripes-natural/card.json')) as ModelCard;
  expect(card).toMatchObject({
    input: { height: SIDE, width: SIDE, channels: 1 },
    classes: [{ en: 'across' }, { en: 'down' }],
    data: { name: 'Stripes', trainingPictures: 20, testPictures: 4 },
    accuracy: { measure: 'balancedAccuracy', clean: natural.balancedAccuracy },
  });
  expect(card.accuracy.remark.ja).toContain('均衡正解率');
  const model = await openModel(new URL('stripes-natural/', places.models));
  model.dispose();

  const pgd = await train('--regime', 'pgd', '--epochs', '2');
  expect(told).toContain('begins with what stripes-natural has learnt');
  expect(JSON.parse(file('index.json'))).toEqual(['stripes-natural', 'stripes-pgd']);
  // The state of its last step is there: nothing is trained again, and the same comes out.
  expect(await train('--regime', 'pgd', '--epochs', '2')).toEqual(pgd);
  expect(tf.memory().numTensors).toBe(before);
});
