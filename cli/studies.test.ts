import { describe, expect, it } from 'vitest';
import { BELIEF_IDS } from '../src/domain/belief.ts';
import { call, part } from './callRun.ts';

const SAMPLE = new URL('../public/samples/scratch-1.png', import.meta.url).pathname;
const MASK = new URL('../public/samples/scratch-1.mask.png', import.meta.url).pathname;
const ARGS = [SAMPLE, '--model', 'surface-natural', '--method', 'gradient'];

const ANY_STRING: unknown = expect.any(String);

describe('margin', () => {
  it('gives the turn with both sides and every strength visited', async () => {
    const change = ['--perturbation', 'brightness', '--strength', '5'];
    const { code, out, err } = await call('margin', ...ARGS, ...change);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchObject({
      model: 'surface-natural',
      settings: { perturbation: { id: 'brightness' } },
      rest: { at: 0, verdict: 'stable', topK: 1, lens: 1 },
      limit: 50,
      step: 1,
    });
    const visits = part(out, 'visits');
    expect(Array.isArray(visits) && visits.length > 3).toBe(true);
    const [from, to] = [part(out, 'turn', 'from', 'at'), part(out, 'turn', 'to', 'at')];
    if (part(out, 'turn') !== null) expect(Number(to) - Number(from)).toBe(1);
  });

  it('refuses two pictures and what is out of range', async () => {
    expect(await call('margin', SAMPLE, ...ARGS)).toMatchObject({ code: 2 });
    const far = await call('margin', ...ARGS, '--dx', '99');
    expect(far.err).toMatch(/shiftX must be -32…32, got 99/);
  });
});

describe('believe', () => {
  it('gives every check in order, and tells each on the way', async () => {
    const { code, out, err } = await call('believe', ...ARGS, '--mask', MASK);
    expect(code).toBe(0);
    const checks = part(out, 'checks');
    const ids = Array.isArray(checks) ? checks.map((check: unknown) => part(check, 'id')) : [];
    expect(ids).toEqual([...BELIEF_IDS]);
    expect(err.trim().split('\n')).toHaveLength(BELIEF_IDS.length);
    expect(checks).toContainEqual(
      expect.objectContaining({
        id: 'randomisation',
        verdict: ANY_STRING,
        reference: { mean: 0, spread: null },
      }),
    );
    expect(checks).toContainEqual(expect.objectContaining({ id: 'pointing', value: 1 }));
  });

  it('takes a box, and refuses one that leaves the picture', async () => {
    const { out } = await call('believe', ...ARGS, '--box', '0,0,4,4');
    expect(part(out, 'checks')).toContainEqual(
      expect.objectContaining({ id: 'pointing', value: 0 }),
    );
    for (const box of ['0,0,9999,4', '1,2,3', '0,0,0,4', 'a,b,c,d'])
      expect(await call('believe', ...ARGS, '--box', box)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/--box must be X,Y,WIDTH,HEIGHT/) as unknown,
      });
    const both = await call('believe', ...ARGS, '--box', '0,0,4,4', '--mask', MASK);
    expect(both.err).toMatch(/one at a time/);
  });
});
