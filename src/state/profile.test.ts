import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inventedProfile } from '../../tests/inventedProfile.ts';
import { NO_JUDGE } from '../../tests/noJudge.ts';
import { testCard } from '../../tests/testCard.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import { createSweepPool } from '../workers/pool.ts';
import { createBackendMemory } from './backendMemory.ts';
import { createController } from './controller.ts';
import { defaultView } from './defaultView.ts';
import { createDetailing } from './details.ts';
import { createMaps } from './maps.ts';
import { createScoring } from './scoring.ts';
import { createAppStore } from './store.ts';
import { createTruth } from './truth.ts';

const card = testCard();
const settings = defaultSettings(card);

/** A worker that must not be asked: there is no picture. */
function nobody<Ops>(): Client<Ops> {
  return { call: () => Promise.reject(new Problem('internal')) };
}

function page() {
  const view = defaultView('en');
  const store = createAppStore({ cards: [card], samples: [], settings, notices: [], view });
  const controller = createController({
    pictures: nobody(),
    analysis: nobody(),
    scores: nobody(),
    reference: nobody(),
    pool: createSweepPool([nobody()]),
    store,
    scoring: createScoring(store, nobody(), NO_JUDGE),
    detailing: createDetailing(store, nobody()),
    maps: createMaps(store, nobody(), nobody(), NO_JUDGE),
    truth: createTruth(store, nobody(), nobody()),
    backendMemory: createBackendMemory(null),
    modelUrl: (id) => `http://x/${id}/`,
    sampleUrl: (file) => file,
  });
  return { store, controller };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('gives k, w and thresholds in one step of undo, and asks the model nothing', () => {
  const { store, controller } = page();
  const profile = inventedProfile('Line 3', card);
  controller.setProfile(profile);
  const { asked, profile: taken } = store.getState();
  expect(asked.settings).toEqual({
    ...settings,
    score: profile.score,
    thresholds: profile.thresholds,
  });
  expect([taken, asked.generation]).toEqual([profile, 0]);
  controller.undo();
  expect(store.getState().asked.settings).toEqual(settings);
});

it('is let go without changing anything', () => {
  const { store, controller } = page();
  const profile = inventedProfile('Line 3', card);
  controller.setProfile(profile);
  controller.setProfile(null);
  expect(store.getState().profile).toBeNull();
  expect(store.getState().asked.settings.thresholds).toEqual(profile.thresholds);
});

it('is told where it does not fit the model, and the one before stays', () => {
  const { store, controller } = page();
  const profile = inventedProfile('Line 3', card);
  controller.setProfile(profile);
  controller.setProfile({ ...profile, name: 'Line 4', score: { k: 785, windowRadius: 1 } });
  const { notices, profile: taken, asked } = store.getState();
  expect(notices.map(({ code }) => code)).toEqual(['setting-out-of-range']);
  expect([taken, asked.settings.score]).toEqual([profile, profile.score]);
});
