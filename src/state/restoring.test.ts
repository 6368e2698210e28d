import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_JUDGE } from '../../tests/noJudge.ts';
import { testCard } from '../../tests/testCard.ts';
import { Problem } from '../domain/problem.ts';
import type { ReportSession } from '../domain/session.ts';
import { defaultSettings } from '../domain/settings.ts';
import { inventedReport } from '../report/inventedReport.ts';
import { sessionOf } from '../report/session.ts';
import type { Client } from '../workers/client.ts';
import type { ModelRequest } from '../workers/operation.ts';
import { createSweepPool } from '../workers/pool.ts';
import type {
  AnalysisOperations,
  DetailsOperations,
  PictureOperations,
  ScoresOperations,
} from '../workers/protocol.ts';
import { agreementOf } from './agreement.ts';
import { createBackendMemory } from './backendMemory.ts';
import { createController } from './controller.ts';
import type { Controller } from './controllerTypes.ts';
import { defaultView } from './defaultView.ts';
import { createMaps } from './maps.ts';
import { showsRestored } from './restoring.ts';
import { createScoring } from './scoring.ts';
import { type AppStore, createAppStore } from './store.ts';
import { createTruth } from './truth.ts';

const cards = [testCard('first'), { ...testCard('second', 20), sha256: 'b'.repeat(64) }];
const stored = { height: 20, width: 20, channels: 1 as const, values: new Float32Array(400) };
const fitted = { ...stored, height: 28, width: 28, values: new Float32Array(784) };
const defaults = defaultSettings(cards[1]);

/** What the report on the second model says. */
const session: ReportSession = {
  ...sessionOf(inventedReport(), 'en'),
  settings: {
    ...defaults,
    attribution: { ...defaults.attribution, method: 'gradient', targetClass: 1 },
    perturbation: { ...defaults.perturbation, id: 'brightness', strength: 2 },
    score: { k: 17, windowRadius: 3 },
    thresholds: { agree: 0.6, chance: 0.2 },
    seed: 9,
  },
  input: stored,
  modelSha256: 'b'.repeat(64),
};

let store: AppStore;
let controller: Controller;
let opened: ReportSession;
let requests: ModelRequest[];

function fake<Ops>(answer: (name: string, request: never) => unknown) {
  const call = async (name: string, request: unknown, options: { signal?: AbortSignal } = {}) => {
    const result = await answer(name, request as never);
    if (options.signal?.aborted) throw new Problem('cancelled');
    return result;
  };
  return { call } as unknown as Client<Ops>;
}

/** Answers like the workers; a file named report.png holds the session. */
function fakes() {
  const pictures = fake<PictureOperations>(
    (_, request: { name: string; spec: { width: number } }) => {
      const { name, spec } = request;
      if (name === 'damaged.png') throw new Problem('image-damaged');
      const input = spec.width === stored.width ? { ...stored } : fitted;
      const isReport = name === 'report.png';
      const info = isReport ? opened.picture : { name };
      return { info, preview: {}, input, session: isReport ? opened : null };
    },
  );
  const analysis = fake<AnalysisOperations>((name, request: ModelRequest) => {
    if (name !== 'analyse') return { total: 0 };
    requests.push(request);
    const card = cards.find(({ id }) => id === request.settings.modelId);
    const map = { ...request.input, deadGradient: false };
    const { original, perturbed } = session.probabilities;
    return {
      card,
      backend: { id: 'wasm' },
      original: { map, probabilities: Float32Array.from(original) },
      perturbed: { map, probabilities: Float32Array.from(perturbed), motion: null },
    };
  });
  const scores = fake<ScoresOperations>((name, { settings }: { settings: object }) =>
    name === 'score'
      ? { scores: { ...session.scores, ...settings }, verdict: session.verdict }
      : null,
  );
  return { pictures, analysis, scores };
}

/** No mask is on: nothing is asked of it. */
const NO_DETAILS = {
  call: () => Promise.reject(new Problem('internal')),
} as unknown as Client<DetailsOperations>;

beforeEach(() => {
  vi.useFakeTimers();
  requests = [];
  opened = session;
  const clients = fakes();
  const settings = defaultSettings(cards[0]);
  store = createAppStore({ cards, samples: [], settings, notices: [], view: defaultView('en') });
  controller = createController({
    ...clients,
    reference: clients.analysis,
    pool: createSweepPool([clients.analysis]),
    store,
    scoring: createScoring(store, clients.scores, NO_JUDGE),
    // The slower scores have no part in this.
    detailing: { settled: () => Promise.reject(new Problem('internal')) },
    maps: createMaps(store, clients.pictures, clients.scores, NO_JUDGE),
    truth: createTruth(store, clients.pictures, NO_DETAILS),
    backendMemory: createBackendMemory(null),
    modelUrl: (id) => `http://x/${id}/`,
    sampleUrl: (file) => file,
  });
});
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(2000);
const drop = async (name: string) => {
  controller.openFiles([new File(['x'], name)], 'file');
  await settle();
};
const shown = () => showsRestored(store.getState());

