import type { Analysis } from '../domain/analysis.ts';
import type { Margin, MarginVisit } from '../domain/margin.ts';
import type { Client } from '../workers/client.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import { type AttackAsked, attackAsked, attackWork } from './attack.ts';
import type { AppStore } from './store.ts';
import type { StudyId } from './study.ts';
import { createStudyRunner, type StudyRunner, type StudyWork } from './studyRunner.ts';

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
  /** An engine for studies alone, so that nothing else waits for one. */
  readonly own: Client<AnalysisOperations>;
  readonly modelUrl: (modelId: string) => string;
}

/** A graphics processor is one worker with one context; elsewhere a study does not stand in the way of the main result. */
function clientFor({ backend }: Analysis, { engines, own }: StudyDependencies) {
  const [first = own] = engines;
  return backend.id === 'webgl' || backend.id === 'webgpu' ? first : own;
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
      return clientFor(analysis, dependencies).call('margin', asked, options);
    },
  };
}

export function createStudies(dependencies: StudyDependencies): StudyControls {
  const { store, modelUrl } = dependencies;
  const runners: Readonly<Record<StudyId, StudyRunner>> = {
    margin: createStudyRunner(store, modelUrl, marginWork(dependencies)),
    attack: createStudyRunner(
      store,
      modelUrl,
      attackWork(store, (analysis) => clientFor(analysis, dependencies)),
    ),
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
