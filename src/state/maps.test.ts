import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_JUDGE } from '../../tests/noJudge.ts';
import { testCard } from '../../tests/testCard.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import type { PictureOperations, ScoresOperations } from '../workers/protocol.ts';
import { defaultView } from './defaultView.ts';
import { createMaps, inOrder, isMapFile, type Maps } from './maps.ts';
import { type AppStore, createAppStore } from './store.ts';

const card = testCard();
const file = (name: string) => new File(['x'], name);

let store: AppStore;
let maps: Maps;
let sent: { name: string; request: Record<string, unknown> }[];

/** Workers that read any file as a map of its own and refuse one that is called bad. */
function fake<Ops>(): Client<Ops> {
  const call = async (name: string, request: Record<string, unknown>) => {
    sent.push({ name, request });
    if (name === 'putMaps' && (request['perturbed'] as { width: number }).width === 1)
      throw new Problem('map-size-mismatch', { what: 'perturbed map', allowed: '', got: '' });
    if (name === 'putMaps') return null;
    if (name === 'score')
      return { scores: { ...(request['settings'] as object) }, verdict: {}, rawMask: null };
    if (request['name'] === 'bad.npy')
      throw new Problem('map-unreadable', { what: 'bad.npy', allowed: 'float32', got: 'int8' });
    if (request['name'] === 'small.npy')
      return { name: 'small.npy', sha256: '', map: { height: 1, width: 1, values: [1] } };
    const values = new Float32Array(20 * 30).fill(request['name'] === 'zero.npy' ? 0 : 1);
    return { name: request['name'], sha256: '', map: { height: 20, width: 30, values } };
  };
  return { call } as unknown as Client<Ops>;
}

beforeEach(() => {
  sent = [];
  store = createAppStore({
    cards: [card],
    samples: [],
    settings: defaultSettings(card),
    notices: [],
    view: defaultView('en'),
  });
  maps = createMaps(store, fake<PictureOperations>(), fake<ScoresOperations>(), NO_JUDGE);
});

const settle = () => vi.waitFor(() => expect(store.getState().run.status).not.toBe('running'));
const opened = async () => {
  maps.open([file('b-perturbed.npy'), file('a.npy')]);
  await settle();
  const state = store.getState().maps;
  if (!state) throw new Error('no maps');
  return state;
};
const asked = (name: string) => sent.filter((message) => message.name === name);

describe('two maps', () => {
  it('are told by their names', () => {
    expect([file('x.npy'), file('X.JSON'), file('x.png')].map(isMapFile)).toEqual([
      true,
      true,
      false,
    ]);
    const names = (...given: string[]) => inOrder(given.map(file)).map(({ name }) => name);
    expect(names('map10.npy', 'map9.npy')).toEqual(['map9.npy', 'map10.npy']);
    expect(names('after.npy', 'before.npy')).toEqual(['before.npy', 'after.npy']);
  });

  it('are read, put and scored with 5 % of their own pixels', async () => {
    const { original, perturbed, score, scored } = await opened();
    expect([original.name, perturbed.name]).toEqual(['a.npy', 'b-perturbed.npy']);
    expect(score).toEqual({ k: 30, windowRadius: 2 });
    expect(scored.settings).toEqual(score);
    expect(asked('putMaps')).toHaveLength(1);
  });

  it('come one by one, too', async () => {
    maps.open([file('a.npy')]);
    expect(store.getState()).toMatchObject({ waitingMap: { name: 'a.npy' }, maps: null });
    maps.open([file('b.npy')]);
    await settle();
    expect(store.getState().maps?.perturbed.name).toBe('b.npy');
    expect(store.getState().waitingMap).toBeNull();
  });

  it('leave the last good pair when one cannot be read, and three are refused', async () => {
    const good = await opened();
    maps.open([file('a.npy'), file('bad.npy')]);
    await settle();
    expect(store.getState().run).toMatchObject({ problem: { code: 'map-unreadable' } });
    expect(store.getState().maps).toBe(good);
    maps.open([file('a.npy'), file('b.npy'), file('c.npy')]);
    expect(store.getState().notices).toMatchObject([{ code: 'map-count', detail: { got: '3' } }]);
  });

  it('are named by their files when they do not fit together', async () => {
    maps.open([file('a.npy'), file('small.npy')]);
    await settle();
    expect(store.getState().run).toMatchObject({ problem: { detail: { what: 'small.npy' } } });
  });

  it('are swapped with their motion, and moved apart only where something moved', async () => {
    await opened();
    maps.setMotion(3, 0);
    await settle();
    expect(asked('putMaps').at(-1)?.request).toMatchObject({ motion: { dx: 3, dy: 0 } });
    maps.swap();
    await settle();
    expect(store.getState().maps).toMatchObject({
      original: { name: 'b-perturbed.npy' },
      motion: { dx: -3, dy: 0 },
    });
    maps.setMotion(0, 0);
    await settle();
    expect(store.getState().maps?.motion).toBeNull();
  });

  it('are read again for another reduction, keeping k and w, and scored again for another k', async () => {
    await opened();
    maps.setScore({ k: 7 });
    await vi.waitFor(() => expect(store.getState().maps?.scored.settings.k).toBe(7));
    expect(asked('putMaps')).toHaveLength(1);
    maps.setReduction('sum');
    await settle();
    expect(asked('openMap').at(-1)?.request).toMatchObject({ reduction: 'sum' });
    expect(store.getState().maps?.score.k).toBe(7);
  });

  it('of which one is zero cannot be judged', async () => {
    maps.open([file('a.npy'), file('zero.npy')]);
    await settle();
    expect(asked('score')[0]?.request).toMatchObject({ facts: { deadGradient: true } });
  });

  it('are left for the picture', async () => {
    await opened();
    maps.close();
    expect(store.getState().maps).toBeNull();
  });
});
