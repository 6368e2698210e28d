import type { Reduction } from '../domain/attribution.ts';
import type { JudgedOn } from '../domain/judgement.ts';
import type { MapFile, MapPair } from '../domain/mapFile.ts';
import { inverseOf } from '../domain/motion.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import type { ScoreSettings } from '../domain/score.ts';
import { DEFAULT_K_SHARE, kFromShare } from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import type { PictureOperations, ScoresOperations } from '../workers/protocol.ts';
import type { PageJudge } from './pageJudge.ts';
import type { AppStore, MapsState, Scored } from './store.ts';

/** Two maps of another tool, compared without a model. */
export interface Maps {
  /** Takes files: two are compared, one waits for the second. */
  open(files: readonly File[]): void;
  /** Back to the picture. */
  close(): void;
  swap(): void;
  /** How far the part moved between the maps, pixels; (0, 0) is not at all. */
  setMotion(dx: number, dy: number): void;
  setReduction(reduction: Reduction): void;
  setScore(change: Partial<ScoreSettings>): void;
  /** Scores again, after a threshold moved. */
  refresh(): void;
  /** Puts the maps again, into a worker that lost its memory. */
  reload(): void;
}

const MAP_NAME = /\.(npy|json)$/i;
/** Names that tell the perturbed map from the original. */
const PERTURBED_NAME = /perturb|after|shift|nois|attack|adv/i;
const DEFAULT_WINDOW_RADIUS = 2;
const ID = 'maps';

/** Whether a file is meant as a map: by its name; what it is in truth the reader says. */
export const isMapFile = ({ name }: File): boolean => MAP_NAME.test(name);

/** The original first: by the names where they tell, else in their order. */
export function inOrder(files: readonly File[]): File[] {
  const sorted = [...files].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  return [
    ...sorted.filter(({ name }) => !PERTURBED_NAME.test(name)),
    ...sorted.filter(({ name }) => PERTURBED_NAME.test(name)),
  ];
}

/** The metrics know an original and a perturbed map, the user knows files. */
function namingFile(problem: Problem, original: string, perturbed: string): Problem {
  const { code, detail } = problem;
  if (detail.what === 'original map') return new Problem(code, { ...detail, what: original });
  if (detail.what === 'perturbed map') return new Problem(code, { ...detail, what: perturbed });
  return problem;
}

const isZero = ({ map }: MapFile): boolean => map.values.every((value) => value === 0);

