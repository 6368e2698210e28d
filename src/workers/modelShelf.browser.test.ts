import { afterEach, expect, test } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { createModelShelf } from './modelShelf.ts';

const NAME = 'jitterscope.models.test';
const blob = (text: string) => new Blob([text]);
const textOf = async (bytes: Promise<ArrayBuffer>) => new TextDecoder().decode(await bytes);

afterEach(async () => {
  const shelf = createModelShelf(NAME);
  for (const { id } of await shelf.cards()) await shelf.remove(id);
});

test('another visit finds every model, oldest first, with its files', async () => {
  const shelf = createModelShelf(NAME);
  expect(await shelf.cards()).toEqual([]);
  await shelf.keep(testCard('own-b'), { 'card.json': blob('{}'), 'model.json': blob('b') });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await shelf.keep(testCard('own-a'), { 'model.json': blob('a'), 'group/1.bin': blob('weights') });
  const later = createModelShelf(NAME);
  expect((await later.cards()).map(({ id }) => id)).toEqual(['own-b', 'own-a']);
  expect(await textOf(later.read('own-b', 'model.json'))).toBe('b');
  expect(await textOf(later.read('own-a', 'group/1.bin'))).toBe('weights');
  expect(JSON.parse(await textOf(later.read('own-b', 'card.json')))).toEqual(testCard('own-b'));
});

test('a model takes the place of the one with its id, a removed one leaves nothing', async () => {
  const shelf = createModelShelf(NAME);
  await shelf.keep(testCard('own-a'), { 'model.json': blob('1'), 'old.bin': blob('old') });
  await shelf.keep(testCard('own-ab'), { 'model.json': blob('other') });
  await shelf.keep(testCard('own-a'), { 'model.json': blob('2') });
  expect(await textOf(shelf.read('own-a', 'model.json'))).toBe('2');
  await expect(shelf.read('own-a', 'old.bin')).rejects.toMatchObject({ code: 'model-missing' });
  await shelf.change({ ...testCard('own-a'), name: { en: 'Gears', ja: '歯車' } });
  expect((await shelf.cards()).map(({ name }) => name.en)).toContain('Gears');
  await shelf.remove('own-a');
  await expect(shelf.change(testCard('own-a'))).rejects.toMatchObject({ code: 'model-missing' });
  await expect(shelf.read('own-a', 'model.json')).rejects.toMatchObject({ code: 'model-missing' });
  await expect(shelf.read('own-a', 'card.json')).rejects.toMatchObject({ code: 'model-missing' });
  expect(await textOf(shelf.read('own-ab', 'model.json'))).toBe('other');
});
