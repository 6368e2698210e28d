import { describe, expect, it, vi } from 'vitest';
import type { FloatMap } from '../domain/attribution.ts';
import type { JudgedOn, ScoredPair } from '../domain/judgement.ts';
import { createPageJudge } from './pageJudge.ts';

const map = (pixels: number): FloatMap => ({
  height: 1,
  width: pixels,
  values: new Float32Array(pixels),
});
const FACTS = {} as JudgedOn;
const SETTINGS = { k: 1, windowRadius: 0 };

/** Code that says what it was given, and how often it prepared a pair. */
function code() {
  const preparePair = vi.fn(({ motion }: { motion: { dx: number } | null }) => motion?.dx ?? null);
  const judgePair = (prepared: number | null, { k }: { k: number }) =>
    `${prepared} ${k}` as unknown as ScoredPair;
  return { preparePair, judgePair };
}

describe('a judge in the page', () => {
  it('leaves pairs to the worker until its code is there, or when the code does not come', async () => {
    const pair = { original: map(4), perturbed: map(4), motion: null };
    const judge = createPageJudge(() => Promise.resolve(code()));
    expect(judge.judge(pair, SETTINGS, FACTS)).toBeNull();
    await Promise.resolve();
    expect(judge.judge(pair, SETTINGS, FACTS)).toBe('null 1');

    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const never = createPageJudge(() => Promise.reject(new Error('offline')));
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
    expect(never.judge(pair, SETTINGS, FACTS)).toBeNull();
    warn.mockRestore();
  });

  it('prepares a pair once for every k, and anew when a map or the motion is another', async () => {
    const loaded = code();
    const judge = createPageJudge(() => Promise.resolve(loaded));
    await Promise.resolve();
    const motion = { dx: 1, dy: 0 };
    const pair = { original: map(4), perturbed: map(4), motion };
    judge.judge(pair, SETTINGS, FACTS);
    expect(judge.judge({ ...pair }, { ...SETTINGS, k: 3 }, FACTS)).toBe('1 3');
    expect(loaded.preparePair).toHaveBeenCalledTimes(1);
    expect(judge.judge({ ...pair, motion: { dx: 2, dy: 0 } }, SETTINGS, FACTS)).toBe('2 1');
    judge.judge({ ...pair, original: map(4) }, SETTINGS, FACTS);
    expect(loaded.preparePair).toHaveBeenCalledTimes(3);
  });

  it('leaves large maps to the worker', async () => {
    const judge = createPageJudge(() => Promise.resolve(code()));
    await Promise.resolve();
    const pair = (side: number) => ({
      original: map(side * side),
      perturbed: map(side * side),
      motion: null,
    });
    expect(judge.judge(pair(256), SETTINGS, FACTS)).not.toBeNull();
    expect(judge.judge(pair(257), SETTINGS, FACTS)).toBeNull();
  });
});
