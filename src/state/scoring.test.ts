import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_JUDGE } from '../../tests/noJudge.ts';
import { testCard } from '../../tests/testCard.ts';
import type { Analysis } from '../domain/analysis.ts';
import type { FloatMap } from '../domain/attribution.ts';
import type { ScoredPair } from '../domain/judgement.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import type { ScoresOperations } from '../workers/protocol.ts';
import { defaultView } from './defaultView.ts';
import { createScoring, type Scoring } from './scoring.ts';
import { type AppStore, createAppStore, type Result } from './store.ts';

/** A map that is told from others by its first value. */
const mapOf = (value: number): FloatMap => ({
  height: 28,
  width: 28,
  values: new Float32Array(784).fill(value),
});

const analysisOf = (original: number, perturbed: number): Analysis => {
  const explained = { predictedClass: 0, deadGradient: false };
  return {
    card: testCard(),
    original: { ...explained, map: mapOf(original) },
    perturbed: { ...explained, map: mapOf(perturbed), motion: null },
  } as unknown as Analysis;
};

/** The scores worker: one request after the other, its answer tells which maps it holds. */
function fakeWorker() {
  let original: number | null = null;
  const pairs = new Map<string, string>();
  let queue = Promise.resolve<unknown>(null);
  const state = { dieAt: '', failAt: '', main: () => pairs.get('main') };
  const serve = (name: string, request: { id: string; ids: string[]; map: FloatMap }) => {
    if (name === state.dieAt) {
      state.dieAt = '';
      original = null;
      pairs.clear();
      scoring.reload();
      throw new Problem('worker-crashed');
    }
    if (name === state.failAt) throw new Problem('setting-out-of-range');
    if (name === 'putOriginal') {
      original = request.map.values[0] ?? null;
      pairs.clear();
    } else if (name === 'putPerturbed')
      pairs.set(request.id, `${original}/${request.map.values[0]}`);
    else if (name === 'scoreMany') {
      const gone = request.ids.find((id) => !pairs.has(id));
      if (gone) throw new Problem('internal', { what: 'pair', allowed: '', got: gone });
      return request.ids.map((id) => pairs.get(id));
    } else return { scores: pairs.get(request.id) };
    return null;
  };
  const call = (name: string, request: never) => {
    const answer = queue.then(() => serve(name, request));
    queue = answer.catch(() => null);
    return answer;
  };
  return { client: { call } as unknown as Client<ScoresOperations>, state };
}

let store: AppStore;
let scoring: Scoring;
let worker: ReturnType<typeof fakeWorker>;

beforeEach(() => {
  const card = testCard();
  const view = defaultView('en');
  const settings = defaultSettings(card);
  store = createAppStore({ cards: [card], samples: [], settings, notices: [], view });
  worker = fakeWorker();
  scoring = createScoring(store, worker.client, NO_JUDGE);
});

describe('pairs handed to the scores worker', () => {
  it.each([
    ['another original', 'b', 3, '3/4'],
    ['the same original', 'a', 1, '1/4'],
  ])('are not mixed when the next comes in mid-way: %s', async (_, key, original, expected) => {
    const first = scoring.begin(analysisOf(1, 2), 'a');
    await Promise.resolve();
    const second = scoring.begin(analysisOf(original, 4), key);
    expect(await first).toMatchObject({ scores: '1/2' });
    expect(await second).toMatchObject({ scores: expected });
  });

  it.each(['putOriginal', 'putPerturbed', 'score'])(
    'are handed over again when the worker dies at %s, whatever was put back meanwhile',
    async (dieAt) => {
      const shown = analysisOf(1, 2);
      await scoring.begin(shown, 'a');
      store.setState({ result: { analysis: shown } as unknown as Result });
      worker.state.dieAt = dieAt;
      expect(await scoring.begin(analysisOf(3, 4), 'b')).toMatchObject({ scores: '3/4' });
      expect(await scoring.begin(analysisOf(1, 5), 'a')).toMatchObject({ scores: '1/5' });
    },
  );

  it('give way to what is on the screen when they cannot be scored', async () => {
    const shown = analysisOf(1, 2);
    await scoring.begin(shown, 'a');
    store.setState({ result: { analysis: shown } as unknown as Result });
    worker.state.failAt = 'score';
    await expect(scoring.begin(analysisOf(3, 4), 'b')).rejects.toThrow('setting-out-of-range');
    await vi.waitFor(() => expect(worker.state.main()).toBe('1/2'));
  });

  it('are judged anew when the worker died before it answered', async () => {
    const shown = analysisOf(1, 2);
    const scored = await scoring.begin(shown, 'a');
    const parity = { passed: false } as Analysis['parity'];
    store.setState({ result: { analysis: { ...shown, parity } } as unknown as Result, scored });
    worker.state.dieAt = 'score';
    scoring.refresh();
    // The reload puts the pair back and asks again.
    await vi.waitFor(() => expect(store.getState().scored).not.toBe(scored));
  });

  it('reach a worker that was replaced while idle', async () => {
    const shown = analysisOf(1, 2);
    await scoring.begin(shown, 'a');
    store.setState({ result: { analysis: shown } as unknown as Result });
    scoring.reload();
    expect(await scoring.begin(analysisOf(1, 5), 'a')).toMatchObject({ scores: '1/5' });
  });

  it('of a sweep that is rescored give way to another original, which is no fault', async () => {
    const shown = analysisOf(1, 2);
    const scored = await scoring.begin(shown, 'a');
    const points = Array.from({ length: 100 }, (_, index) => ({ index, map: mapOf(index) }));
    store.setState(({ shiftMap }) => ({
      result: { analysis: shown } as unknown as Result,
      scored: { ...scored, thresholds: store.getState().asked.settings.thresholds },
      shiftMap: { ...shiftMap, points } as never,
    }));
    // The first chunk is asked for when the other original clears what is held.
    scoring.add('shiftMap', points as never);
    for (let i = 0; i < 420; i++) await Promise.resolve();
    const other = scoring.begin(analysisOf(3, 4), 'b');
    expect(await other).toMatchObject({ scores: '3/4' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.getState().run.status).toBe('idle');
  });

  it('show the scores for a new k in the very task that asks for it, where the page can judge', async () => {
    const asked: number[] = [];
    const quick = createScoring(store, worker.client, {
      judge: (_, { k }) => {
        asked.push(k);
        return { scores: `page ${k}` } as unknown as ScoredPair;
      },
    });
    const shown = analysisOf(1, 2);
    const scored = await quick.begin(shown, 'a');
    store.setState({ result: { analysis: shown } as unknown as Result, scored });
    store.setState(({ asked: { settings, ...rest } }) => ({
      asked: { ...rest, settings: { ...settings, score: { ...settings.score, k: 7 } } },
    }));
    quick.refresh();
    expect(store.getState().scored).toMatchObject({ scores: 'page 7', settings: { k: 7 } });
    quick.refresh();
    expect(asked).toEqual([7]);
  });
});