describe('a report that is dropped', () => {
  it('sets every setting, takes its input as the picture and computes with its model', async () => {
    await drop('a.png');
    await drop('report.png');
    const { asked, result, run, notices } = store.getState();
    expect(run).toEqual({ status: 'idle' });
    expect(asked.settings).toEqual(session.settings);
    expect(result?.picture.info).toEqual(session.picture);
    expect(requests.at(-1)).toMatchObject({
      modelUrl: 'http://x/second/',
      settings: session.settings,
    });
    expect(requests.at(-1)?.input).toBe(stored);
    expect(requests).toHaveLength(2);
    expect(notices).toEqual([]);
  });

  it('is held against what was computed until a setting or the picture changes', async () => {
    await drop('report.png');
    const { result, scored } = store.getState();
    expect(shown()).toBe(true);
    if (!result || !scored) throw new Error('no result');
    const { differences } = agreementOf(session, { analysis: result.analysis, ...scored });
    expect(differences).toEqual([]);
    controller.setScore({ k: 5 });
    await settle();
    expect(shown()).toBe(false);
    controller.undo();
    await settle();
    expect(shown()).toBe(true);
    await drop('a.png');
    expect(shown()).toBe(false);
    expect(store.getState().restored).toBeNull();
  });

  it('is restored once: settings that are changed then stay changed, also for another model', async () => {
    await drop('report.png');
    controller.setSeed(3);
    await settle();
    expect(store.getState().result?.settings).toEqual({ ...session.settings, seed: 3 });
    controller.setAttribution({ layer: 'conv1' });
    await settle();
    expect(requests.at(-1)?.input).toBe(stored);
    controller.setModel('first');
    await settle();
    expect(requests.at(-1)).toMatchObject({
      input: fitted,
      // A layer of another model means nothing.
      settings: { modelId: 'first', seed: 3, attribution: { layer: '' } },
    });
    expect(store.getState().result?.picture.info).toEqual(session.picture);
  });

  it('can be undone', async () => {
    await drop('a.png');
    await drop('report.png');
    controller.undo();
    await settle();
    expect(store.getState().asked.settings).toEqual(defaultSettings(cards[0]));
  });

  it('tells that the model is another version, and restores all the same', async () => {
    opened = { ...session, modelSha256: 'a'.repeat(64) };
    await drop('report.png');
    expect(store.getState().notices).toMatchObject([
      {
        code: 'report-other-model',
        detail: { what: 'second', allowed: 'aaaaaaaaaaaa', got: 'bbbbbbbbbbbb' },
      },
    ]);
    expect(shown()).toBe(true);
  });

  it.each([
    ['model', { settings: { ...session.settings, modelId: 'third' } }, 'first, second', 'third'],
    [
      'k',
      { settings: { ...session.settings, score: { k: 401, windowRadius: 1 } } },
      '1…400',
      '401',
    ],
    ['input', { input: fitted }, '20 × 20 × 1', '28 × 28 × 1'],
  ])(
    'is refused when its %s does not fit, and nothing is lost',
    async (what, part, allowed, got) => {
      await drop('a.png');
      const before = store.getState();
      opened = { ...session, ...part };
      await drop('report.png');
      const { run, result, asked, past } = store.getState();
      const problem = { code: 'report-not-restorable', detail: { what, allowed, got } };
      expect(run).toMatchObject({ status: 'failed', problem });
      expect(result).toBe(before.result);
      expect(asked.settings).toBe(before.asked.settings);
      expect(asked.picture).toBe(before.result?.file);
      expect(past).toBe(before.past);
      controller.setSeed(5);
      await settle();
      expect(store.getState().run.status).toBe('idle');
    },
  );

  it('stays on the screen when a damaged one follows', async () => {
    await drop('report.png');
    await drop('damaged.png');
    expect(store.getState().run).toMatchObject({ status: 'failed' });
    expect(shown()).toBe(true);
    controller.setSeed(4);
    await settle();
    expect(store.getState().result?.settings).toEqual({ ...session.settings, seed: 4 });
  });
});
