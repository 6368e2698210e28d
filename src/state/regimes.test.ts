import { beforeEach, describe, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import type { ModelCard } from '../domain/model.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import type { CallOptions, Client } from '../workers/client.ts';
import type { ModelRequest } from '../workers/operation.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import { defaultView } from './defaultView.ts';
import { familyAsked } from './regimes.ts';
import { type AppStore, createAppStore, type Result } from './store.ts';
import { createStudies, type StudyControls } from './studies.ts';
import { isStudyCurrent } from './studyRunner.ts';

const natural = testCard('natural');
const cards: readonly ModelCard[] = [
  { ...natural, id: 'summed', regime: 'ig-sum-norm' },
  natural,
  { ...natural, id: 'pgd', regime: 'pgd', totalStride: 2 },
  { ...natural, id: 'tiles', data: { ...natural.data, name: 'tiles' } },
];
const settings = defaultSettings(natural);

interface Asked {
  readonly worker: number;
  readonly name: string;
  readonly request: ModelRequest;
  readonly answer: (result: unknown) => void;
  readonly fail: (problem: Problem) => void;
}

let store: AppStore;
let studies: StudyControls;
let calls: Asked[];

function worker(index: number): Client<AnalysisOperations> {
  const call = (name: string, request: ModelRequest, options: CallOptions<never>) =>
    new Promise((answer, fail) => {
      calls.push({ worker: index, name, request, answer, fail });
      options.signal?.addEventListener('abort', () => fail(new Problem('cancelled')));
    });
  return { call } as unknown as Client<AnalysisOperations>;
}

function begin(workers: number, of: Settings = settings): void {
  calls = [];
  store = createAppStore({
    cards,
    samples: [],
    settings: of,
    notices: [],
    view: defaultView('en'),
  });
  studies = createStudies({
    store,
    own: Array.from({ length: workers }, (_, index) => worker(index)),
    engines: [worker(-1)],
    modelUrl: (id) => `models/${id}/`,
  });
  const backend = { id: 'wasm', reason: 'no-webgl' };
  const perturbed = { motion: null };
  const original = { map: { height: 28, width: 28 } };
  const analysis = { card: natural, backend, targetClass: 1, original, perturbed };
  const picture = { input: { values: new Float32Array(1) } };
  const file = { id: 'a', name: 'a.png' };
  const result = { file, picture, settings: of, analysis } as unknown as Result;
  const { asked } = store.getState();
  store.setState({ result, asked: { ...asked, picture: result.file } });
}

const study = () => store.getState().studies.regimes;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const ask = (change: Partial<Settings>) =>
  store.setState(({ asked }) => ({
    asked: { ...asked, settings: { ...asked.settings, ...change } },
  }));
const current = () => isStudyCurrent(store.getState(), 'regimes');

beforeEach(() => begin(1));

describe('the models of a family side by side', () => {
  it('are asked one after the other by one worker, each with its own folder', async () => {
    studies.start('regimes');
    for (const [index, id] of ['natural', 'pgd', 'summed'].entries()) {
      expect(calls).toHaveLength(index + 1);
      expect(study()).toMatchObject({ status: 'running' });
      const { name, request, answer } = calls[index];
      expect([name, request.modelUrl, request.settings.modelId, request.ask]).toEqual([
        'judge',
        `models/${id}/`,
        id,
        'wasm',
      ]);
      answer({ verdict: { id: 'stable' } });
      await settle();
      expect(study()).toMatchObject({ parts: { [index]: { modelId: id, status: 'ready' } } });
    }
    expect(study().status).toBe('ready');
    expect(calls).toHaveLength(3);
  });

  it('are shared out among two workers', async () => {
    begin(2);
    studies.start('regimes');
    expect(calls.map(({ worker: index, request }) => [index, request.settings.modelId])).toEqual([
      [0, 'natural'],
      [1, 'pgd'],
    ]);
    studies.cancel('regimes');
    await settle();
  });

  it('take the class along only where it was fixed, and every phase as every phase', () => {
    const attribution = { ...settings.attribution, targetClass: 1, layer: 'conv', spins: 16 };
    begin(1, { ...settings, attribution });
    studies.start('regimes');
    calls[0].answer({});
    return settle().then(() => {
      expect(calls[0].request.settings.attribution).toEqual(attribution);
      expect(calls[1].request.settings.attribution).toEqual({ ...attribution, spins: 4 });
      begin(1);
      studies.start('regimes');
      expect(calls[0].request.settings.attribution.targetClass).toBeNull();
    });
  });

  it('go on without the one that fails', async () => {
    studies.start('regimes');
    calls[0].answer({});
    await settle();
    calls[1].fail(new Problem('model-missing', { what: 'model.json', allowed: '', got: '404' }));
    await settle();
    calls[2].answer({});
    await settle();
    expect(study()).toMatchObject({
      status: 'ready',
      parts: [
        { modelId: 'natural', status: 'ready' },
        {
          modelId: 'pgd',
          status: 'failed',
          code: 'model-missing',
          detail: { what: 'model.json', got: '404' },
        },
        { modelId: 'summed', status: 'ready' },
      ],
    });
  });

  it('keep what they found when they are cancelled', async () => {
    studies.start('regimes');
    calls[0].answer({});
    await settle();
    studies.cancel('regimes');
    await settle();
    expect(calls).toHaveLength(2);
    expect(study()).toMatchObject({ status: 'cancelled', parts: [{ modelId: 'natural' }] });
  });

  it('are up to date whichever of them is the current one, and for no other family, k or class', async () => {
    studies.start('regimes');
    for (const index of [0, 1, 2]) {
      calls[index].answer({});
      await settle();
    }
    expect(current()).toBe(true);
    ask({ modelId: 'pgd' });
    expect(current()).toBe(true);
    ask({ modelId: 'tiles' });
    expect(current()).toBe(false);
    ask({ modelId: 'natural', score: { ...settings.score, k: 3 } });
    expect(current()).toBe(false);
    ask({ score: settings.score, attribution: { ...settings.attribution, targetClass: 0 } });
    expect(current()).toBe(false);
  });
});

describe('the family asked for', () => {
  it('is the same array as long as the model is the same', () => {
    const family = familyAsked(store.getState());
    expect(family.map(({ id }) => id)).toEqual(['natural', 'pgd', 'summed']);
    ask({ seed: 5 });
    expect(familyAsked(store.getState())).toBe(family);
    ask({ modelId: 'tiles' });
    expect(familyAsked(store.getState()).map(({ id }) => id)).toEqual(['tiles']);
    ask({ modelId: 'nobody' });
    expect(familyAsked(store.getState())).toEqual([]);
  });
});
