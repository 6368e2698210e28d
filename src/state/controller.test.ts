import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_JUDGE } from '../../tests/noJudge.ts';
import { testCard } from '../../tests/testCard.ts';
import type { SweepPoint } from '../domain/analysis.ts';
import { Problem } from '../domain/problem.ts';
import { OVERLAP_IDS, type OverlapScores } from '../domain/score.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import type { ModelRequest } from '../workers/operation.ts';
import { createSweepPool } from '../workers/pool.ts';
import type {
  AnalysisOperations,
  DetailsOperations,
  DetailsPart,
  PictureOperations,
  ScoresOperations,
} from '../workers/protocol.ts';
import { createBackendMemory } from './backendMemory.ts';
import { createController } from './controller.ts';
import type { Controller } from './controllerTypes.ts';
import { defaultView } from './defaultView.ts';
import { createDetailing, mainKnowledge } from './details.ts';
import { isOutOfDate } from './keys.ts';
import { createMaps } from './maps.ts';
import { createScoring } from './scoring.ts';
import { type AppStore, createAppStore } from './store.ts';
import { createTruth } from './truth.ts';

const card = testCard();
const ready = { card, backend: { id: 'wasm' }, abilities: { layers: ['conv'], unavailable: {} } };
const map = { height: 28, width: 28, values: new Float32Array(784) };
const input = { height: 28, width: 28, channels: 1 as const, values: new Float32Array(784) };
const none = { value: 1, chance: 0, corrected: 1, pValue: null, reason: null };
const scores = Object.fromEntries(OVERLAP_IDS.map((id) => [id, none])) as unknown as OverlapScores;

interface Sent {
  readonly name: string;
  readonly request: unknown;
}

/** Clients that answer like the workers, without a model, and remember what was asked of them. */
function fakes() {
  const sent: Sent[] = [];
  const fake = <Ops>(answer: (name: string, request: never, options: never) => unknown) =>
    ({
      call: async (name: string, request: unknown, options: { signal?: AbortSignal } = {}) => {
        sent.push({ name, request });
        const result = await answer(name, request as never, options as never);
        if (options.signal?.aborted) throw new Problem('cancelled');
        return result;
      },
    }) as unknown as Client<Ops>;

  const pictures = fake<PictureOperations>((_, { name }: { name: string }) => {
    if (name === 'bad.png')
      throw new Problem('image-not-recognised', { what: name, allowed: 'PNG', got: 'text' });
    return { info: { name }, preview: {}, input };
  });
  const analysis = fake<AnalysisOperations>(
    (name, request: ModelRequest, options: { onPartial?: (point: SweepPoint) => void }) => {
      if (name === 'parity')
        return {
          passed: false,
          maxDifference: 0.5,
          relativeError: 0.5,
          sharedStrongest: 3,
          strongest: 100,
        };
      if (name === 'analyse') {
        const explanation = { input, map, predictedClass: 0, deadGradient: false };
        const perturbed = { ...explanation, motion: { dx: request.settings.seed, dy: 0 } };
        return { ...ready, original: explanation, perturbed };
      }
      for (let index = 0; index < 3; index++)
        options.onPartial?.({ index, total: 3, map, motion: null, size: { l2: 1 } } as SweepPoint);
      return { total: 3 };
    },
  );
  const scoresClient = fake<ScoresOperations>(
    (name, request: { ids?: string[]; settings: object }) => {
      const pair = { ...request.settings, raw: scores, aligned: null };
      if (name === 'score') return { scores: pair, verdict: {}, rawMask: null, alignedMask: null };
      return name === 'scoreMany' ? request.ids?.map(() => pair) : null;
    },
  );
  const details = fake<DetailsOperations>(
    (name, request: { settings: object }, options: { onPartial?: (part: DetailsPart) => void }) => {
      if (name === 'sensitivity') return { places: 3, maxSensitivity: 1, localLipschitz: 2 };
      const k = request.settings;
      options.onPartial?.({ kind: 'details', details: { ...k } } as unknown as DetailsPart);
      options.onPartial?.({ kind: 'pValues', pValues: { ...k } } as unknown as DetailsPart);
      return null;
    },
  );
  return { sent, pictures, analysis, scores: scoresClient, details };
}

