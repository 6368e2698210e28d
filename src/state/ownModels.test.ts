import { beforeEach, expect, it, vi } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import type { ModelCard } from '../domain/model.ts';
import { isOwn, ownIdIn, ownIdOf, ownUrlOf } from '../domain/ownModel.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { ModelShelf } from '../workers/modelShelf.ts';
import { defaultView } from './defaultView.ts';
import { createOwnModels, modelFolders } from './ownModels.ts';
import { createAppStore } from './store.ts';

const SHIPPED = testCard('shipped');
const placed = (...paths: string[]) =>
  paths.map((path) => ({ path, file: new File([path], path) }));
const model = (folder: string) =>
  placed(`${folder}card.json`, `${folder}model.json`, `${folder}weights.bin`);

/** Cards by the name of the folder that the checker reads in `card.json`; a `broken` one is refused. */
function world() {
  const kept = new Map<string, { card: ModelCard; files: string[] }>();
  const shelf: ModelShelf = {
    cards: async () => [...kept.values()].map(({ card }) => card),
    keep: async (card, files) => void kept.set(card.id, { card, files: Object.keys(files) }),
    change: async (card) => void kept.set(card.id, { files: [], ...kept.get(card.id), card }),
    remove: async (id) => void kept.delete(id),
    read: () => Promise.reject(new Error('not asked for')),
  };
  const app = createAppStore({
    cards: [SHIPPED],
    samples: [],
    settings: defaultSettings(SHIPPED),
    backend: null,
    notices: [],
    view: defaultView('en'),
  });
  const setModel = vi.fn();
  const checker = {
    call: async (_: string, { files }: { files: Readonly<Record<string, Blob>> }) => {
      const text = await files['card.json'].text();
      if (text.includes('broken')) throw new Problem('model-damaged');
      return { ...testCard('shipped'), sha256: text.padEnd(64, '0') };
    },
  };
  // The checker stands for a worker that knows one operation.
  const own = createOwnModels({ app, controller: { setModel }, checker: checker as never, shelf });
  return { own, app, kept, setModel };
}

let now: ReturnType<typeof world>;
beforeEach(() => {
  now = world();
});

it('takes the folder of a model in, keeps it and lists it behind the shipped ones', async () => {
  const { own, app, kept } = now;
  await own.add(model('gears/'));
  const id = ownIdOf('gears/card.json');
  expect(app.getState().cards.map((card) => card.id)).toEqual(['shipped', id]);
  expect(kept.get(id)?.files).toEqual(['card.json', 'model.json', 'weights.bin']);
  const added = [{ en: 'shipped (2)', ja: 'shipped (2)' }];
  expect(own.store.getState()).toEqual({ checking: null, added, problems: [] });
});

it('takes in what is whole of several, and tells what is not; the same again is no second one', async () => {
  const { own, app } = now;
  await own.add([...model('all/broken/'), ...model('all/a/'), ...model('all/b/')]);
  expect(own.store.getState().problems.map(({ code }) => code)).toEqual(['model-damaged']);
  // Ids are the first twelve characters: `all/a/card.j` and `all/b/card.j`.
  expect(app.getState().cards).toHaveLength(3);
  await own.add(model('all/a/'));
  expect(app.getState().cards).toHaveLength(3);
  expect(own.store.getState().problems).toEqual([]);
});

it('loses none of what comes while others are looked at, nor what was said of those', async () => {
  const { own, app } = now;
  const meanwhile = new Promise<void>((resolve) => {
    const stop = own.store.subscribe(({ checking }) => {
      if (!checking) return;
      stop();
      resolve(own.add(model('all/a/')));
    });
  });
  await Promise.all([own.add(model('all/broken/')), meanwhile]);
  expect(app.getState().cards).toHaveLength(2);
  const { added, problems } = own.store.getState();
  expect([added.length, problems.map(({ code }) => code)]).toEqual([1, ['model-damaged']]);
});

it('says what is missing where no folder has a card', async () => {
  await now.own.add(placed('net/model.json', 'net/weights.bin'));
  const [problem] = now.own.store.getState().problems;
  expect(problem).toMatchObject({
    code: 'model-missing',
    detail: { what: 'card.json', got: 'net/model.json, net/weights.bin' },
  });
  expect(now.own.store.getState().checking).toBeNull();
});

it('renames and removes own models alone; one in use gives way first', async () => {
  const { own, app, kept, setModel } = now;
  await own.add(model(''));
  const { id } = app.getState().cards[1];
  await own.rename(id, 'Gears');
  await own.rename('shipped', 'Mine');
  expect(app.getState().cards.map(({ name }) => name.ja)).toEqual(['shipped', 'Gears']);
  expect(kept.get(id)?.card.name.en).toBe('Gears');
  await own.remove('shipped');
  expect(app.getState().cards).toHaveLength(2);

  app.setState(({ asked }) => ({
    asked: { ...asked, settings: { ...asked.settings, modelId: id } },
  }));
  await own.remove(id);
  expect(setModel).toHaveBeenCalledWith('shipped');
  expect(app.getState().cards).toEqual([SHIPPED]);
  expect(kept.size).toBe(0);
});

it('finds folders at any depth, and loose files', () => {
  const folders = modelFolders([...model('a/b/'), ...placed('a/readme.txt')]);
  expect(folders.map((files) => Object.keys(files))).toEqual([
    ['card.json', 'model.json', 'weights.bin'],
  ]);
  expect(modelFolders(model(''))).toHaveLength(1);
});

it('tells own models and their places from all others', () => {
  expect(isOwn(ownIdOf('ab'.repeat(32)))).toBe(true);
  expect(isOwn('surface-natural')).toBe(false);
  expect(ownIdIn(ownUrlOf('own-1'))).toBe('own-1');
  expect(ownIdIn('http://localhost/models/own-1/')).toBeNull();
});
