import type { Analysis } from '../domain/analysis.ts';
import { METHOD_IDS } from '../domain/attribution.ts';
import type { BeliefFinding } from '../domain/belief.ts';
import type { GalleryEntry } from '../domain/gallery.ts';
import type { Margin, MarginVisit } from '../domain/margin.ts';
import type { Client } from '../workers/client.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import { type AttackAsked, attackAsked, attackWork } from './attack.ts';
import { regimesWork } from './regimes.ts';
import { shareOut } from './shareOut.ts';
import type { AppStore } from './store.ts';
import type { StudyId } from './study.ts';
import { createStudyRunner, type StudyRunner, type StudyWork } from './studyRunner.ts';
import { workersFor } from './sweeps.ts';

/** What the page can ask of the studies. */
export interface StudyControls {
  /** Begins a study of the result; what it found before is dropped. Nothing happens where `canStudy` says no. */
  readonly start: (id: StudyId) => void;
  /** Ends a study under way; what it found stays. */
  readonly cancel: (id: StudyId) => void;
  readonly setAttack: (change: Partial<AttackAsked>) => void;
}

export interface StudyDependencies {
  readonly store: AppStore;
  /** The engines that answer the main requests. */
  readonly engines: readonly Client<AnalysisOperations>[];
  /** Engines for studies alone, at least one: a study waits for no sweep, and the main result for no study. */
  readonly own: readonly Client<AnalysisOperations>[];
  readonly modelUrl: (modelId: string) => string;
}

/** The engines a study may use. A graphics processor is one worker with one context, which all share. */
function teamFor(analysis: Analysis, { engines, own }: StudyDependencies) {
  const { id } = analysis.backend;
  const team = id === 'webgl' || id === 'webgpu' ? engines : own;
  return team.slice(0, workersFor(analysis));
}

function marginWork(dependencies: StudyDependencies): StudyWork<MarginVisit, Margin> {
  return {
    id: 'margin',
    read: ({ margin }) => margin,
    write: (margin) => ({ margin }),
    identity: ({ at }) => at,
    run({ result: { analysis } }, request, options) {
      const { gradientCheck, parity } = analysis;
      const asked = { ...request, gradientCheck, parity };
      const [engine] = teamFor(analysis, dependencies);
      return engine.call('margin', asked, options);
    },
  };
}

function beliefWork(
  dependencies: StudyDependencies,
): StudyWork<BeliefFinding, readonly BeliefFinding[]> {
  return {
    id: 'belief',
    read: ({ belief }) => belief,
    write: (belief) => ({ belief }),
    identity: ({ id }) => id,
    run({ result: { analysis } }, request, options) {
      const mask = dependencies.store.getState().truth.opened?.mask ?? null;
      const [engine] = teamFor(analysis, dependencies);
      return engine.call('belief', { ...request, mask }, options);
    },
  };
}

/** Methods go to whichever engine is free next. */
function galleryWork(dependencies: StudyDependencies): StudyWork<GalleryEntry, null> {
  return {
    id: 'gallery',
    read: ({ gallery }) => gallery,
    write: (gallery) => ({ gallery }),
    identity: ({ method }) => method,
    run: ({ result: { analysis } }, request, options) =>
      shareOut(
        teamFor(analysis, dependencies),
        METHOD_IDS,
        (engine, method, signal) => engine.call('gallery', { ...request, method }, { signal }),
        options,
      ),
  };
}

export function createStudies(dependencies: StudyDependencies): StudyControls {
  const { store, modelUrl } = dependencies;
  const team = (analysis: Analysis) => teamFor(analysis, dependencies);
  const runners: Readonly<Record<StudyId, StudyRunner>> = {
    margin: createStudyRunner(store, modelUrl, marginWork(dependencies)),
    regimes: createStudyRunner(store, modelUrl, regimesWork(store, modelUrl, team)),
    attack: createStudyRunner(
      store,
      modelUrl,
      attackWork(store, (analysis) => team(analysis)[0]),
    ),
    belief: createStudyRunner(store, modelUrl, beliefWork(dependencies)),
    gallery: createStudyRunner(store, modelUrl, galleryWork(dependencies)),
  };
  store.subscribe((state, before) => {
    const same = (['asked', 'truth', 'maps', 'attack'] as const).every(
      (part) => state[part] === before[part],
    );
    if (same) return;
    for (const runner of Object.values(runners)) runner.follow();
  });
  return {
    start: (id) => runners[id].start(),
    cancel: (id) => runners[id].cancel(),
    setAttack: (change) =>
      store.setState((state) => ({ attack: { ...attackAsked(state), ...change } })),
  };
}
