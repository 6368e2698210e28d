import { beforeEach, describe, expect, it } from 'vitest';
import {
  answer,
  app,
  begin,
  calls,
  card,
  controls,
  files,
  kept,
  left,
  opened,
  set,
  settings,
  settle,
} from '../../tests/pictureSetWorld.ts';
import { Problem } from '../domain/problem.ts';
import { inOrderOfChanges } from './pictureSet.ts';

beforeEach(() => begin());

describe('a folder', () => {
  it('gives its pictures by their paths from it, without masks and other files', async () => {
    controls.take(
      'parts',
      files('parts/b/2.png', 'parts/a/1.jpg', 'parts/a/1.mask.png', 'parts/x.txt'),
    );
    expect(set().folder.pictures.map(({ path }) => path)).toEqual(['a/1.jpg', 'b/2.png']);
    expect(set().folder.leftOut).toEqual({ masks: 1, others: 1 });
    await settle();
    expect(kept).toEqual(['folder parts', 'file a/1.jpg', 'file b/2.png']);
    expect(set().kept).toBe(true);
  });

  it('without a picture is refused, and what was there stays', () => {
    controls.take('parts', files('parts/a.png'));
    controls.take('texts', files('texts/a.txt', 'texts/b.pdf'));
    expect(controls.store.getState().notice).toMatchObject({
      code: 'no-pictures',
      detail: { what: 'texts', got: 'a.txt, b.pdf' },
    });
    expect(set().folder.name).toBe('parts');
  });

  it('that cannot be kept says so and is used all the same', async () => {
    begin({ broken: true });
    controls.take('parts', files('parts/a.png'));
    controls.start();
    await settle();
    await answer();
    expect(set()).toMatchObject({ kept: false, run: { status: 'idle' }, rows: [{}] });
  });
});

describe('a run', () => {
  it('asks for one picture until the backend is known, then every worker, on that backend', async () => {
    begin({ workers: 3 });
    controls.take('p', files('p/1.png', 'p/2.png', 'p/3.png', 'p/4.png'));
    controls.start();
    await settle();
    expect(calls.map(({ request }) => [request.picture, request.ask])).toEqual([['1.png', null]]);
    await answer();
    expect(calls.map(({ worker: at, request }) => [at, request.picture, request.ask])).toEqual([
      [0, '2.png', 'wasm'],
      [1, '3.png', 'wasm'],
      [2, '4.png', 'wasm'],
    ]);
    expect(set().run).toMatchObject({ status: 'running', progress: { done: 1, total: 4 } });
    await answer(3);
    expect(set().run).toEqual({ status: 'idle' });
    expect(set().facts).toMatchObject({
      version: '1.0.0',
      tfjs: '4.0.0',
      backend: 'wasm',
      total: 4,
    });
    expect(left()).toEqual([]);
    expect(controls.store.getState().summary).toEqual({ of: set().rows, changes: [{ judged: 4 }] });
  });

  it('gives a row for every change, in their order, and labels from the folders', async () => {
    const [first] = card.classes;
    controls.take('p', files(`p/${first.en}/1.png`));
    controls.choose({ presets: ['vibration', 'jpeg80'] });
    controls.start();
    await settle();
    await answer();
    // Vibration is what Compare has, too.
    expect(inOrderOfChanges(set()).map(({ perturbation }) => perturbation.id)).toEqual([
      'shift',
      'jpeg',
    ]);
    expect(set().rows[0].label).toBe(0);
    expect(kept).toContain(`rows ${first.en}/1.png 2`);
  });

  it('does not begin without a change', () => {
    controls.take('p', files('p/1.png'));
    controls.choose({ compare: false });
    controls.start();
    expect(set()).toMatchObject({ asked: null, run: { status: 'idle' } });
  });

  it('goes on after a picture that cannot be read, which has a row that says why', async () => {
    controls.take('p', files('p/damaged.png', 'p/good.png'));
    controls.start();
    await settle();
    await answer();
    expect(set().rows).toMatchObject([
      {
        picture: 'damaged.png',
        outcome: 'failed',
        problem: { code: 'image-damaged', detail: { what: 'damaged.png', got: 'nonsense' } },
      },
      { picture: 'good.png', outcome: 'judged' },
    ]);
    expect(set().run).toEqual({ status: 'idle' });
  });

  it('that is stopped keeps what it has, and goes on with the rest alone', async () => {
    controls.take('p', files('p/1.png', 'p/2.png', 'p/3.png'));
    controls.start();
    await settle();
    await answer();
    controls.cancel();
    await settle();
    expect(set()).toMatchObject({ run: { status: 'idle' }, rows: [{ picture: '1.png' }] });
    calls.length = 0;
    controls.goOn();
    await settle();
    expect(calls.map(({ request }) => request.picture)).toEqual(['2.png']);
    await answer(2);
    expect(left()).toEqual([]);
  });

  it('that the machine ends is failed, with its rows, and can go on', async () => {
    controls.take('p', files('p/1.png', 'p/2.png'));
    controls.start();
    await settle();
    await answer();
    calls.shift()?.fail(new Problem('worker-crashed'));
    await settle();
    expect(set().run).toMatchObject({ status: 'failed', problem: { code: 'worker-crashed' } });
    controls.goOn();
    await settle();
    await answer();
    expect([left(), set().run.status]).toEqual([[], 'idle']);
  });

  it('drops the rows of the run before', async () => {
    controls.take('p', files('p/1.png', 'p/2.png'));
    controls.start();
    await settle();
    await answer();
    controls.start();
    expect([left(), controls.store.getState().summary]).toEqual([['1.png', '2.png'], null]);
  });

  it('of a folder that was left does not write into the next', async () => {
    controls.take('p', files('p/1.png'));
    controls.start();
    await settle();
    // The answer is on its way when the other folder comes.
    calls[0].answer();
    controls.take('q', files('q/1.png'));
    await settle();
    expect(set()).toMatchObject({ folder: { name: 'q' }, asked: null, rows: [] });
  });

  it('of a change that the model cannot have fails before anything is asked', async () => {
    const shift = { ...settings.perturbation, shiftX: 1000 };
    app.setState(({ asked }) => ({
      asked: { ...asked, settings: { ...settings, perturbation: shift } },
    }));
    controls.take('p', files('p/1.png'));
    controls.start();
    await settle();
    expect(set().run).toMatchObject({ problem: { code: 'setting-out-of-range' } });
    expect(calls).toEqual([]);
  });
});

