import type { PictureRow } from '../domain/pictureRow.ts';
import type { SetAsked, SetFacts } from '../domain/pictureSet.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import type { Client } from '../workers/client.ts';
import type { DetailsOperations } from '../workers/protocol.ts';
import type { Controller } from './controllerTypes.ts';
import {
  type ChosenChanges,
  changesOf,
  createSetStore,
  inOrderOfChanges,
  lostPictures,
  newSet,
  type PictureFolder,
  type PictureSet,
  picturesLeft,
  type SetStore,
  withRows,
} from './pictureSet.ts';
import {
  type CalibrationAsked,
  type CalibrationDependencies,
  createCalibration,
} from './setCalibration.ts';
import { folderOf, givesBack, type PlacedFile } from './setFolder.ts';
import { createSetKeeper, type SetKeeper } from './setKeeper.ts';
import { runSet, type SetAnswer } from './setRunner.ts';
import type { FoundSet, SetStorage } from './setStorage.ts';

/** What of a set comes out of the browser's storage, checked. */
export type ParseSet = (found: Pick<FoundSet, 'asked' | 'facts' | 'rows'>) => {
  readonly asked: SetAsked | null;
  readonly facts: SetFacts | null;
  readonly rows: readonly PictureRow[];
};

/** What can be asked about the user's own folder of pictures. */
export interface SetControls {
  readonly store: SetStore;
  /** Of this program: rows of another are shown, and not gone on with. */
  readonly version: string;
  /** Looks once for what an earlier visit left. */
  readonly restore: (parse: ParseSet) => Promise<void>;
  /** Takes the pictures of a folder; the same folder again gives a set its files back. Where rows would be lost it waits for a yes. */
  readonly take: (name: string, files: readonly PlacedFile[]) => void;
  readonly choose: (change: Partial<ChosenChanges>) => void;
  /** Begins a run with the settings of Compare and the changes chosen; rows of another are dropped. Nothing happens without a change, or where a picture is lost. */
  readonly start: () => void;
  /** Goes on with a run that was ended. */
  readonly goOn: () => void;
  readonly cancel: () => void;
  /** Makes a profile by the set, whose changes are taken for harmless. Nothing happens before its run has ended. */
  readonly calibrate: (asked: CalibrationAsked) => void;
  readonly cancelCalibration: () => void;
  /** Drops the set, here and in the browser's storage; rows only after a yes. */
  readonly forget: () => Promise<void>;
  /** Says yes or no to what waits for it. */
  readonly decide: (yes: boolean) => Promise<void>;
  /** Opens the picture of a row on Compare, with the settings of the run. */
  readonly openRow: (row: PictureRow) => void;
}

export interface SetDependencies extends CalibrationDependencies {
  readonly controller: Pick<Controller, 'openWith'>;
  readonly storage: SetStorage;
}

/** Changes the set, where there is one. */
type Update = (change: (set: PictureSet) => Partial<PictureSet>) => void;

/** Between two summaries of a run under way, milliseconds. */
const PAUSE_MS = 1_500;

/** Waits a while, or until the run has ended. */
const pause = (store: SetStore): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      leave();
      resolve();
    };
    const timer = setTimeout(end, PAUSE_MS);
    const leave = store.subscribe(({ set }) => set?.run.status !== 'running' && end());
  });

/** Keeps the summary at the rows there are: one at a time, the newest last. */
function createSummariser(store: SetStore, details: Client<DetailsOperations>) {
  let busy = false;
  return async () => {
    if (busy) return;
    busy = true;
    try {
      for (let seen: PictureSet['rows'] = []; ; ) {
        const { set } = store.getState();
        if (!set?.asked || set.rows === seen || set.rows.length === 0) return;
        seen = set.rows;
        const { seed } = set.asked.settings;
        const changes = await details.call('summarise', { rows: inOrderOfChanges(set), seed });
        if (store.getState().set?.asked === set.asked)
          store.setState({ summary: { of: seen, changes } });
        if (store.getState().set?.run.status === 'running') await pause(store);
      }
    } catch (error) {
      store.setState({ notice: asProblem(error) });
    } finally {
      busy = false;
    }
  };
}

/** Without rows of pictures or changes that are not the set's own. */
function withOwnRows(set: PictureSet): PictureSet {
  const paths = new Set(set.folder.pictures.map(({ path }) => path));
  return { ...set, rows: inOrderOfChanges(set).filter(({ picture }) => paths.has(picture)) };
}

/** A set with what one picture gave. */
function withAnswer(set: PictureSet, { rows, facts }: SetAnswer): PictureSet {
  const next = { ...set, rows: withRows(set.rows, rows), facts: set.facts ?? facts };
  if (next.run.status !== 'running') return next;
  const { progress } = next.run;
  return { ...next, run: { ...next.run, progress: { ...progress, done: progress.done + 1 } } };
}

