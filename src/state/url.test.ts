import { describe, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { PERTURBATION_IDS, PERTURBATIONS, withPerturbation } from '../domain/perturbation.ts';
import { defaultSettings } from '../domain/settings.ts';
import { settingsFromQuery, settingsToQuery } from './url.ts';

const card = testCard();
const other = testCard('other', 64);
const cards = [card, other];

describe('settings in the URL', () => {
  it('come back as they were written', () => {
    const settings = {
      ...defaultSettings(other),
      attribution: {
        ...defaultSettings(other).attribution,
        method: 'smoothGrad' as const,
        layer: 'block/conv 1',
        sigma: 0.1,
        spins: 16,
        targetClass: 1,
      },
      perturbation: {
        ...defaultSettings(other).perturbation,
        id: 'brightness' as const,
        strength: -12,
        shiftX: -0.25,
      },
      score: { k: 7, windowRadius: 0 },
      thresholds: { agree: 0.6, chance: 0.05 },
      seed: 9,
    };
    const { settings: read, problems } = settingsFromQuery(settingsToQuery(settings, other), cards);
    expect(problems).toEqual([]);
    expect(read).toEqual(settings);
  });

  it.each(PERTURBATION_IDS)('bring %s back with its own strength, written or not', (id) => {
    const start = defaultSettings(card);
    const initial = withPerturbation(start.perturbation, id);
    const { strength: limits } = PERTURBATIONS[id];
    for (const strength of [initial.strength, limits?.max ?? 4, limits?.neutral ?? 4]) {
      const perturbation = {
        ...initial,
        strength,
        angle: 45,
        patch: 'chosen',
        patchX: 12.5,
      } as const;
      const settings = { ...start, perturbation };
      const query = settingsToQuery(settings, card);
      expect(settingsFromQuery(query, cards)).toEqual({ settings, backend: null, problems: [] });
      expect(query.includes('strength=')).toBe(strength !== initial.strength);
    }
    const alone = settingsFromQuery(`perturbation=${id}`, cards);
    expect(alone).toMatchObject({ problems: [], settings: { perturbation: initial } });
  });

  it('refuse a strength that the perturbation does not have', () => {
    const { settings, problems } = settingsFromQuery('perturbation=jpeg&strength=0&patch=x', cards);
    expect(settings.perturbation).toMatchObject({ id: 'jpeg', strength: 80, patch: 'seeded' });
    expect(problems.map(({ message }) => message)).toEqual([
      'strength must be 1…100, got 0',
      'patch must be one of seeded, chosen, got x',
    ]);
  });

  it('come back where one limit hangs on another, whichever stands first', () => {
    for (const [occlusionPatch, occlusionStride] of [
      [20, 16],
      [2, 1],
    ]) {
      const { settings, problems } = settingsFromQuery(
        `method=occlusion&occlusionStride=${occlusionStride}&occlusionPatch=${occlusionPatch}`,
        cards,
      );
      expect(problems).toEqual([]);
      expect(settings.attribution).toMatchObject({
        method: 'occlusion',
        occlusionPatch,
        occlusionStride,
      });
    }
    const { problems } = settingsFromQuery(
      'method=occlusion&occlusionPatch=4&occlusionStride=5',
      cards,
    );
    expect(problems.map(({ message }) => message)).toEqual(['occlusionStride must be 1…4, got 5']);
  });

  it('carry a backend chosen by hand', () => {
    const query = settingsToQuery(defaultSettings(card), card, 'webgl');
    expect(settingsFromQuery(query, cards).backend).toBe('webgl');
    const { backend, problems } = settingsFromQuery('backend=gpu', cards);
    expect([backend, problems[0]?.message]).toEqual([
      null,
      'backend must be one of webgl, wasm, cpu, webgpu, got gpu',
    ]);
  });

  it('hold only what differs from the defaults', () => {
    expect(settingsToQuery(defaultSettings(card), card)).toBe('model=test');
  });

  it('keep the default and say what is allowed where a value is off', () => {
    const query = 'k=0&windowRadius=2.5&seed=abc&method=magic&model=gone&shiftX=3&steps=&nothing=1';
    const { settings, problems } = settingsFromQuery(query, cards);
    expect(settings).toEqual({
      ...defaultSettings(card),
      perturbation: { ...defaultSettings(card).perturbation, shiftX: 3 },
    });
    const told = problems.map(({ code, detail }) => [code, detail.what, detail.got]);
    expect(told).toEqual([
      ['setting-unknown-choice', 'model', 'gone'],
      ['setting-unknown-choice', 'method', 'magic'],
      ['setting-out-of-range', 'steps', ''],
      ['setting-out-of-range', 'k', '0'],
      ['setting-out-of-range', 'windowRadius', '2.5'],
      ['setting-out-of-range', 'seed', 'abc'],
    ]);
    expect(problems[3]?.detail.allowed).toBe('1…784');
  });
});
