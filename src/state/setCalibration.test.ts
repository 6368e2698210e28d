import { beforeEach, expect, it } from 'vitest';
import {
  answer,
  begin,
  calibrated,
  calls,
  card,
  controls,
  files,
  settings,
  settle,
} from '../../tests/pictureSetWorld.ts';
import { Problem } from '../domain/problem.ts';

const ASKED = { name: 'line 3', falseAlarmRate: 0.1 };
const state = () => controls.store.getState().calibration;

/** Five pictures, one of them damaged, all of them looked at. */
beforeEach(async () => {
  begin();
  controls.take('p', files('p/1.png', 'p/2.png', 'p/3.png', 'p/4.png', 'p/damaged.png'));
  controls.start();
  await settle();
  await answer(4);
});

it('measures every picture that was judged, each with the one half the list away, on the same backend', async () => {
  controls.calibrate(ASKED);
  for (const path of ['1.png', '2.png', '3.png', '4.png']) {
    await settle();
    const [{ name, request, answer: say }] = calls.splice(0);
    expect([name, request.picture, request.ask]).toEqual(['calibrationPicture', path, 'wasm']);
    expect(request).toHaveProperty('partner.values');
    say({ harmless: [path], reference: null });
  }
  await settle();
  expect(calibrated).toEqual([
    {
      input: card.input,
      pictures: ['1.png', '2.png', '3.png', '4.png'].map((path) => ({
        harmless: [path],
        reference: null,
      })),
      falseAlarmRate: 0.1,
      seed: settings.seed,
    },
  ]);
  expect(state()).toMatchObject({
    status: 'ready',
    profile: {
      name: 'line 3',
      modelId: card.id,
      modelSha256: card.sha256,
      attribution: { ...settings.attribution, targetClass: null },
      score: { k: 5, windowRadius: 1 },
      harmless: [settings.perturbation],
      version: '1.0.0',
    },
  });
});

it('is stopped, and what comes after is dropped', async () => {
  controls.calibrate(ASKED);
  await settle();
  calls[0].answer({ harmless: [], reference: null });
  controls.cancelCalibration();
  await settle();
  expect([state().status, calibrated]).toEqual(['idle', []]);
});

it('says why it failed, and the set stays', async () => {
  controls.calibrate(ASKED);
  await settle();
  calls.shift()?.fail(new Problem('out-of-memory'));
  await settle();
  expect(state()).toMatchObject({ status: 'failed', problem: { code: 'out-of-memory' } });
  expect(controls.store.getState().set?.rows).toHaveLength(5);
});

it('does not begin before the run has ended', async () => {
  controls.start();
  await settle();
  // One has answered: what computes is known.
  await answer();
  controls.calibrate(ASKED);
  expect(state().status).toBe('idle');
});

it('leaves out a picture that cannot be judged again', async () => {
  controls.calibrate(ASKED);
  for (let i = 0; i < 4; i++) {
    await settle();
    calls.shift()?.answer(i === 1 ? null : { harmless: [i], reference: null });
  }
  await settle();
  expect(calibrated).toMatchObject([{ pictures: [{}, {}, {}] }]);
});

it('another run drops the profile of the one before', async () => {
  controls.calibrate(ASKED);
  for (let i = 0; i < 4; i++) {
    await settle();
    calls.shift()?.answer({ harmless: [], reference: null });
  }
  await settle();
  expect(state().status).toBe('ready');
  controls.start();
  expect(state().status).toBe('idle');
});
