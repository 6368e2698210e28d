import { type ReactNode, StrictMode, startTransition, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import './components/tokens.css';
import './components/base.css';
import type { DrawReport } from './components/exporting/exportFiles.ts';
import { StartFailure } from './components/StartFailure.tsx';
import { AppContext } from './components/storeContext.ts';
import type { ModelCard } from './domain/model.ts';
import { isOwn, ownUrlOf } from './domain/ownModel.ts';
import { asProblem } from './domain/problem.ts';
import { loadSpeech } from './i18n/speech.ts';
import { createBackendMemory } from './state/backendMemory.ts';
import { type Catalogue, loadCatalogue } from './state/catalogue.ts';
import { createController } from './state/controller.ts';
import { createDetailing } from './state/details.ts';
import { createMaps } from './state/maps.ts';
import { createPageJudge } from './state/pageJudge.ts';
import { readView, writeView } from './state/preferences.ts';
import { createScoring } from './state/scoring.ts';
import { type AppStore, createAppStore, type View } from './state/store.ts';
import { createTruth } from './state/truth.ts';
import { settingsFromQuery, settingsToQuery } from './state/url.ts';
import { createClient } from './workers/client.ts';
import { createSweepPool } from './workers/pool.ts';
import type {
  AnalysisOperations,
  DetailsOperations,
  PictureOperations,
  ScoresOperations,
} from './workers/protocol.ts';
import type { ReportOperations } from './workers/report.worker.ts';

/** Written into the page when it is built. */
declare const __APP_VERSION__: string;

/** Address of the app's folder: models and samples lie below it. */
const BASE = new URL('./', location.href).href;

/** More would take memory (each holds the model) without sweeping much faster. */
const MOST_WORKERS = 8;

/** Further engines, started when a study first needs them. */
const MOST_OF_STUDIES = 2;

/** Engines that share a sweep: one for each core. */
const workerCount = (): number =>
  Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 1));

