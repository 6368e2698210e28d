import { beforeEach, expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import type { DetailsOperations, PictureOperations } from '../workers/protocol.ts';
import { defaultView } from './defaultView.ts';
import { type AppStore, createAppStore, type PictureFile, type Result } from './store.ts';
import { createTruth, shownTruth, type Truth } from './truth.ts';

const side = 4;
const card = testCard('small', side);
const mapOf = () => ({ height: side, width: side, values: new Float32Array(side * side) });
const mask = { height: side, width: side, flags: new Uint8Array(side * side) };
const scores = { pointingGame: true, relevanceMassAccuracy: 0.5, relevanceRankAccuracy: 0.25 };
const found = {
  original: scores,
  perturbed: scores,
  maskShare: { original: 0.1, perturbed: 0.1 },
  moved: mask,
};

const picture = (id: string, shipped: string | null): PictureFile => ({
  id,
  name: `${id}.png`,
  file: new Blob(),
  source: 'file',
  mask: shipped === null ? null : { name: shipped, file: new Blob() },
});

/** A result as far as the truth looks at it. */
function resultOf(file: PictureFile, model = card): Result {
  const explanation = { map: mapOf() };
  return {
    file,
    picture: { info: { name: file.name, width: 40, height: 30 } },
    settings: defaultSettings(model),
    analysis: {
      card: model,
      original: explanation,
      perturbed: { map: mapOf(), motion: { dx: 1, dy: 0 } },
    },
  } as unknown as Result;
}

let store: AppStore;
let truth: Truth;
let asked: [name: string, what: string][];
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const show = async (result: Result) => {
  store.setState({ result });
  await settle();
};
const nameOn = () => store.getState().truth.opened?.name;
const count = (name: string) => asked.filter(([operation]) => operation === name).length;

beforeEach(() => {
  asked = [];
  const fake = <Ops>(answer: (request: never) => unknown) =>
    ({
      call: async (name: string, request: { name?: string }) => {
        asked.push([name, request.name ?? '']);
        return answer(request as never);
      },
    }) as unknown as Client<Ops>;
  const pictures = fake<PictureOperations>(({ name }: { name: string }) => {
    const detail = { what: name, allowed: '40 × 30 px', got: '4 × 4 px' };
    if (name === 'bad.png') throw new Problem('mask-size-mismatch', detail);
    return { name, sha256: 'ab', mask };
  });
  const details = fake<DetailsOperations>(() => found);
  store = createAppStore({
    cards: [card],
    samples: [],
    settings: defaultSettings(card),
    notices: [],
    view: defaultView('en'),
  });
  truth = createTruth(store, pictures, details);
});

it('asks for nothing without a mask', async () => {
  await show(resultOf(picture('a', null)));
  expect(asked).toEqual([]);
  expect(shownTruth(store.getState())).toBeNull();
  expect(await truth.settled()).toBeNull();
});

it('holds a sample against the mask it brings', async () => {
  await show(resultOf(picture('a', 'a.mask.png')));
  expect(shownTruth(store.getState())).toMatchObject({ original: scores });
  expect(await truth.settled()).toEqual({
    mask: { name: 'a.mask.png', sha256: 'ab' },
    original: scores,
    perturbed: scores,
    maskShare: found.maskShare,
  });
  expect(count('truth')).toBe(1);
});

it('computes once for every pair that is shown, and remembers it', async () => {
  const file = picture('a', 'a.mask.png');
  const first = resultOf(file);
  await show(first);
  await show(resultOf(file));
  await show(first);
  expect([count('openMask'), count('truth')]).toEqual([1, 2]);
  store.setState({ view: defaultView('ja') });
  await settle();
  expect(count('truth')).toBe(2);
});

it('takes a mask of one’s own, and drops it with another picture', async () => {
  await show(resultOf(picture('a', null)));
  truth.open(new File(['x'], 'own.png'));
  expect(store.getState().truth.opening?.name).toBe('own.png');
  await settle();
  expect([nameOn(), store.getState().truth.opening]).toEqual(['own.png', null]);
  expect(shownTruth(store.getState())).not.toBeNull();
  await show(resultOf(picture('b', null)));
  expect(nameOn()).toBeUndefined();
  expect(shownTruth(store.getState())).toBeNull();
});

it('keeps the mask before when one is refused, and says why until the next', async () => {
  await show(resultOf(picture('a', 'a.mask.png')));
  truth.open(new File(['x'], 'bad.png'));
  await settle();
  const { notices, run } = store.getState();
  expect(notices.map(({ code }) => code)).toEqual(['mask-size-mismatch']);
  expect(notices[0]?.detail).toEqual({ what: 'bad.png', allowed: '40 × 30 px', got: '4 × 4 px' });
  expect([nameOn(), run.status, store.getState().truth.opening]).toEqual([
    'a.mask.png',
    'idle',
    null,
  ]);
  truth.open(new File(['x'], 'own.png'));
  await settle();
  expect([nameOn(), store.getState().notices.length]).toEqual(['own.png', 0]);
});

it('can be taken off, and stays off while the picture stays', async () => {
  const file = picture('a', 'a.mask.png');
  await show(resultOf(file));
  truth.remove();
  await show(resultOf(file));
  expect(nameOn()).toBeUndefined();
});

it('reads the mask again for a model that sees the picture in another size', async () => {
  const file = picture('a', null);
  await show(resultOf(file));
  truth.open(new File(['x'], 'own.png'));
  await settle();
  await show(resultOf(file, testCard('large', 8)));
  expect(asked.filter(([name]) => name === 'openMask').map(([, what]) => what)).toEqual([
    'own.png',
    'own.png',
  ]);
  expect(nameOn()).toBe('own.png');
});