let store: AppStore;
let controller: Controller;
let sent: Sent[];

beforeEach(() => {
  vi.useFakeTimers();
  const clients = fakes();
  sent = clients.sent;
  store = createAppStore({
    cards: [card],
    samples: [],
    settings: defaultSettings(card),
    notices: [],
    view: defaultView('en'),
  });
  const scoring = createScoring(store, clients.scores, NO_JUDGE);
  const detailing = createDetailing(store, clients.details);
  const maps = createMaps(store, clients.pictures, clients.scores, NO_JUDGE);
  controller = createController({
    ...clients,
    reference: clients.analysis,
    pool: createSweepPool([clients.analysis]),
    store,
    scoring,
    detailing,
    maps,
    truth: createTruth(store, clients.pictures, clients.details),
    backendMemory: createBackendMemory(null),
    modelUrl: (id) => `http://x/${id}/`,
    sampleUrl: (file) => file,
  });
});
afterEach(() => vi.useRealTimers());

const asked = (name: string) => sent.filter((message) => message.name === name).length;
const open = async (name = 'a.png') => {
  controller.openFiles([new File(['x'], name)], 'file');
  await vi.advanceTimersByTimeAsync(500);
};

describe('controller', () => {
  it('runs picture, pair, scores and both sweeps, and scores every point', async () => {
    await open();
    const { result, scored, run, curve, shiftMap, abilities } = store.getState();
    expect([run.status, result?.picture.info.name]).toEqual(['idle', 'a.png']);
    expect(abilities[card.id]?.layers).toEqual(['conv']);
    expect(scored?.scores.raw.topKIntersection.value).toBe(1);
    expect([curve.status, shiftMap.status]).toEqual(['ready', 'ready']);
    expect(curve.scores.every(Boolean) && shiftMap.scores.length === 3).toBe(true);
  });

  it('asks the model nothing when k, w, thresholds or the view move', async () => {
    await open();
    const before = asked('analyse') + asked('sweep') + asked('open');
    controller.setScore({ k: 5, windowRadius: 3 });
    controller.setThresholds({ agree: 0.5 });
    controller.setView({ opacity: 0.1, colourMap: 'grey' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked('analyse') + asked('sweep') + asked('open')).toBe(before);
    const { scored, curve, shiftMap } = store.getState();
    expect(scored?.scores.k).toBe(5);
    expect(curve.scores[0]?.windowRadius).toBe(3);
    expect(shiftMap.scoredFor).toEqual({ k: 5, windowRadius: 3 });
    controller.setView({ opacity: 0.2 });
    await vi.advanceTimersByTimeAsync(100);
    expect(asked('score')).toBeGreaterThan(0);
  });

  it('asks for the slower scores once k and w rest, and for none twice', async () => {
    await open();
    const before = asked('details');
    expect(before).toBe(1);
    for (let k = 2; k < 9; k++) controller.setScore({ k });
    await vi.advanceTimersByTimeAsync(500);
    expect(asked('details')).toBe(before + 1);
    expect(mainKnowledge(store.getState())?.pValues).toMatchObject({ k: 8 });
    await controller.settledScores();
    expect(asked('details')).toBe(before + 1);
    expect(store.getState().sensitivity).toMatchObject({ places: 3 });
  });

  it('computes the slower scores at once for a file that is written before they are there', async () => {
    await open();
    controller.setScore({ k: 5 });
    await vi.advanceTimersByTimeAsync(20);
    const settled = controller.settledScores();
    await vi.advanceTimersByTimeAsync(1);
    expect((await settled).details).toMatchObject({ k: 5 });
  });

  it('is out of date while a new run is under way and shows the old result until then', async () => {
    await open();
    const old = store.getState().result;
    controller.setSeed(7);
    expect(store.getState().result).toBe(old);
    expect(isOutOfDate(store.getState().asked, old)).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    const { asked: now, result } = store.getState();
    expect(result?.settings.seed).toBe(7);
    expect(isOutOfDate(now, result)).toBe(false);
  });

  it('holds the map against the cpu backend when asked, and judges anew by what it found', async () => {
    await open();
    const judged = asked('score');
    controller.parity.start();
    controller.parity.cancel();
    await vi.advanceTimersByTimeAsync(10);
    expect(store.getState().result?.analysis.parity).toBeFalsy();
    controller.parity.start();
    expect(store.getState().parity.status).toBe('running');
    await vi.advanceTimersByTimeAsync(10);
    expect(sent.find(({ name }) => name === 'parity')?.request).toMatchObject({ ask: 'cpu', map });
    expect(store.getState().parity.status).toBe('idle');
    expect(store.getState().result?.analysis.parity).toMatchObject({ passed: false });
    expect(asked('score')).toBe(judged + 1);
    const facts = { facts: { parity: { passed: false } } };
    expect(sent.findLast(({ name }) => name === 'score')?.request).toMatchObject(facts);
    controller.setPerturbation({ shiftX: 3 });
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState().result?.analysis.parity).toMatchObject({ passed: false });
    await open('b.png');
    expect(store.getState().result?.analysis.parity).toBeNull();
  });

  it('runs once for a slider that moves many times', async () => {
    await open();
    const before = asked('analyse');
    for (let x = 0; x < 10; x++) controller.setPerturbation({ shiftX: x });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked('analyse')).toBe(before + 1);
    expect(store.getState().result?.settings.perturbation.shiftX).toBe(9);
  });

  it('keeps the last good result when a picture is refused, and goes on from it', async () => {
    await open();
    const good = store.getState().result;
    await open('bad.png');
    const { run, result, asked: now } = store.getState();
    expect(run).toMatchObject({ status: 'failed', problem: { code: 'image-not-recognised' } });
    expect(result).toBe(good);
    expect(now.picture).toBe(good?.file);
    controller.setSeed(3);
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState().run.status).toBe('idle');
  });

  it('undoes a change of settings', async () => {
    await open();
    await vi.advanceTimersByTimeAsync(2000);
    controller.setSeed(3);
    await vi.advanceTimersByTimeAsync(2000);
    controller.setScore({ k: 9 });
    await vi.advanceTimersByTimeAsync(2000);
    controller.undo();
    controller.undo();
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.getState().asked.settings).toEqual(defaultSettings(card));
    expect(store.getState().scored?.scores.k).toBe(defaultSettings(card).score.k);
    expect(store.getState().past).toEqual([]);
  });

  it('keeps the shift map when only the shift moves', async () => {
    await open();
    const points = store.getState().shiftMap.points;
    controller.setPerturbation({ shiftX: 4 });
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState().shiftMap.points).toBe(points);
  });

  it('lists several files and opens the first', async () => {
    controller.openFiles([new File(['x'], 'a.png'), new File(['x'], 'b.png')], 'folder');
    await vi.advanceTimersByTimeAsync(500);
    const { folder, asked: now } = store.getState();
    expect(folder.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    controller.choosePicture(folder[1]?.id ?? '');
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState().result?.file.name).toBe('b.png');
    expect(now.generation).toBe(1);
  });

  it('opens what was asked for last, however late a sample arrives', async () => {
    let arrive = () => {};
    const late = new Promise<Response>((resolve) => {
      arrive = () => resolve(new Response(new Blob(['x'])));
    });
    vi.stubGlobal('fetch', () => late);
    const sample = { file: 'late.png', label: 'ok', name: { en: '', ja: '' } };
    const opening = controller.openSample(sample);
    await open('mine.png');
    arrive();
    await opening;
    await vi.advanceTimersByTimeAsync(500);
    vi.unstubAllGlobals();
    expect(store.getState().result?.file.name).toBe('mine.png');
  });
});
