import { withPerturbation } from '../domain/perturbation.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import type { Profile } from '../domain/profile.ts';
import {
  carriedOver,
  checkSettings,
  defaultSettings,
  kFromShare,
  type Settings,
} from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import type { SweepPool } from '../workers/pool.ts';
import type {
  AnalysisOperations,
  PictureOperations,
  ScoresOperations,
} from '../workers/protocol.ts';
import type { BackendMemory } from './backendMemory.ts';
import type { Controller, FoundForResult } from './controllerTypes.ts';
import type { Detailing } from './details.ts';
import { isOutOfDate } from './keys.ts';
import { isMapFile, type Maps } from './maps.ts';
import { createParity } from './parity.ts';
import { createPreviews } from './previews.ts';
import { createRuns } from './runs.ts';
import { fetchSample } from './samples.ts';
import type { Scoring } from './scoring.ts';
import {
  type AppState,
  type AppStore,
  type Asked,
  type PictureFile,
  pastWithNow,
} from './store.ts';
import { createSweeps } from './sweeps.ts';
import type { Truth } from './truth.ts';

/** A slider may move for so long before the model is asked, milliseconds. */
const SETTLE_MS = 150;
/** Changes closer together than this are one step of undo, milliseconds. */
const UNDO_MS = 700;

export interface ControllerDependencies {
  readonly store: AppStore;
  readonly pictures: Client<PictureOperations>;
  readonly analysis: Client<AnalysisOperations>;
  readonly pool: SweepPool;
  readonly scores: Client<ScoresOperations>;
  readonly scoring: Scoring;
  readonly detailing: Detailing;
  readonly maps: Maps;
  /** A worker that computes on the cpu backend. */
  readonly reference: Client<AnalysisOperations>;
  readonly truth: Truth;
  readonly backendMemory: BackendMemory;
  readonly modelUrl: (modelId: string) => string;
  readonly sampleUrl: (file: string) => string;
}

/** What the studies found for the result on the screen and the settings in force; null where one was not run for them. */
async function foundForResult(state: AppState): Promise<FoundForResult> {
  const { belief, attack } = state.studies;
  if (isOutOfDate(state.asked, state.result)) return { belief: null, attack: null };
  const { isStudyCurrent } = await import('./studyRunner.ts');
  return {
    belief: belief.status === 'ready' && isStudyCurrent(state, 'belief') ? belief.outcome : null,
    attack: attack.status === 'ready' && isStudyCurrent(state, 'attack') ? attack.outcome : null,
  };
}