describe('rows are dropped only after a yes:', () => {
  async function judged(): Promise<void> {
    controls.take('p', files('p/1.png'));
    controls.start();
    await settle();
    await answer();
  }
  const doubt = () => controls.store.getState().doubt;

  it('another folder waits, and comes or goes as is said', async () => {
    await judged();
    controls.take('q', files('q/1.png'));
    expect(doubt()).toMatchObject({ kind: 'replace', folder: { name: 'q' } });
    expect(set()).toMatchObject({ folder: { name: 'p' }, rows: [{}] });
    await controls.decide(false);
    expect([doubt(), set().folder.name]).toEqual([null, 'p']);
    controls.take('q', files('q/1.png'));
    await controls.decide(true);
    expect(set()).toMatchObject({ folder: { name: 'q' }, rows: [] });
  });

  it('forgetting waits, too; without rows it does not', async () => {
    await judged();
    await controls.forget();
    expect([doubt()?.kind, set().rows.length]).toEqual(['forget', 1]);
    await controls.decide(true);
    expect([doubt(), controls.store.getState().set]).toEqual([null, null]);
    controls.take('q', files('q/1.png'));
    await controls.forget();
    expect(controls.store.getState().set).toBeNull();
  });
});

describe('a row', () => {
  it('opens its picture on Compare with the settings of the run, not those of now', async () => {
    controls.take('p', files('p/1.png'));
    controls.choose({ presets: ['jpeg80'] });
    controls.start();
    await settle();
    await answer();
    app.setState(({ asked }) => ({ asked: { ...asked, settings: { ...settings, seed: 7 } } }));
    controls.openRow(set().rows[1]);
    const [[picture, asked]] = opened;
    expect(picture).toMatchObject({ name: '1.png', source: 'folder' });
    expect(asked.settings).toMatchObject({ seed: 42, perturbation: { id: 'jpeg', strength: 80 } });
  });

  it('of another folder is another picture, whatever its name', async () => {
    for (const folder of ['p', 'q']) {
      controls.take(folder, files(`${folder}/1.png`));
      controls.start();
      await settle();
      await answer();
      controls.openRow(set().rows[0]);
      await controls.forget();
      await controls.decide(true);
    }
    const [[one], [other]] = opened;
    expect(one.id).not.toBe(other.id);
  });
});
