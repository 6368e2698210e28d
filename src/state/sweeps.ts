import type { Analysis, SweepKind, SweepPoint } from '../domain/analysis.ts';
import type { BackendId } from '../domain/backend.ts';
import type { ModelCard } from '../domain/model.ts';
import { asProblem } from '../domain/problem.ts';
import type { SweepPool } from '../workers/pool.ts';
import { curveKey, shiftMapKey } from './keys.ts';
import type { Scoring } from './scoring.ts';
import { type AppStore, EMPTY_SWEEP, type Result, type SweepStatus } from './store.ts';

/**
 * Pixels of the model's input that all workers hold together at most: two workers for 224×224, five
 * for 160×160. A worker keeps some 110 MB for a small MobileNet of 224×224 and never gives it back.
 */
const PIXELS_AT_WORK = 5 * 160 * 160;

/** How many workers may work with one model at once: a graphics processor is one, and memory bounds the others. */
export function workersWithin(backend: BackendId, { input }: Pick<ModelCard, 'input'>): number {
  if (backend === 'webgl' || backend === 'webgpu') return 1;
  return Math.max(1, Math.floor(PIXELS_AT_WORK / (input.height * input.width)));
}

/** How many workers may share a sweep of a result. */
export const workersFor = ({ backend, card }: Analysis): number => workersWithin(backend.id, card);

/** New points reach the screen at most this often, milliseconds. */
const FLUSH_MS = 40;

/** Fills the stability curve and the shift map of a result, one after the other. */
export interface Sweeps {
  /** Forgets what belongs to another original or perturbation; keeps what still holds. */
  prepare(result: Result, original: string): void;
  run(result: Result, modelUrl: string, signal: AbortSignal): Promise<void>;
}

export function createSweeps(store: AppStore, pool: SweepPool, scoring: Scoring): Sweeps {
  const keys: Record<SweepKind, string> = { curve: '', shiftMap: '' };

  const setStatus = (kind: SweepKind, status: SweepStatus) =>
    store.setState((state) => ({ [kind]: { ...state[kind], status } }));

  const runOne = async (kind: SweepKind, result: Result, modelUrl: string, signal: AbortSignal) => {
    if (store.getState()[kind].status === 'ready') return;
    const known = store.getState()[kind].points.length;
    let waiting: SweepPoint[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const fresh = waiting;
      waiting = [];
      if (fresh.length === 0 || signal.aborted) return;
      store.setState((state) => {
        const sweep = state[kind];
        const points = [...sweep.points, ...fresh];
        return { [kind]: { ...sweep, total: fresh[0].total, points } };
      });
      scoring.add(kind, fresh);
    };
    setStatus(kind, 'running');
    const since = Date.now();
    try {
      const { id } = result.analysis.backend;
      await pool.sweep(
        {
          // The backend of the result: every worker must compute the same.
          ask: id,
          modelUrl,
          input: result.picture.input,
          settings: result.settings,
          targetClass: result.analysis.targetClass,
          kind,
        },
        {
          signal,
          workers: workersFor(result.analysis),
          onProgress: (progress) => store.setState({ sweepProgress: { progress, since } }),
          onPartial: (point) => {
            // A sweep taken up again starts over in the worker, whose cache answers at once.
            if (point.index < known) return;
            waiting.push(point);
            timer ??= setTimeout(flush, FLUSH_MS);
          },
        },
      );
      clearTimeout(timer);
      flush();
      setStatus(kind, 'ready');
    } catch (error) {
      clearTimeout(timer);
      flush();
      const problem = asProblem(error);
      setStatus(kind, problem.code === 'cancelled' ? 'cancelled' : 'failed');
      throw problem;
    }
  };

  return {
    prepare({ settings }, original) {
      const next: Record<SweepKind, string> = {
        curve: `${original} ${curveKey(settings)}`,
        shiftMap: `${original} ${shiftMapKey(settings)}`,
      };
      const wanted = { curve: true, shiftMap: settings.perturbation.id === 'shift' };
      for (const kind of ['curve', 'shiftMap'] as const) {
        const { status } = store.getState()[kind];
        const same = keys[kind] === next[kind];
        if (!same) store.setState({ [kind]: EMPTY_SWEEP });
        keys[kind] = next[kind];
        if (wanted[kind] && !(same && status === 'ready')) setStatus(kind, 'waiting');
      }
    },
    async run(result, modelUrl, signal) {
      try {
        await runOne('curve', result, modelUrl, signal);
        if (result.settings.perturbation.id === 'shift')
          await runOne('shiftMap', result, modelUrl, signal);
      } finally {
        if (!signal.aborted) store.setState({ sweepProgress: null });
      }
    },
  };
}
