import { beforeAll, expect, it } from 'vitest';
import { shippedModel } from '../../tests/shippedFiles.ts';
import { startBackend } from './backend/startBackend.ts';
import { tf } from './backend/tf.ts';
import { checkModel } from './checkModel.ts';
import { parseCard } from './model/card.ts';
import { sha256Of } from './model/modelFiles.ts';

beforeAll(() => startBackend({ ask: 'cpu' }));

const read = shippedModel('fashion-small-natural');

/** The same model with its weights so large that no finite logits come out of them. */
async function overflowing(): Promise<(file: string) => Promise<ArrayBuffer>> {
  const weights = new Float32Array(await read('weights.bin')).fill(1e30).buffer;
  const card = parseCard(JSON.parse(new TextDecoder().decode(await read('card.json'))));
  const sha256 = sha256Of([await read('model.json'), weights]);
  const bytes = new TextEncoder().encode(JSON.stringify({ ...card, sha256 })).buffer;
  const changed: Readonly<Record<string, ArrayBuffer>> = {
    'card.json': bytes,
    'weights.bin': weights,
  };
  return async (file) => changed[file] ?? read(file);
}

it('answers with the card of a model that can be used, and leaves no tensor', async () => {
  const before = tf.memory().numTensors;
  const card = await checkModel(read, async () => {});
  expect(card.id).toBe('fashion-small-natural');
  expect(tf.memory().numTensors).toBe(before);
});

it('refuses one whose answers are no numbers, though its weights are', async () => {
  const before = tf.memory().numTensors;
  await expect(checkModel(await overflowing(), async () => {})).rejects.toMatchObject({
    code: 'non-finite-gradient',
    detail: { what: 'logits' },
  });
  expect(tf.memory().numTensors).toBe(before);
});
