import { beforeEach, describe, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import type { AttackProgress } from '../domain/attack.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { CallOptions, Client } from '../workers/client.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import { attackAsked, regionAsked } from './attack.ts';
import { defaultView } from './defaultView.ts';
import { type AppStore, createAppStore, type Result } from './store.ts';
import { createStudies, type StudyControls } from './studies.ts';
import { isStudyCurrent } from './studyRunner.ts';

const card = testCard();
const settings = defaultSettings(card);
const region = { height: 2, width: 2, flags: Uint8Array.of(1, 0, 0, 0) };

interface Call {
  readonly name: string;
  readonly request: AnalysisOperations['attack']['request'];
  readonly options: CallOptions<AttackProgress>;
  readonly answer: (result: unknown) => void;
}

let store: AppStore;
let studies: StudyControls;
let calls: Call[];

const step = (at: number, attack: number, improved: object | null = null) =>
  ({ step: at, steps: 4, attack, random: 1, noise: 0.8, untouched: 1, improved }) as AttackProgress;

beforeEach(() => {
  store = createAppStore({
    cards: [card],
    samples: [],
    settings,
    notices: [],
    view: defaultView('en'),
  });
  calls = [];
  const call = (name: string, request: Call['request'], options: Call['options']) =>
    new Promise((answer, fail) => {
      calls.push({ name, request, options, answer });
      options.signal?.addEventListener('abort', () => fail(new Problem('cancelled')));
    });
  const client = { call } as unknown as Client<AnalysisOperations>;
  studies = createStudies({ store, own: [client], engines: [client], modelUrl: (id) => id });
  const { asked } = store.getState();
  const picture = { input: { values: new Float32Array(1) } };
  const file = { id: 'a', name: 'a.png' };
  const original = { map: { height: 2, width: 2 } };
  const backend = { id: 'wasm', reason: 'measured' };
  const analysis = { card, backend, targetClass: 1, original };
  const result = { file, picture, settings, analysis } as unknown as Result;
  store.setState({ asked: { ...asked, picture: result.file }, result });
});

const study = () => store.getState().studies.attack;
const current = () => isStudyCurrent(store.getState(), 'attack');

describe('an attack as a study', () => {
  it('asks with the settings chosen and the seed of the page', () => {
    studies.setAttack({ epsilon: 4, steps: 4 });
    studies.start('attack');
    const { name, request } = calls[0];
    expect(name).toBe('attack');
    expect(request.attack).toMatchObject({ id: 'attackTopK', epsilon: 4, steps: 4, seed: 42 });
    expect(request).toMatchObject({ targetClass: 1, region: null });
  });

  it('keeps the whole way in one part, and the best picture', () => {
    studies.start('attack');
    const { options } = calls[0];
    const picture = { step: 1 };
    options.onPartial?.(step(1, 0.5, picture));
    options.onPartial?.(step(2, 0.5));
    const now = study();
    if (now.status !== 'running') throw new Error(now.status);
    expect(now.parts).toHaveLength(1);
    expect(now.parts[0]?.steps.map(({ attack }) => attack)).toEqual([0.5, 0.5]);
    expect(now.parts[0]?.best).toBe(picture);
    // A worker that was replaced begins anew.
    options.onPartial?.(step(1, 0.7));
    const again = study();
    expect(again.status === 'running' && again.parts[0]?.steps).toHaveLength(1);
  });

  it('goes out of date with its own settings, and ends where they move under it', () => {
    studies.start('attack');
    expect(current()).toBe(true);
    studies.setAttack({ epsilon: 2 });
    expect(current()).toBe(false);
    expect(study().status).toBe('cancelled');
  });

  it('does not care for the perturbation, nor for a region it has no use for', () => {
    studies.start('attack');
    studies.setAttack({ region });
    const { asked } = store.getState();
    const perturbation = { ...asked.settings.perturbation, shiftX: 3 };
    store.setState({ asked: { ...asked, settings: { ...asked.settings, perturbation } } });
    expect(current()).toBe(true);
    expect(study().status).toBe('running');
  });

  it('sends the region, and goes out of date when it is painted on', () => {
    studies.setAttack({ id: 'attackTarget', region });
    studies.start('attack');
    expect(calls[0]?.request.region).toBe(region);
    studies.setAttack({ region: { ...region, flags: Uint8Array.of(1, 1, 0, 0) } });
    expect(current()).toBe(false);
  });
});

describe('the region asked for', () => {
  it('is none before one is painted, for another size, or where it is empty or everything', () => {
    const asked = (painted: typeof region | null) => {
      studies.setAttack({ region: painted });
      return regionAsked(store.getState());
    };
    expect(asked(region)).toBe(region);
    expect(asked(null)).toBeNull();
    expect(asked({ ...region, height: 4, width: 1 })).toBeNull();
    expect(asked({ ...region, flags: new Uint8Array(4) })).toBeNull();
    expect(asked({ ...region, flags: new Uint8Array(4).fill(1) })).toBeNull();
  });

  it('the page begins with the settings of the domain', () => {
    expect(attackAsked({ attack: null })).toMatchObject({
      id: 'attackTopK',
      epsilon: 8,
      region: null,
    });
  });
});
