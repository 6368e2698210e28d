import { beforeEach, describe, expect, it } from 'vitest';
import {
  answer,
  asItIs,
  begin,
  calls,
  controls,
  files,
  foundNow,
  kept,
  left,
  set,
  settle,
} from '../../tests/pictureSetWorld.ts';
import { Problem } from '../domain/problem.ts';

beforeEach(() => begin());

describe('after a reload', () => {
  async function half(): Promise<void> {
    controls.take('p', files('p/1.png', 'p/2.png'));
    controls.start();
    await settle();
    await answer();
  }

  it('the set is there, and its run goes on where it was, on the same backend', async () => {
    await half();
    begin({ found: foundNow() });
    await controls.restore(asItIs);
    expect(set()).toMatchObject({ kept: true, run: { status: 'idle' }, rows: [{}] });
    controls.goOn();
    await settle();
    expect(calls.map(({ request }) => [request.picture, request.ask])).toEqual([['2.png', 'wasm']]);
  });

  it('files that were lost are given back by the same folder, with nothing computed anew', async () => {
    await half();
    begin({ found: foundNow(['2.png']) });
    await controls.restore(asItIs);
    controls.goOn();
    await settle();
    expect(calls).toEqual([]);
    expect(left()).toEqual(['2.png']);
    controls.take('p', files('p/1.png', 'p/2.png'));
    controls.goOn();
    await settle();
    expect(calls.map(({ request }) => request.picture)).toEqual(['2.png']);
  });

  it('another folder in its place is another set', async () => {
    await half();
    begin({ found: foundNow(['2.png']) });
    await controls.restore(asItIs);
    controls.take('p', files('p/1.png', 'p/3.png'));
    await controls.decide(true);
    expect(set()).toMatchObject({ asked: null, rows: [] });
  });

  it('what cannot be read is forgotten, and told', async () => {
    await half();
    begin({ found: foundNow() });
    await controls.restore(() => {
      throw new Problem('image-damaged', { what: 'k', allowed: '1…', got: 'x' });
    });
    await settle();
    expect(controls.store.getState()).toMatchObject({
      set: null,
      restoring: false,
      notice: { code: 'set-unreadable', detail: { what: 'k' } },
    });
    expect(kept).toEqual(['forget']);
  });
});
