import type { SweepPoint } from '../domain/analysis.ts';
import type { Progress } from '../domain/progress.ts';
import type { CallOptions, Client } from './client.ts';
import type { AnalysisOperations } from './protocol.ts';

type SweepRequest = Omit<AnalysisOperations['sweep']['request'], 'share'>;

/** Several workers that do one sweep together. */
export interface SweepPool {
  /**
   * Places come in order, each once, whichever worker made it. Ends as one request does: with the number of places, or with
   * the first problem of any share, after which the others are cancelled.
   * @param workers how many take part, at most those of the pool: a graphics processor is one worker
   */
  sweep(
    request: SweepRequest,
    options: CallOptions<SweepPoint> & { readonly workers: number },
  ): Promise<{ readonly total: number }>;
}

/** Hands points on in the order of their index, from `next` on; what comes twice (a worker was replaced) is dropped. */
function inOrder(onPoint: (point: SweepPoint) => void): (point: SweepPoint) => void {
  const waiting = new Map<number, SweepPoint>();
  let next = 0;
  return (point) => {
    if (point.index >= next) waiting.set(point.index, point);
    for (let found = waiting.get(next); found; found = waiting.get(next)) {
      waiting.delete(next++);
      onPoint(found);
    }
  };
}

/** The shares' progress in one: what is not heard from yet counts as long as the others. */
function together(
  shares: number,
  onProgress: (progress: Progress) => void,
): (share: number, progress: Progress) => void {
  const heard = new Map<number, Progress>();
  return (share, progress) => {
    // A fresh worker starts its backend and loads the model first: the others are under way.
    if (progress.stage !== 'curve' && progress.stage !== 'shiftMap') {
      if (heard.size === 0) onProgress(progress);
      return;
    }
    heard.set(share, progress);
    const all = [...heard.values()];
    const sum = (of: (one: Progress) => number) => all.reduce((total, one) => total + of(one), 0);
    const total = Math.round((sum((one) => one.total) * shares) / all.length);
    onProgress({ stage: progress.stage, done: sum((one) => one.done), total });
  };
}

/** @param clients one for each worker, at least one; a worker is started when it is first needed */
export function createSweepPool(clients: readonly Client<AnalysisOperations>[]): SweepPool {
  return {
    async sweep(request, { signal, onProgress, onPartial, workers }) {
      const team = clients.slice(0, Math.max(1, workers));
      const abort = new AbortController();
      signal?.addEventListener('abort', () => abort.abort(), { once: true });
      if (signal?.aborted) abort.abort();
      const hand = inOrder((point) => onPartial?.(point));
      const tell = together(team.length, (progress) => onProgress?.(progress));
      const shares = team.map((client, index) =>
        client.call(
          'sweep',
          { ...request, share: { index, of: team.length } },
          {
            signal: abort.signal,
            onPartial: hand,
            onProgress: (progress) => tell(index, progress),
          },
        ),
      );
      try {
        const [first] = await Promise.all(shares);
        return first;
      } catch (error) {
        abort.abort();
        throw error;
      }
    },
  };
}