function browserStorage(name: 'localStorage' | 'sessionStorage' = 'localStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/** The URL follows the settings, so that a link shows what its sender saw (never the picture). */
function followUrl(store: AppStore): void {
  store.subscribe(({ asked: { settings, backend }, cards, view }, before) => {
    if (settings !== before.asked.settings || backend !== before.asked.backend) {
      const card = cards.find(({ id }) => id === settings.modelId);
      const query = card ? `?${settingsToQuery(settings, card, backend)}` : '';
      history.replaceState(null, '', `${location.pathname}${query}${location.hash}`);
    }
    if (view !== before.view) {
      writeView(browserStorage(), view);
      document.documentElement.lang = view.language;
    }
  });
}

/** Where a tab keeps the profile in force. */
const PROFILE = 'jitterscope.profile';

/** The profile in force is there again after a reload, whose address carries what it sets. */
function followProfile(store: AppStore, storage: Storage | null): void {
  const kept = storage?.getItem(PROFILE);
  if (kept)
    void import('./components/settings/keptProfile.ts').then(({ takeKept }) =>
      takeKept(kept, store),
    );
  store.subscribe(({ profile }, before) => {
    if (profile === before.profile) return;
    try {
      if (profile) storage?.setItem(PROFILE, JSON.stringify(profile));
      else storage?.removeItem(PROFILE);
    } catch {
      // Full: the profile is in force, and not there again after a reload.
    }
  });
}

/** What `make` gives, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const openShelf = once(async () => (await import('./workers/modelShelf.ts')).createModelShelf());

/** Cards of the user's own models; none where the browser keeps nothing. */
const ownCards = (): Promise<readonly ModelCard[]> =>
  openShelf()
    .then((shelf) => shelf.cards())
    .catch(() => []);

function compose({ cards, samples }: Catalogue, view: View) {
  const { settings, backend, problems: notices } = settingsFromQuery(location.search, cards);
  const store = createAppStore({ cards, samples, settings, backend, notices, view });
  const pictures = createClient<PictureOperations>({
    spawn: () =>
      new Worker(new URL('./workers/picture.worker.ts', import.meta.url), { type: 'module' }),
  });
  const spawnEngine = () =>
    new Worker(new URL('./workers/analysis.worker.ts', import.meta.url), { type: 'module' });
  const engines = Array.from({ length: workerCount() }, () =>
    createClient<AnalysisOperations>({ spawn: spawnEngine }),
  );
  const [analysis] = engines;
  const scores = createClient<ScoresOperations>({
    spawn: () =>
      new Worker(new URL('./workers/scores.worker.ts', import.meta.url), { type: 'module' }),
    onReplaced: () => {
      scoring.reload();
      maps.reload();
    },
  });
  const report = createClient<ReportOperations>({
    spawn: () =>
      new Worker(new URL('./workers/report.worker.ts', import.meta.url), { type: 'module' }),
  });
  const drawReport: DrawReport = (model, language) => report.call('render', { model, language });
  const details = createClient<DetailsOperations>({
    spawn: () =>
      new Worker(new URL('./workers/details.worker.ts', import.meta.url), { type: 'module' }),
  });
  const reference = createClient<AnalysisOperations>({ spawn: spawnEngine });
  const judge = createPageJudge(() => import('./engine/judgePair.ts'));
  const scoring = createScoring(store, scores, judge);
  const maps = createMaps(store, pictures, scores, judge);
  const modelUrl = (modelId: string) =>
    isOwn(modelId) ? ownUrlOf(modelId) : new URL(`models/${modelId}/`, BASE).href;
  const controller = createController({
    store,
    pictures,
    analysis,
    pool: createSweepPool(engines),
    scores,
    scoring,
    detailing: createDetailing(store, details),
    maps,
    reference,
    truth: createTruth(store, pictures, details),
    backendMemory: createBackendMemory(browserStorage()),
    modelUrl,
    sampleUrl: (file) => new URL(`samples/${file}`, BASE).href,
  });
  followUrl(store);
  followProfile(store, browserStorage('sessionStorage'));
  const studies = once(async () => {
    const { createStudies } = await import('./state/studies.ts');
    const own = Array.from({ length: Math.min(MOST_OF_STUDIES, workerCount()) }, () =>
      createClient<AnalysisOperations>({ spawn: spawnEngine }),
    );
    return createStudies({ store, engines, own, modelUrl });
  });
  const evidence = once(async () => {
    const { createEvidenceLoader, jsonReader } = await import('./state/evidenceLoader.ts');
    return createEvidenceLoader({ store, read: jsonReader(BASE) });
  });
  const pictureSets = once(async () => {
    const [{ createSetControls }, { createSetStorage }] = await Promise.all([
      import('./state/setControls.ts'),
      import('./state/setStorage.ts'),
    ]);
    const own = Array.from({ length: workerCount() }, () =>
      createClient<AnalysisOperations>({ spawn: spawnEngine }),
    );
    return createSetControls({
      app: store,
      controller,
      pictures,
      engines: own,
      details,
      storage: createSetStorage(),
      modelUrl,
      version: __APP_VERSION__,
    });
  });
  /** Own models come behind the others once the page stands: nothing waits for them unless the address names one. */
  const joinOwn = async () => {
    const own = await ownCards();
    const listed = store.getState().cards;
    const others = own.filter(({ id }) => !listed.some((card) => card.id === id));
    if (others.length > 0) store.setState({ cards: [...listed, ...others] });
  };
  const ownModels = once(async () => {
    const [{ createOwnModels }, shelf] = await Promise.all([
      import('./state/ownModels.ts'),
      openShelf(),
    ]);
    return createOwnModels({ app: store, controller, checker: reference, shelf });
  });
  return { store, controller, drawReport, studies, evidence, pictureSets, ownModels, joinOwn };
}

interface PageProps {
  readonly services: ReturnType<typeof compose>;
  readonly children: ReactNode;
}

/** The app; the first sample is opened once the page stands, so that the engines start beside it. */
function Page({ services, children }: PageProps): ReactNode {
  useEffect(() => {
    const [first] = services.store.getState().samples;
    if (first) void services.controller.openSample(first);
    void services.joinOwn();
  }, [services]);
  return <AppContext value={services}>{children}</AppContext>;
}

async function start(root: Root): Promise<void> {
  const view = readView(browserStorage(), location.search, navigator.languages);
  document.documentElement.lang = view.language;
  try {
    // A file of its own, and so a task of its own: evaluated with the rest it would hold the page.
    const screen = import('./components/App.tsx');
    const words = loadSpeech(view.language);
    const [{ cards, samples }, own, { App }] = await Promise.all([
      loadCatalogue(BASE),
      isOwn(new URLSearchParams(location.search).get('model') ?? '') ? ownCards() : [],
      screen,
      words,
    ]);
    const services = compose({ cards: [...cards, ...own], samples }, view);
    // In a transition React draws in slices of a few milliseconds.
    startTransition(() =>
      root.render(
        <StrictMode>
          <Page services={services}>
            <App />
          </Page>
        </StrictMode>,
      ),
    );
  } catch (error) {
    // In English where even the words cannot be had.
    await Promise.allSettled([loadSpeech(view.language)]);
    root.render(<StartFailure problem={asProblem(error)} language={view.language} />);
  }
}

const element = document.getElementById('root');
// In a task of its own: reading the scripts is one already.
if (element) setTimeout(() => void start(createRoot(element)));
