import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Localised, ModelCard } from '../domain/model.ts';
import { isOwn, ownIdOf } from '../domain/ownModel.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import type { Client } from '../workers/client.ts';
import type { ModelShelf } from '../workers/modelShelf.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import type { Controller } from './controllerTypes.ts';
import type { PlacedFile } from './setFolder.ts';
import type { AppStore } from './store.ts';

/** Where the taking in of models stands. */
export interface OwnModelsState {
  /** Models that are being looked at; null where none is. */
  readonly checking: { readonly done: number; readonly total: number } | null;
  /** Names of those that came last. */
  readonly added: readonly Localised[];
  /** What was wrong with those that did not come. */
  readonly problems: readonly Problem[];
}

/** What can be done with the user's own models. Nothing rejects: what went wrong stands in the state. */
export interface OwnModels {
  readonly store: StoreApi<OwnModelsState>;
  /** Takes in every model among files: a folder for each, or loose files of one. */
  readonly add: (files: readonly PlacedFile[]) => Promise<void>;
  readonly rename: (id: string, name: string) => Promise<void>;
  /** A model in use gives way to the first that there is. */
  readonly remove: (id: string) => Promise<void>;
}

interface Dependencies {
  readonly app: AppStore;
  readonly controller: Pick<Controller, 'setModel'>;
  readonly checker: Client<Pick<AnalysisOperations, 'checkModel'>>;
  readonly shelf: ModelShelf;
}

type Files = Readonly<Record<string, Blob>>;

const CARD = 'card.json';
/** Names of other files that are told. */
const FEW = 4;

/**
 * The files of each model, by their names in its folder: a model is where a `card.json` is.
 * @throws Problem `model-missing` where there is none
 */
export function modelFolders(files: readonly PlacedFile[]): Files[] {
  const roots = files
    .filter(({ path }) => path === CARD || path.endsWith(`/${CARD}`))
    .map(({ path }) => path.slice(0, -CARD.length));
  if (roots.length === 0) {
    const got = files.slice(0, FEW).map(({ path }) => path);
    const detail = { what: CARD, allowed: `${CARD}, model.json, *.bin`, got: got.join(', ') };
    throw new Problem('model-missing', detail);
  }
  return roots.map((root) =>
    Object.fromEntries(
      files
        .filter(({ path }) => path.startsWith(root))
        .map(({ path, file }) => [path.slice(root.length), file]),
    ),
  );
}

/** `Gears`, or `Gears (2)` where another model has that name. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let i = 2; taken.has(free); i++) free = `${name} (${i})`;
  return free;
}

export function createOwnModels({ app, controller, checker, shelf }: Dependencies): OwnModels {
  const store = createStore<OwnModelsState>(() => ({ checking: null, added: [], problems: [] }));

  const others = (id: string) => app.getState().cards.filter((card) => card.id !== id);
  const named = (card: ModelCard): ModelCard => {
    const names = (language: 'en' | 'ja') =>
      new Set(others(card.id).map(({ name }) => name[language]));
    const name = {
      en: freeName(card.name.en, names('en')),
      ja: freeName(card.name.ja, names('ja')),
    };
    return { ...card, name };
  };
  const list = (card: ModelCard) => {
    const { cards } = app.getState();
    const known = cards.some(({ id }) => id === card.id);
    app.setState({
      cards: known ? cards.map((one) => (one.id === card.id ? card : one)) : [...cards, card],
    });
  };
  const told = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const problem = asProblem(error);
      store.setState(({ problems }) => ({ problems: [...problems, problem] }));
    }
  };

  const takeIn = async (files: Files): Promise<void> => {
    const found = await checker.call('checkModel', { files });
    const card = named({ ...found, id: ownIdOf(found.sha256) });
    await shelf.keep(card, files);
    list(card);
    store.setState(({ added }) => ({ added: [...added, card.name] }));
  };

  const addAll = async (files: readonly PlacedFile[]): Promise<void> => {
    await told(async () => {
      const folders = modelFolders(files);
      for (const [done, folder] of folders.entries()) {
        store.setState({ checking: { done, total: folders.length } });
        await told(() => takeIn(folder));
      }
    });
    store.setState({ checking: null });
  };
  /** What comes while others are looked at waits for them. */
  let last = Promise.resolve();

  return {
    store,
    add: (files) => {
      if (files.length === 0) return last;
      if (!store.getState().checking) store.setState({ added: [], problems: [] });
      last = last.then(() => addAll(files));
      return last;
    },
    rename: (id, name) =>
      told(async () => {
        const card = app.getState().cards.find((one) => one.id === id);
        if (!card || !isOwn(id)) return;
        const renamed = named({ ...card, name: { en: name, ja: name } });
        await shelf.change(renamed);
        list(renamed);
      }),
    remove: (id) =>
      told(async () => {
        if (!isOwn(id)) return;
        await shelf.remove(id);
        const cards = others(id);
        if (app.getState().asked.settings.modelId === id) controller.setModel(cards[0].id);
        app.setState({ cards });
      }),
  };
}
