import type { ModelCard } from '../../src/domain/model.ts';
import type { ModelInput } from '../../src/domain/picture.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { createRandom } from '../../src/engine/random.ts';
import { type Client, createClient } from '../../src/workers/client.ts';
import { createSweepPool } from '../../src/workers/pool.ts';
import type { AnalysisOperations } from '../../src/workers/protocol.ts';

/** Places of an 11×11 shift map. */
const PLACES = 121;

/** Engines in workers of their own, as the app has them. */
export interface Team {
  /** Milliseconds of the first 121 places of a shift map, gradient method, on so many of the workers. */
  sweep(workers: number): Promise<number>;
  /** Milliseconds until every worker has done a whole such sweep of its own, all at once: what the machine allows a team. */
  apart(): Promise<number>;
  /** Milliseconds from a picture to its pair of maps by integrated gradients, 32 steps. */
  integratedGradients(): Promise<number>;
  /** Mebibytes of each worker's script, modules included, most first; null where the browser does not tell. */
  memory(): Promise<readonly number[] | null>;
}

/** `modelUrl` is the model's folder, absolute; the first worker is warm when this returns, the others after a sweep. */
export async function createTeam(modelUrl: string, size: number): Promise<Team> {
  const card = (await (await fetch(new URL('card.json', modelUrl))).json()) as ModelCard;
  const clients = Array.from({ length: size }, () =>
    createClient<AnalysisOperations>({
      spawn: () =>
        new Worker(new URL('../../src/workers/analysis.worker.ts', import.meta.url), {
          type: 'module',
        }),
    }),
  );
  let pictures = 0;
  /** Another one each time: the engines remember what they have computed. */
  const picture = (): ModelInput => {
    const { height, width, channels } = card.input;
    const random = createRandom(++pictures, 'bench picture');
    const values = Float32Array.from({ length: height * width * channels }, () => random.uniform());
    return { height, width, channels, values };
  };
  const settings = (method: 'gradient' | 'integratedGradients') => {
    const initial = defaultSettings(card);
    return { ...initial, attribution: { ...initial.attribution, method, steps: 32 } };
  };
  const analyse = (
    client: Client<AnalysisOperations>,
    method: 'gradient' | 'integratedGradients',
  ) =>
    client.call('analyse', {
      ask: 'wasm',
      modelUrl,
      input: picture(),
      settings: settings(method),
      remembered: null,
    });
  await Promise.all(clients.map((client) => analyse(client, 'gradient')));

  /** Milliseconds until the last of the places is there, a team of `some` at work. */
  const timeSweep = async (some: typeof clients): Promise<number> => {
    const abort = new AbortController();
    const start = performance.now();
    let places = 0;
    let time = Number.NaN;
    const request = {
      ask: 'wasm',
      modelUrl,
      input: picture(),
      settings: settings('gradient'),
      targetClass: 1,
      kind: 'shiftMap',
    } as const;
    const onPartial = () => {
      if (++places < PLACES) return;
      if (places === PLACES) time = performance.now() - start;
      abort.abort();
    };
    await createSweepPool(some)
      .sweep(request, { signal: abort.signal, workers: some.length, onPartial })
      .catch(() => {});
    return time;
  };
  /** The batches under way end before the next measurement. */
  const settled = () => Promise.all(clients.map((client) => analyse(client, 'gradient')));

  return {
    async sweep(workers) {
      const time = await timeSweep(clients.slice(0, workers));
      await settled();
      return time;
    },
    async apart() {
      const times = await Promise.all(clients.map((client) => timeSweep([client])));
      await settled();
      return Math.max(...times);
    },
    async integratedGradients() {
      const start = performance.now();
      await analyse(clients[0], 'integratedGradients');
      return performance.now() - start;
    },
    memory: () => workerMemory(),
  };
}

interface MemoryBreakdown {
  readonly breakdown: readonly {
    readonly bytes: number;
    readonly attribution: readonly { readonly scope: string; readonly url: string }[];
  }[];
}

async function workerMemory(): Promise<readonly number[] | null> {
  const measure: unknown = Reflect.get(performance, 'measureUserAgentSpecificMemory');
  if (typeof measure !== 'function') return null;
  const { breakdown } = (await measure.call(performance)) as MemoryBreakdown;
  return breakdown
    .filter(({ attribution }) => attribution.some(({ scope }) => /Worker/.test(scope)))
    .map(({ bytes }) => bytes / 2 ** 20)
    .sort((a, b) => b - a);
}
