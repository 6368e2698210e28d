import { asProblem, type Problem } from '../domain/problem.ts';
import type { TruthOfFile } from '../domain/truth.ts';
import type { Client } from '../workers/client.ts';
import type { DetailsOperations, PictureOperations } from '../workers/protocol.ts';
import { mainPair, type Pair, shownPair } from './details.ts';
import type { AppState, AppStore, MaskFile, Result, TruthOfPair, TruthState } from './store.ts';
import { NO_TRUTH } from './store.ts';

/** Pairs remembered: looking at a shift and back again asks for nothing. */
const REMEMBERED = 8;

/** Holds the heatmaps of a picture against a mask of its defect. A mask goes with its picture: another one drops it. */
export interface Truth {
  /** Takes a mask for the picture of the result; a refused one is told and leaves the mask before it on. */
  open(file: File): void;
  remove(): void;
  /** The truth of the result (not of a place looked at) with its file; null when no mask is on; rejects when it fails. */
  settled(): Promise<TruthOfFile | null>;
}

/** The truth of the pair on the screen; null until it is there, and without a mask. */
export function shownTruth(state: AppState): TruthOfPair | null {
  const id = shownPair(state)?.id;
  return state.truth.pairs.find((pair) => pair.id === id) ?? null;
}

/** Problems that this part tells; a new mask takes them back. */
const isOfMask = ({ code }: Problem): boolean => code.startsWith('mask-');

export function createTruth(
  store: AppStore,
  pictures: Client<PictureOperations>,
  details: Client<DetailsOperations>,
): Truth {
  let reading = new AbortController();
  let scoring = new AbortController();

  const set = (change: Partial<TruthState>) =>
    store.setState(({ truth }) => ({ truth: { ...truth, ...change } }));

  const tell = (problem: Problem | null) =>
    store.setState(({ notices }) => {
      const others = notices.filter((notice) => !isOfMask(notice));
      return { notices: problem ? [...others, problem] : others };
    });

  const forget = () => {
    reading.abort();
    scoring.abort();
    tell(null);
    store.setState({ truth: NO_TRUTH });
  };

  const read = async (file: MaskFile, { picture, analysis }: Result) => {
    reading.abort();
    reading = new AbortController();
    const { signal } = reading;
    set({ opening: file });
    const { height, width } = picture.info;
    const request = { ...file, picture: { height, width }, spec: analysis.card.input };
    try {
      const opened = await pictures.call('openMask', request, { signal });
      if (signal.aborted) return;
      tell(null);
      store.setState({ truth: { opening: null, opened: { ...opened, file }, pairs: [] } });
    } catch (error) {
      const problem = asProblem(error);
      if (signal.aborted || problem.code === 'cancelled') return;
      set({ opening: null });
      tell(problem);
    }
  };

  /** Another picture brings its own mask or none; another model sees the mask that is on in its own way. */
  const follow = (result: Result, before: Result | null) => {
    const { opening, opened } = store.getState().truth;
    const another = result.file !== before?.file;
    const model = result.analysis.card.id !== before?.analysis.card.id;
    if (!another && !model) return;
    // A report holds its picture as one model saw it: a mask of the file would lie beside it.
    const own = result.picture.session ? null : (opening ?? opened?.file);
    const file = another ? result.file.mask : own;
    forget();
    if (file) void read(file, result);
  };

  const compute = async (pair: Pair, { truth }: AppState, signal?: AbortSignal) => {
    const known = truth.pairs.find(({ id }) => id === pair.id);
    const { opened } = truth;
    if (known || !opened) return known ?? null;
    const request = { ...pair, mask: opened.mask };
    const found = await details.call('truth', request, signal ? { signal } : {});
    const fresh = { ...found, id: pair.id };
    const now = store.getState().truth;
    if (now.opened === opened) set({ pairs: [fresh, ...now.pairs].slice(0, REMEMBERED) });
    return fresh;
  };

  const score = (state: AppState) => {
    const pair = state.maps ? null : shownPair(state);
    scoring.abort();
    scoring = new AbortController();
    if (!pair) return;
    compute(pair, state, scoring.signal).catch((error: unknown) => {
      const problem = asProblem(error);
      if (problem.code !== 'cancelled') store.setState({ run: { status: 'failed', problem } });
    });
  };

  store.subscribe((state, before) => {
    if (state.result && state.result !== before.result) follow(state.result, before.result);
    const { truth } = store.getState();
    const moved =
      truth.opened !== before.truth.opened || shownPair(state)?.id !== shownPair(before)?.id;
    if (truth.opened && moved) score(store.getState());
  });

  return {
    open(file) {
      const { result } = store.getState();
      if (result) void read({ name: file.name, file }, result);
    },
    remove() {
      forget();
      tell(null);
    },
    async settled() {
      const state = store.getState();
      const pair = state.maps ? null : mainPair(state);
      const { opened } = state.truth;
      const found = pair && opened ? await compute(pair, state) : null;
      if (!found || !opened) return null;
      const { original, perturbed, maskShare } = found;
      const { name, sha256 } = opened;
      return { mask: { name, sha256 }, original, perturbed, maskShare };
    },
  };
}