/** The one place that turns wishes into work, and the only writer of results. */
export function createController(dependencies: ControllerDependencies): Controller {
  const { store, scores, scoring, maps, truth, sampleUrl } = dependencies;
  const sweeps = createSweeps(store, dependencies.pool, scoring);
  const runs = createRuns({ ...dependencies, sweeps });
  const parity = createParity(dependencies);
  const previews = createPreviews(store, scores, scoring);
  let settle: ReturnType<typeof setTimeout> | undefined;
  let changedAt = 0;
  let nextFile = 1;
  /** Pictures and maps asked for so far: a sample that arrives late must not replace a newer wish. */
  let wishes = 0;

  const start = (delay: number) => {
    clearTimeout(settle);
    settle = setTimeout(() => runs.start(), delay);
  };

  const ask = (change: Partial<Asked>, delay: number) => {
    store.setState(({ asked }) => ({
      asked: { ...asked, ...change, generation: asked.generation + 1 },
      preview: null,
    }));
    start(delay);
  };

  const remember = (state: AppState): Partial<AppState> => {
    const now = Date.now();
    const grouped = now - changedAt < UNDO_MS && state.past.length > 0;
    changedAt = now;
    return grouped ? {} : { past: pastWithNow(state) };
  };

  const setSettings = (change: Partial<Settings>, delay = SETTLE_MS) => {
    store.setState(remember);
    const { settings } = store.getState().asked;
    ask({ settings: { ...settings, ...change } }, delay);
  };

  /** Settings that only the scores depend on: no run, an answer within a frame. */
  const setScoring = (change: Pick<Partial<Settings>, 'score' | 'thresholds'>) => {
    store.setState(remember);
    store.setState(({ asked }) => ({
      asked: { ...asked, settings: { ...asked.settings, ...change } },
    }));
    scoring.refresh();
    previews.refresh();
    if (change.thresholds) maps.refresh();
  };

  const setProfile = (profile: Profile | null) => {
    const { cards, asked } = store.getState();
    const card = cards.find(({ id }) => id === asked.settings.modelId);
    if (profile && card) {
      const { score, thresholds } = profile;
      try {
        checkSettings({ ...asked.settings, score, thresholds }, card);
      } catch (error) {
        store.setState({ notices: [asProblem(error)] });
        return;
      }
      setScoring({ score, thresholds });
    }
    store.setState({ profile });
  };

  const open = (picture: PictureFile, change: Partial<Asked> = {}) => {
    wishes++;
    // What is told before the first picture is about the settings of the address.
    const first = store.getState().asked.picture === null;
    store.setState({ maps: null, waitingMap: null, ...(first ? {} : { notices: [] }) });
    ask({ ...change, picture }, 0);
  };

  const setModel = (modelId: string) => {
    const { cards, asked } = store.getState();
    const card = cards.find(({ id }) => id === modelId);
    const before = cards.find(({ id }) => id === asked.settings.modelId);
    if (!card || !before) return;
    const { attribution, score } = asked.settings;
    const share = score.k / (before.input.height * before.input.width);
    setSettings(
      {
        modelId,
        attribution: carriedOver(attribution, before, card),
        score: { ...score, k: kFromShare(share, card.input.height, card.input.width) },
      },
      0,
    );
  };

  return {
    openFiles(files, source) {
      const mapFiles = files.filter(isMapFile);
      if (mapFiles.length > 0) {
        wishes++;
        clearTimeout(settle);
        runs.cancel();
        maps.open(mapFiles);
        return;
      }
      const pictures = files.map((file) => ({
        id: `file-${nextFile++}`,
        name: file.name || `${source}.png`,
        file,
        source,
      }));
      const first = pictures[0];
      if (!first) {
        const problem = new Problem('file-unreadable', { what: '', allowed: '', got: '' });
        store.setState({ notices: [problem] });
        return;
      }
      store.setState(({ folder }) => ({
        folder: pictures.length > 1 ? pictures : folder,
        notices: [],
      }));
      open(first);
    },
    openWith(picture, change) {
      store.setState(remember);
      open(picture, change);
    },
    async openSample(sample) {
      const wish = ++wishes;
      try {
        const picture = await fetchSample(sample, sampleUrl);
        // Whoever asked for something else meanwhile wants that.
        if (wish === wishes) open(picture);
      } catch (error) {
        if (wish === wishes)
          store.setState({ run: { status: 'failed', problem: asProblem(error) } });
      }
    },
    choosePicture(id) {
      const picture = store.getState().folder.find((file) => file.id === id);
      if (picture) open(picture);
    },
    setBackground: (background) => ask({ background }, 0),
    setModel,
    setBackend: (backend) => ask({ backend }, 0),
    setAttribution(change) {
      const { attribution } = store.getState().asked.settings;
      setSettings({ attribution: { ...attribution, ...change } });
    },
    setPerturbation(change) {
      const { perturbation } = store.getState().asked.settings;
      const start = change.id ? withPerturbation(perturbation, change.id) : perturbation;
      setSettings({ perturbation: { ...start, ...change } });
    },
    setScore: (change) =>
      setScoring({ score: { ...store.getState().asked.settings.score, ...change } }),
    setThresholds: (change) =>
      setScoring({ thresholds: { ...store.getState().asked.settings.thresholds, ...change } }),
    setProfile,
    setSeed: (seed) => setSettings({ seed }),
    setView: (change) => store.setState(({ view }) => ({ view: { ...view, ...change } })),
    preview: (place) => previews.show(place),
    lookAtAttack: previews.hold,
    reset() {
      const { cards, asked } = store.getState();
      const card = cards.find(({ id }) => id === asked.settings.modelId);
      if (card) setSettings(defaultSettings(card), 0);
    },
    undo() {
      const { past } = store.getState();
      const settings = past.at(-1);
      if (!settings) return;
      store.setState({ past: past.slice(0, -1) });
      changedAt = 0;
      ask({ settings }, 0);
      scoring.refresh();
    },
    cancel() {
      clearTimeout(settle);
      runs.cancel();
    },
    retry: () => start(0),
    tell: (problem) => store.setState({ notices: [problem] }),
    dismissNotices: () => store.setState({ notices: [] }),
    maps: {
      ...maps,
      close() {
        maps.close();
        // Takes up again what was put aside for the maps.
        start(0);
      },
    },
    parity,
    evidenceDrawn: () => store.setState({ evidenceDrawn: true }),
    mask: truth,
    async settledScores() {
      const [scored, masked, found] = await Promise.all([
        dependencies.detailing.settled(),
        truth.settled(),
        foundForResult(store.getState()),
      ]);
      return { ...scored, ...found, truth: masked };
    },
  };
}
