import { beforeEach, describe, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { METHOD_IDS } from '../domain/attribution.ts';
import type { MarginVisit } from '../domain/margin.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { CallOptions, Client } from '../workers/client.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import { defaultView } from './defaultView.ts';
import { type AppStore, createAppStore, type Result } from './store.ts';
import { createStudies, type StudyControls } from './studies.ts';
import { isStudyCurrent } from './studyRunner.ts';

const card = testCard();
const settings = defaultSettings(card);
const visitAt = (at: number) => ({ at, verdict: 'stable' }) as MarginVisit;

/** One call to a worker, which the test answers. */
interface Asked {
  readonly name: string;
  readonly request: { readonly ask: string; readonly settings: typeof settings };
  readonly options: CallOptions<MarginVisit>;
  readonly answer: (result: unknown) => void;
  readonly fail: (problem: Problem) => void;
}

let store: AppStore;
let studies: StudyControls;
let own: Asked[];
let engine: Asked[];

/** A worker that answers when it is told to; a cancelled call rejects at once, as the client does. */
function fake(calls: Asked[]): Client<AnalysisOperations> {
  const call = (name: string, request: Asked['request'], options: CallOptions<MarginVisit>) =>
    new Promise((answer, fail) => {
      calls.push({ name, request, options, answer, fail });
      options.signal?.addEventListener('abort', () => fail(new Problem('cancelled')));
    });
  return { call } as unknown as Client<AnalysisOperations>;
}

function resultOn(backend: 'wasm' | 'webgl', file: object): Result {
  const analysis = { card, backend: { id: backend, reason: 'measured' }, targetClass: 1 };
  const picture = { input: { values: new Float32Array(1) } };
  return { file, picture, settings, analysis } as unknown as Result;
}

const file = { id: 'a', name: 'a.png' };

beforeEach(() => {
  store = createAppStore({
    cards: [card],
    samples: [],
    settings,
    notices: [],
    view: defaultView('en'),
  });
  own = [];
  engine = [];
  studies = createStudies({
    store,
    own: [fake(own)],
    engines: [fake(engine)],
    modelUrl: (id) => id,
  });
  const { asked } = store.getState();
  const result = resultOn('wasm', file);
  store.setState({ result, asked: { ...asked, picture: result.file } });
});

const study = () => store.getState().studies.margin;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const askFor = (change: Partial<typeof settings>) =>
  store.setState(({ asked }) => ({
    asked: { ...asked, settings: { ...asked.settings, ...change } },
  }));

describe('a study', () => {
  it('shows its parts as they come, each once, and then its outcome', async () => {
    studies.start('margin');
    expect(study()).toMatchObject({ status: 'running', parts: [], progress: null });
    const [{ request, options, answer }] = own;
    expect(request.ask).toBe('wasm');
    options.onProgress?.({ stage: 'study', done: 1, total: 3 });
    options.onPartial?.(visitAt(0));
    options.onPartial?.(visitAt(1));
    // A worker that died is replaced and begins again.
    options.onPartial?.({ ...visitAt(0), verdict: 'changed' });
    expect(study()).toMatchObject({
      progress: { done: 1 },
      parts: [{ at: 0, verdict: 'changed' }, { at: 1 }],
    });
    answer({ limit: 5 });
    await settle();
    expect(study()).toMatchObject({ status: 'ready', outcome: { limit: 5 } });
    expect(isStudyCurrent(store.getState(), 'margin')).toBe(true);
  });

  it('runs for the k, w and thresholds asked for', () => {
    askFor({ score: { k: 3, windowRadius: 1 } });
    studies.start('margin');
    expect(own[0].request.settings.score).toEqual({ k: 3, windowRadius: 1 });
  });

  it('keeps what it found when it is cancelled, and listens no more', async () => {
    studies.start('margin');
    own[0].options.onPartial?.(visitAt(0));
    studies.cancel('margin');
    expect(study()).toMatchObject({ status: 'cancelled', parts: [{ at: 0 }] });
    own[0].options.onPartial?.(visitAt(1));
    await settle();
    expect(study()).toMatchObject({ status: 'cancelled', parts: [{ at: 0 }] });
  });

  it('ends by itself when something else is asked for, and is out of date when it was done', async () => {
    studies.start('margin');
    askFor({ seed: 7 });
    expect(study().status).toBe('cancelled');
    askFor({ seed: settings.seed });
    studies.start('margin');
    own[1].answer({});
    await settle();
    askFor({ seed: 7 });
    expect(study().status).toBe('ready');
    expect(isStudyCurrent(store.getState(), 'margin')).toBe(false);
  });

  it('does not mind how far along its way the page looks', () => {
    const { perturbation } = settings;
    studies.start('margin');
    askFor({ perturbation: { ...perturbation, shiftX: 3 } });
    expect(study().status).toBe('running');
    askFor({ perturbation: { ...perturbation, shiftX: 3, shiftY: 1 } });
    expect(study().status).toBe('cancelled');
  });

  it('fails with its problem; the newest of two wins', async () => {
    studies.start('margin');
    studies.start('margin');
    own[0].options.onPartial?.(visitAt(9));
    own[0].fail(new Problem('worker-crashed'));
    await settle();
    expect(study()).toMatchObject({ status: 'running', parts: [] });
    own[1].fail(new Problem('out-of-memory'));
    await settle();
    expect(study()).toMatchObject({ status: 'failed', problem: { code: 'out-of-memory' } });
  });

  it('waits for the result that is asked for', () => {
    store.setState({ run: { status: 'running', progress: null, since: 0 } });
    studies.start('margin');
    expect([study().status, own.length]).toEqual(['idle', 0]);
  });

  it('asks for the belief with the mask that is on, and is out of date with another', async () => {
    const mask = { height: 1, width: 1, flags: Uint8Array.of(1) };
    const opened = { name: 'm.png', sha256: 'ab', mask, file: { name: 'm.png', file: new Blob() } };
    store.setState(({ truth }) => ({ truth: { ...truth, opened } }));
    studies.start('belief');
    expect(own[0]).toMatchObject({ name: 'belief', request: { mask } });
    own[0].answer([]);
    await settle();
    expect(isStudyCurrent(store.getState(), 'belief')).toBe(true);
    store.setState(({ truth }) => ({ truth: { ...truth, opened: null } }));
    expect(isStudyCurrent(store.getState(), 'belief')).toBe(false);
  });

  it('fills the gallery with every method, whichever of them is in use', async () => {
    studies.start('gallery');
    const asked: string[] = [];
    while (asked.length < METHOD_IDS.length) {
      const { name, request, answer } = own[asked.length];
      expect(name).toBe('gallery');
      const { method } = request as unknown as { method: string };
      asked.push(method);
      answer({ method, status: 'ready' });
      await settle();
    }
    expect(asked).toEqual([...METHOD_IDS]);
    const { gallery } = store.getState().studies;
    expect(gallery).toMatchObject({ status: 'ready', parts: asked.map((method) => ({ method })) });
    const { attribution } = settings;
    askFor({ attribution: { ...attribution, method: 'gradient' } });
    expect(isStudyCurrent(store.getState(), 'gallery')).toBe(true);
    askFor({ attribution: { ...attribution, reduction: 'sum' } });
    expect(isStudyCurrent(store.getState(), 'gallery')).toBe(false);
  });

  it('ends the whole gallery with the first engine that fails', async () => {
    studies.start('gallery');
    own[0].fail(new Problem('worker-crashed'));
    await settle();
    expect(store.getState().studies.gallery).toMatchObject({
      status: 'failed',
      problem: { code: 'worker-crashed' },
    });
    expect(own[0].options.signal?.aborted).toBe(true);
  });

  it('shares the one worker of a graphics processor, and no other', () => {
    studies.start('margin');
    expect([own.length, engine.length]).toEqual([1, 0]);
    const result = { ...resultOn('webgl', file), file: store.getState().result?.file };
    store.setState({ result: result as Result });
    studies.start('margin');
    expect([own.length, engine.length]).toEqual([1, 1]);
  });
});