export function createMaps(
  store: AppStore,
  pictures: Client<PictureOperations>,
  scores: Client<ScoresOperations>,
  judge: PageJudge,
): Maps {
  let abort = new AbortController();

  const put = async ({ original, perturbed, motion }: MapPair) => {
    const request = { id: ID, original: original.map, perturbed: perturbed.map, motion };
    try {
      await scores.call('putMaps', request);
    } catch (error) {
      throw namingFile(asProblem(error), original.name, perturbed.name);
    }
  };

  /** What a verdict needs of a model, where there is none: nothing decided, nothing checked. */
  const factsOf = ({ original, perturbed }: MapPair): JudgedOn => ({
    originalClass: 0,
    perturbedClass: 0,
    gradientCheck: { passed: true, maxRelativeError: null, directions: 0 },
    parity: null,
    deadGradient: isZero(original) || isZero(perturbed),
    thresholds: store.getState().asked.settings.thresholds,
    totalStride: 1,
    shifts: [],
  });

  const scoredOf = async (maps: Omit<MapsState, 'scored'>): Promise<MapsState> => {
    const facts = factsOf(maps);
    const scored = await scores.call('score', { id: ID, settings: maps.score, facts });
    return { ...maps, scored: { ...scored, settings: maps.score, thresholds: facts.thresholds } };
  };

  /** The same at once, in the page; null where that takes the worker. */
  const scoredHere = (maps: MapsState): Scored | null => {
    const { original, perturbed, motion, score: settings } = maps;
    const facts = factsOf(maps);
    const pair = { original: original.map, perturbed: perturbed.map, motion };
    const scored = judge.judge(pair, settings, facts);
    return scored && { ...scored, settings, thresholds: facts.thresholds };
  };

  /** Runs one step; a problem is shown and leaves the last good maps where they are. */
  const attempt = (step: (signal: AbortSignal) => Promise<void>) => {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    store.setState({ run: { status: 'running', progress: null, since: Date.now() } });
    step(signal)
      .then(() => {
        if (!signal.aborted) store.setState({ run: { status: 'idle' } });
      })
      .catch((error: unknown) => {
        const problem = asProblem(error);
        if (!signal.aborted && problem.code !== 'cancelled')
          store.setState({ run: { status: 'failed', problem } });
      });
  };

  const show = async (next: Omit<MapsState, 'scored'>, signal: AbortSignal) => {
    await put(next);
    const maps = await scoredOf(next);
    if (!signal.aborted) store.setState({ maps, waitingMap: null, preview: null });
  };

  const read = (file: File, reduction: Reduction, signal: AbortSignal) =>
    pictures.call('openMap', { file, name: file.name, reduction }, { signal });

  const openPair = (files: readonly [File, File], reduction: Reduction) =>
    attempt(async (signal) => {
      const original = await read(files[0], reduction, signal);
      const perturbed = await read(files[1], reduction, signal);
      const { height, width } = original.map;
      const before = store.getState().maps;
      const kept = before?.files === files ? before : null;
      const score = kept?.score ?? {
        k: kFromShare(DEFAULT_K_SHARE, height, width),
        windowRadius: DEFAULT_WINDOW_RADIUS,
      };
      await show(
        { original, perturbed, motion: kept?.motion ?? null, files, reduction, score },
        signal,
      );
    });

  /** Scores the maps on the screen again; the newest wish wins. */
  const rescore = () => {
    const { maps } = store.getState();
    if (!maps) return;
    const scored = scoredHere(maps);
    if (scored) {
      store.setState({ maps: { ...maps, scored } });
      return;
    }
    scoredOf(maps)
      .then((fresh) => {
        const now = store.getState().maps;
        if (now?.original === fresh.original && now.score === fresh.score)
          store.setState({ maps: { ...now, scored: fresh.scored } });
      })
      .catch((error: unknown) => {
        store.setState({ run: { status: 'failed', problem: asProblem(error) } });
      });
  };

  const change = (part: Partial<MapsState>) => {
    const { maps } = store.getState();
    if (maps) attempt((signal) => show({ ...maps, ...part }, signal));
  };

  return {
    open(files) {
      const { waitingMap, maps } = store.getState();
      const found = inOrder(waitingMap && files.length === 1 ? [waitingMap, ...files] : files);
      const [first, second] = found;
      store.setState({ notices: [] });
      if (found.length > 2) {
        const detail = { what: 'maps', allowed: '2', got: String(found.length) };
        store.setState({ notices: [new Problem('map-count', detail)] });
      } else if (first && second) openPair([first, second], maps?.reduction ?? 'sumAbs');
      else store.setState({ waitingMap: first ?? null });
    },
    close() {
      abort.abort();
      store.setState({ maps: null, waitingMap: null, run: { status: 'idle' } });
    },
    swap() {
      const { maps } = store.getState();
      if (!maps) return;
      const { original, perturbed, files, motion } = maps;
      change({
        original: perturbed,
        perturbed: original,
        files: [files[1], files[0]],
        motion: motion && inverseOf(motion),
      });
    },
    setMotion: (dx, dy) => change({ motion: dx === 0 && dy === 0 ? null : { dx, dy } }),
    setReduction(reduction) {
      const { maps } = store.getState();
      if (maps) openPair(maps.files, reduction);
    },
    setScore(part) {
      const { maps } = store.getState();
      if (!maps) return;
      store.setState({ maps: { ...maps, score: { ...maps.score, ...part } } });
      rescore();
    },
    refresh: rescore,
    reload() {
      const { maps } = store.getState();
      if (maps) put(maps).then(rescore, rescore);
    },
  };
}
