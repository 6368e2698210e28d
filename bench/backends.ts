import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import sirv from 'sirv';
import { createServer } from 'vite';
import { launchOptions } from '../scripts/browser.mjs';
import { SECURITY_HEADERS } from '../scripts/headers.mjs';
import type { BackendId } from '../src/domain/backend.ts';
import type { GradientJob, GradientTimes } from './browser/gradients.ts';
import type { Program } from './browser/page.ts';
import { type Figure, ms, ratio, share, type Timing, timingOf } from './timing.ts';

/** A network of the bench: where it is, how many pictures at once, and where its logits are. */
interface Network {
  readonly name: string;
  readonly path: string;
  readonly logits: string | null;
  readonly batch: number;
  /** On software WebGL one picture takes as long as sixteen elsewhere. */
  readonly webglBatch: number;
}

/** A reference network that is not part of the project: measured where it is at hand. */
const MOBILENET = fileURLToPath(
  new URL('../../shared/models/mobilenet-v1-0.25-224', import.meta.url),
);

const NETWORKS: readonly Network[] = [
  { name: 'surface', path: '/models/surface-natural', logits: null, batch: 16, webglBatch: 16 },
  { name: 'tile', path: '/models/magnetic-tile-natural', logits: null, batch: 16, webglBatch: 4 },
  ...(existsSync(MOBILENET)
    ? [{ name: 'mobilenet', path: '/mobilenet', logits: 'conv_preds', batch: 4, webglBatch: 1 }]
    : []),
];

/** The engine's own sources in a page of real Chromium. */
async function withPage<T>(use: (page: Page, address: string) => Promise<T>): Promise<T> {
  const server = await createServer({
    server: {
      port: 0,
      headers: {
        'Cross-Origin-Opener-Policy': SECURITY_HEADERS['Cross-Origin-Opener-Policy'],
        'Cross-Origin-Embedder-Policy': SECURITY_HEADERS['Cross-Origin-Embedder-Policy'],
      },
    },
    logLevel: 'error',
    optimizeDeps: {
      entries: ['bench/browser/index.html', 'src/workers/analysis.worker.ts'],
      include: ['wasm', 'webgl', 'cpu', 'webgpu'].map((id) => `@tensorflow/tfjs-backend-${id}`),
    },
    plugins: [
      {
        name: 'reference-network',
        configureServer: ({ middlewares }) =>
          void middlewares.use('/mobilenet', sirv(MOBILENET, { dev: true })),
      },
    ],
  });
  await server.listen();
  const [address = ''] = server.resolvedUrls?.local ?? [];
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`${address}bench/browser/index.html`);
    await page.waitForFunction(() => 'program' in window);
    return await use(page, address);
  } finally {
    await browser.close();
    await server.close();
  }
}

const timeOn = (page: Page, job: GradientJob): Promise<GradientTimes> =>
  page.evaluate(
    (asked) => (window as unknown as { program: Program }).program.timeGradients(asked),
    job,
  );

/** Largest difference of two maps, share of the range of the second. */
function difference(map: readonly number[], reference: readonly number[]): number {
  const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const range = largest(reference) + largest(reference.map((value) => -value));
  return largest(map.map((value, i) => Math.abs(value - reference[i]))) / range;
}

const per = (timing: Timing, count: number): Timing => ({
  median: timing.median / count,
  best: timing.best / count,
});

