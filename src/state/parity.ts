import type { FloatMap } from '../domain/attribution.ts';
import { asProblem } from '../domain/problem.ts';
import type { Client } from '../workers/client.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import type { Scoring } from './scoring.ts';
import type { AppStore } from './store.ts';

/** Holds the map on the screen against the one of the cpu backend, when somebody asks for it. */
export interface Parity {
  readonly start: () => void;
  readonly cancel: () => void;
}

export interface ParityDependencies {
  readonly store: AppStore;
  /** A worker of its own: the engines that answer stay on their backend. */
  readonly reference: Client<AnalysisOperations>;
  readonly scoring: Scoring;
  readonly modelUrl: (modelId: string) => string;
}

/** Every analysis brings maps of its own: the same values are the same map. */
function isSame(a: FloatMap | undefined, b: FloatMap | undefined): boolean {
  if (a === b) return true;
  if (a?.values.length !== b?.values.length) return false;
  return Boolean(a?.values.every((value, i) => value === b?.values[i]));
}

export function createParity({ store, reference, scoring, modelUrl }: ParityDependencies): Parity {
  let abort = new AbortController();

  const check = async (signal: AbortSignal) => {
    const { result } = store.getState();
    if (!result) return;
    const { settings, analysis, picture } = result;
    const { map } = analysis.original;
    const request = {
      ask: 'cpu',
      modelUrl: modelUrl(settings.modelId),
      input: picture.input,
      settings,
      targetClass: analysis.targetClass,
      map,
    } as const;
    store.setState({ parity: { status: 'running', progress: null } });
    const parity = await reference.call('parity', request, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) store.setState({ parity: { status: 'running', progress } });
      },
    });
    const now = store.getState().result;
    store.setState({ parity: { status: 'idle' } });
    if (!now || !isSame(now.analysis.original.map, map)) return;
    store.setState({ result: { ...now, analysis: { ...now.analysis, parity } } });
    scoring.refresh();
  };

  const end = () => {
    abort.abort();
    abort = new AbortController();
    store.setState({ parity: { status: 'idle' } });
  };

  // Another map is another question.
  store.subscribe(({ result, parity }, before) => {
    if (result === before.result || parity.status === 'idle') return;
    if (!isSame(result?.analysis.original.map, before.result?.analysis.original.map)) end();
  });

  return {
    start() {
      end();
      const { signal } = abort;
      check(signal).catch((error: unknown) => {
        if (!signal.aborted)
          store.setState({ parity: { status: 'failed', problem: asProblem(error) } });
      });
    },
    cancel: end,
  };
}
