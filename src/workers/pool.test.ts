import { describe, expect, it, vi } from 'vitest';
import type { SweepPoint } from '../domain/analysis.ts';
import { Problem } from '../domain/problem.ts';
import type { Progress } from '../domain/progress.ts';
import type { CallOptions, Client } from './client.ts';
import { createSweepPool } from './pool.ts';
import type { AnalysisOperations } from './protocol.ts';

const TOTAL = 7;

interface Share {
  readonly share: { readonly index: number; readonly of: number };
}

/** A worker that makes its places `ms` milliseconds apart; `fails` with a code at its second place. */
function worker(ms: number, fails: 'worker-crashed' | null = null, twice = false) {
  const seen: number[] = [];
  const call = async (_: string, { share }: Share, options: CallOptions<SweepPoint>) => {
    const own = Array.from({ length: TOTAL }, (_unused, i) => i).filter(
      (i) => i % share.of === share.index,
    );
    for (const [done, index] of own.entries()) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (options.signal?.aborted) throw new Problem('cancelled');
      if (fails && done === 1) throw new Problem(fails);
      seen.push(index);
      for (let i = 0; i < (twice ? 2 : 1); i++)
        options.onPartial?.({ index, total: TOTAL } as SweepPoint);
      options.onProgress?.({ stage: 'curve', done: done + 1, total: own.length });
    }
    return { total: TOTAL };
  };
  const client = { call } as unknown as Client<AnalysisOperations>;
  return { client, seen };
}

const request = {} as Parameters<ReturnType<typeof createSweepPool>['sweep']>[0];

describe('a sweep shared by workers', () => {
  it('comes in order, each place once, however fast who is', async () => {
    const [slow, fast] = [worker(8), worker(1, null, true)];
    const points: number[] = [];
    const progress: Progress[] = [];
    const { total } = await createSweepPool([slow.client, fast.client]).sweep(request, {
      workers: 2,
      onPartial: ({ index }) => points.push(index),
      onProgress: (step) => progress.push(step),
    });
    expect(total).toBe(TOTAL);
    expect(points).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([slow.seen, fast.seen]).toEqual([
      [0, 2, 4, 6],
      [1, 3, 5],
    ]);
    expect(progress.at(-1)).toEqual({ stage: 'curve', done: TOTAL, total: TOTAL });
    const shares = progress.map(({ done, total: all }) => done / all);
    expect(Math.max(...shares)).toBe(1);
  });

  it('is done by one where more would not help', async () => {
    const [first, second] = [worker(1), worker(1)];
    await createSweepPool([first.client, second.client]).sweep(request, { workers: 1 });
    expect(first.seen).toHaveLength(TOTAL);
    expect(second.seen).toEqual([]);
  });

  it('ends with the first problem and lets nobody work on', async () => {
    const [good, bad] = [worker(4), worker(1, 'worker-crashed')];
    const sweep = createSweepPool([good.client, bad.client]).sweep(request, { workers: 2 });
    await expect(sweep).rejects.toMatchObject({ code: 'worker-crashed' });
    const seen = good.seen.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(good.seen.length).toBe(seen);
  });

  it('is cancelled as a whole', async () => {
    const abort = new AbortController();
    const team = [worker(5), worker(5)];
    const sweep = createSweepPool(team.map(({ client }) => client)).sweep(request, {
      workers: 2,
      signal: abort.signal,
      onPartial: () => abort.abort(),
    });
    await expect(sweep).rejects.toMatchObject({ code: 'cancelled' });
    await vi.waitFor(() => expect(team[0]?.seen.length).toBeLessThan(4));
  });
});