/** Runs what is left of the set; `end` stops it, and what comes after is dropped. */
function createRun(
  { store, keeper, update }: { store: SetStore; keeper: SetKeeper; update: Update },
  dependencies: SetDependencies,
) {
  const summarise = createSummariser(store, dependencies.details);
  let abort = new AbortController();

  const answered = (answer: SetAnswer) => {
    if (answer.facts && store.getState().set?.facts === null) keeper.facts(answer.facts);
    update((set) => withAnswer(set, answer));
    keeper.rows(answer.path, answer.rows);
    void summarise();
  };

  const run = async (signal: AbortSignal) => {
    const { set } = store.getState();
    if (!set?.asked) return;
    const { asked } = set;
    const total = set.folder.pictures.length;
    const progress = { stage: 'study' as const, done: total - picturesLeft(set).length, total };
    update(() => ({ run: { status: 'running', progress, since: Date.now() } }));
    try {
      const { modelId } = asked.settings;
      const card = dependencies.app.getState().cards.find(({ id }) => id === modelId);
      if (!card) throw new Problem('model-missing', { what: modelId, allowed: '', got: '' });
      await runSet({ set, asked, card }, dependencies, signal, (answer) => {
        if (!signal.aborted) answered(answer);
      });
      if (!signal.aborted) update(() => ({ run: { status: 'idle' } }));
    } catch (error) {
      if (!signal.aborted) update(() => ({ run: { status: 'failed', problem: asProblem(error) } }));
    }
  };

  const end = () => {
    abort.abort();
    update(() => ({ run: { status: 'idle' } }));
  };
  const begin = () => {
    end();
    abort = new AbortController();
    void run(abort.signal);
  };
  return { begin, end, summarise };
}

/** What runs a set of pictures, keeps it and opens it. */
export function createSetControls(dependencies: SetDependencies): SetControls {
  const { app, controller, storage, version } = dependencies;
  const store = createSetStore();
  const update: Update = (change) =>
    store.setState(({ set }) => (set ? { set: { ...set, ...change(set) } } : {}));
  const keeper = createSetKeeper(storage, (kept) => update(() => ({ kept })));
  const { begin, end, summarise } = createRun({ store, keeper, update }, dependencies);
  const calibration = createCalibration(store, dependencies);
  /** Sets so far: a picture of the same name in another set is another. */
  let sets = 0;
  let restored: Promise<void> | null = null;

  const put = (set: PictureSet | null) => {
    end();
    calibration.end();
    sets++;
    store.setState({ set, summary: null, notice: null, doubt: null });
  };

  const restore = async (parse: ParseSet) => {
    try {
      const found = await storage.read();
      if (!found || store.getState().set) return;
      put(withOwnRows({ ...newSet(found.folder), ...parse(found), kept: true }));
      void summarise();
    } catch (error) {
      const { code, detail } = asProblem(error);
      // Where nothing can be kept nothing is missed; it is told once there is something to keep.
      if (code === 'storage-unavailable') return;
      void keeper.forget();
      store.setState({ notice: new Problem('set-unreadable', detail) });
    } finally {
      store.setState({ restoring: false });
    }
  };

  const replace = (folder: PictureFolder) => {
    put(newSet(folder));
    keeper.folder(folder);
  };

  const forget = async () => {
    end();
    const forgotten = store.getState().set;
    await keeper.forget();
    // What is gone from the screen is gone from the machine.
    if (store.getState().set?.folder === forgotten?.folder) put(null);
  };

  const hasRows = () => (store.getState().set?.rows.length ?? 0) > 0;

  return {
    store,
    version,
    restore: (parse) => (restored ??= restore(parse)),
    take(name, files) {
      try {
        const folder = folderOf(name, files);
        if (givesBack(store.getState().set, folder)) {
          update(() => ({ folder, kept: null }));
          keeper.giveBack(folder);
        } else if (hasRows()) store.setState({ doubt: { kind: 'replace', folder }, notice: null });
        else replace(folder);
      } catch (error) {
        store.setState({ notice: asProblem(error) });
      }
    },
    choose: (change) => store.setState(({ chosen }) => ({ chosen: { ...chosen, ...change } })),
    start() {
      const { settings, background, backend } = app.getState().asked;
      const changes = changesOf(store.getState().chosen, settings.perturbation);
      const perturbation = changes[0];
      const { set } = store.getState();
      if (!perturbation || !set || lostPictures(set) > 0) return;
      const asked = { settings: { ...settings, perturbation }, changes, background, backend };
      end();
      calibration.end();
      store.setState({ summary: null, notice: null });
      update(() => ({ asked, rows: [], facts: null }));
      keeper.asked(asked);
      begin();
    },
    goOn: begin,
    cancel: end,
    calibrate: calibration.begin,
    cancelCalibration: calibration.end,
    async forget() {
      if (hasRows()) store.setState({ doubt: { kind: 'forget' } });
      else await forget();
    },
    async decide(yes) {
      const { doubt } = store.getState();
      store.setState({ doubt: null });
      if (!yes || !doubt) return;
      if (doubt.kind === 'replace') replace(doubt.folder);
      else await forget();
    },
    openRow({ picture, perturbation }) {
      const { set } = store.getState();
      const file = set?.folder.pictures.find(({ path }) => path === picture)?.file;
      if (!file || !set.asked) return;
      const { settings, background, backend } = set.asked;
      controller.openWith(
        { id: `set-${sets}-${picture}`, name: picture, file, source: 'folder' },
        { settings: { ...settings, perturbation }, background, backend },
      );
    },
  };
}