async function measureNetwork(
  page: Page,
  address: string,
  network: Network,
  peak: number,
): Promise<Record<string, Figure>> {
  const { name, path, logits, batch, webglBatch } = network;
  const url = new URL(`${path}/model.json`, address).href;
  const on = (backend: BackendId, size: number, runs: number) =>
    timeOn(page, { url, logits, backend, batch: size, runs });
  const wasm = await on('wasm', batch, 5);
  const webgl = await on('webgl', webglBatch, 2);
  const cpu = await on('cpu', 1, 1);
  const times = (found: GradientTimes) => ({
    forward: timingOf(found.forward),
    gradient: timingOf(found.gradient),
  });
  const [onWasm, onWebgl, onCpu] = [times(wasm), times(webgl), times(cpu)];
  const reached = (operations: number, timing: Timing): Timing => ({
    median: operations / timing.median / peak,
    best: operations / timing.best / peak,
  });
  const same = (backend: BackendId, found: GradientTimes): Record<string, Figure> => {
    const differences = found.maps.map((map, i) => difference(map, cpu.maps[i]));
    const worst = Math.max(...differences);
    return {
      [`${name} ${backend} = cpu`]: { ...timingOf(differences), unit: 'rel', goal: 1e-4 },
      // A unit may stand at its kink and fall to either side: told, not judged.
      [`${name} ${backend} = cpu, worst`]: { median: worst, best: worst, unit: 'rel', goal: null },
    };
  };
  return {
    [`${name} wasm gradient, each`]: ms(per(onWasm.gradient, batch)),
    [`${name} wasm gradient / forward`]: ratio(
      onWasm.gradient,
      onWasm.forward,
      name === 'surface' ? 3 : null,
    ),
    [`${name} webgl gradient / forward`]: ratio(onWebgl.gradient, onWebgl.forward),
    [`${name} cpu gradient / forward`]: ratio(onCpu.gradient, onCpu.forward),
    [`${name} webgl / wasm, each`]: {
      ...ratio(per(onWebgl.gradient, webglBatch), per(onWasm.gradient, batch)),
      ...(name === 'mobilenet' ? { goal: 8, atLeast: true } : {}),
    },
    // Forward again within the gradient, then as much on the way back.
    [`${name} peak, forward`]: share(reached(wasm.operations * batch, onWasm.forward)),
    [`${name} peak, gradient`]: share(reached(2 * wasm.operations * batch, onWasm.gradient)),
    ...same('wasm', wasm),
    ...same('webgl', webgl),
  };
}

const SWEEPS = 15;

async function measureTeam(page: Page, address: string): Promise<Record<string, Figure>> {
  const workers = await page.evaluate(() => Math.min(8, navigator.hardwareConcurrency));
  const modelUrl = new URL('/models/surface-natural/', address).href;
  await page.evaluate(
    ([url, size]) => (window as unknown as { program: Program }).program.startTeam(url, size),
    [modelUrl, workers] as const,
  );
  const sweep = (count: number) =>
    page.evaluate(
      (size) => (window as unknown as { program: Program }).program.team().sweep(size),
      count,
    );
  const alone: number[] = [];
  const together: number[] = [];
  const apart: number[] = [];
  await sweep(workers);
  // In turn, so that a busy machine slows both alike.
  for (let run = 0; run < SWEEPS; run++) {
    alone.push(await sweep(1));
    together.push(await sweep(workers));
    apart.push(
      await page.evaluate(() => (window as unknown as { program: Program }).program.team().apart()),
    );
  }
  const integrated: number[] = [];
  for (let run = 0; run < 3; run++)
    integrated.push(
      await page.evaluate(() =>
        (window as unknown as { program: Program }).program.team().integratedGradients(),
      ),
    );
  const memory = await page.evaluate(() =>
    (window as unknown as { program: Program }).program.team().memory(),
  );
  const [one, all] = [timingOf(alone), timingOf(together)];
  return {
    'sweep 11×11, 1 worker': ms(one),
    [`sweep 11×11, ${workers} workers`]: ms(all, 1500),
    'speed-up of the pool': { ...ratio(one, all, 1.7), atLeast: true },
    // Sweeps that have nothing to do with each other: more than this no team can win on this machine.
    'speed-up of workers apart': ratio(per(one, 1 / workers), timingOf(apart)),
    'IG-32, a pair': ms(timingOf(integrated)),
    ...(memory
      ? {
          'largest worker': { median: memory[0], best: memory[0], unit: 'MiB', goal: 300 } as const,
        }
      : {}),
  };
}

/** Gradients, backends against each other, the pool and its memory, in one run of real Chromium. */
export function measureBackends(): Promise<Readonly<Record<string, Figure>>> {
  return withPage(async (page, address) => {
    const team = await measureTeam(page, address);
    const peak = await page.evaluate(() =>
      (window as unknown as { program: Program }).program.peakOperations(),
    );
    const figures: Record<string, Figure> = {
      ...team,
      'wasm peak (GFLOP/s)': { median: peak / 1e6, best: peak / 1e6, unit: '', goal: null },
    };
    for (const network of NETWORKS)
      Object.assign(figures, await measureNetwork(page, address, network, peak));
    return figures;
  });
}
