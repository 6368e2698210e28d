import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import type { PictureRow } from '../domain/pictureRow.ts';
import type { SetAsked } from '../domain/pictureSet.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { PictureFolder } from './pictureSet.ts';
import { createSetStorage, type SetStorage } from './setStorage.ts';

const NAME = 'jitterscope.test';
const settings = defaultSettings(testCard('small'));
const changes = [settings.perturbation];
const asked: SetAsked = { settings, changes, background: 'white', backend: null };
const folder = (name: string, ...paths: string[]): PictureFolder => ({
  name,
  pictures: paths.map((path) => ({ path, file: new File([path], path) })),
  leftOut: { masks: 1, others: 2 },
});
const rows = (picture: string): PictureRow[] => [
  {
    picture,
    sha256: null,
    label: null,
    perturbation: settings.perturbation,
    outcome: 'failed',
    problem: { code: 'image-damaged', detail: { what: picture, allowed: '', got: '' } },
    durationMs: 1,
  },
];

let storage: SetStorage;
beforeEach(() => {
  storage = createSetStorage(NAME);
});
afterEach(() => storage.forget());

/** What another visit would find. */
const later = () => createSetStorage(NAME).read();

async function keep(parts: PictureFolder): Promise<void> {
  await storage.keepFolder(parts);
  for (const { path, file } of parts.pictures) if (file) await storage.keepFile(path, file);
}

test('a browser that keeps nothing yet has nothing', async () => {
  expect(await later()).toBeNull();
});

test('another visit finds folder, files, what was asked and every row', async () => {
  await keep(folder('parts', 'a.png', 'b/c.png'));
  await storage.keepAsked(asked);
  await storage.keepRows('a.png', rows('a.png'));
  const found = await later();
  expect(found?.folder).toMatchObject({ name: 'parts', leftOut: { masks: 1, others: 2 } });
  expect(found?.folder.pictures.map(({ path }) => path)).toEqual(['a.png', 'b/c.png']);
  expect(await found?.folder.pictures[1]?.file?.text()).toBe('b/c.png');
  expect(found).toMatchObject({ asked, facts: null, rows: rows('a.png') });
});

test('a file that was not kept in time is missing, the rest is there', async () => {
  const parts = folder('parts', 'a.png', 'b.png');
  await storage.keepFolder(parts);
  await storage.keepFile('a.png', new File(['x'], 'a.png'));
  const found = await later();
  expect(found?.folder.pictures.map(({ file }) => file !== null)).toEqual([true, false]);
});

test('another folder leaves nothing of the one before', async () => {
  await keep(folder('parts', 'a.png'));
  await storage.keepAsked(asked);
  await storage.keepRows('a.png', rows('a.png'));
  await storage.keepFolder(folder('others', 'a.png'));
  expect(await later()).toMatchObject({
    folder: { name: 'others', pictures: [{ path: 'a.png', file: null }] },
    asked: null,
    rows: [],
  });
});

test('a run that begins drops the rows of the one before', async () => {
  await keep(folder('parts', 'a.png'));
  await storage.keepRows('a.png', rows('a.png'));
  await storage.keepAsked(asked);
  expect(await later()).toMatchObject({ asked, rows: [] });
});

test('what another tab has put in its place is not written into', async () => {
  await keep(folder('parts', 'a.png'));
  const other = createSetStorage(NAME);
  await other.keepFolder(folder('others', 'b.png'));
  const late = [
    storage.keepRows('a.png', rows('a.png')),
    storage.keepFile('a.png', new File(['x'], 'a.png')),
    storage.keepAsked(asked),
    storage.keepFacts(null),
  ];
  for (const write of late)
    await expect(write).rejects.toMatchObject({ code: 'storage-unavailable' });
  expect(await later()).toMatchObject({ folder: { name: 'others' }, asked: null, rows: [] });
});

test('a run begun in another tab is not mixed with rows of this one', async () => {
  await keep(folder('parts', 'a.png'));
  const other = createSetStorage(NAME);
  await other.read();
  await other.keepAsked(asked);
  await expect(storage.keepRows('a.png', rows('a.png'))).rejects.toThrow();
  expect(await later()).toMatchObject({ asked, rows: [] });
});

test('what is forgotten is gone', async () => {
  await keep(folder('parts', 'a.png'));
  await storage.forget();
  expect(await later()).toBeNull();
});

test('a browser that forbids it is a problem that says so', async () => {
  const spy = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('not here', 'SecurityError');
  });
  await expect(later()).rejects.toMatchObject({
    code: 'storage-unavailable',
    detail: { got: 'SecurityError' },
  });
  spy.mockRestore();
});
