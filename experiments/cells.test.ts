import { describe, expect, it } from 'vitest';
import { preparePair } from '../src/engine/metrics/preparePair.ts';
import { cellOf, columnsOf } from './cells.ts';
import { falseAlarms } from './questions/falseAlarms.ts';
import { meanByPlace, type Reading, readingsOf } from './reading.ts';

const reading = (perturbation: string, value: number, score = 'lensRecallAtK'): Reading => ({
  at: { perturbation, score },
  value,
  chance: 0.5,
  corrected: 2 * value - 1,
});

describe('cells', () => {
  it('hold the means of a place over its pictures', () => {
    const columns = columnsOf('net', [
      { picture: 3, readings: [reading('noiseSign', 0.8)] },
      { picture: 9, readings: [reading('noiseSign', 0.6), reading('shift', 1)] },
    ]);
    expect(columns.map(({ pictures }) => pictures)).toEqual([[3, 9], [9]]);
    expect(cellOf(columns[0])).toMatchObject({
      at: { model: 'net', perturbation: 'noiseSign' },
      pictures: 2,
      estimates: { value: { value: 0.7 }, chance: { value: 0.5 }, corrected: { value: 0.4 } },
    });
  });

  it('of one picture at several spots of a place are their mean', () => {
    const [one, ...more] = meanByPlace([reading('shift', 0.2), reading('shift', 0.6)]);
    expect(more).toEqual([]);
    expect(one.value).toBeCloseTo(0.4, 12);
    expect(one.corrected).toBeCloseTo(-0.2, 12);
  });

  it('on a grid: top-k once for each k, the others for each w, aligned where the part moved', () => {
    const values = Float32Array.from({ length: 100 }, (_, i) => Math.sin(i * i));
    const map = { height: 10, width: 10, values };
    const grid = { ks: [0.05, 0.1], ws: [1, 2] };
    const still = preparePair({ original: map, perturbed: map, motion: null });
    const readings = readingsOf(still, { method: 'gradient' }, grid);
    expect(readings).toHaveLength(2 * (1 + 5 * 2));
    expect(readings.every(({ value }) => value === 1)).toBe(true);
    expect(readings[0].at).toEqual({ method: 'gradient', k: 0.05, score: 'topKIntersection' });
    const moved = preparePair({ original: map, perturbed: map, motion: { dx: 1, dy: 0 } });
    const frames = readingsOf(moved, {}, grid).map(({ at }) => at.frame);
    expect(frames.filter((frame) => frame === 'aligned')).toHaveLength(frames.length / 2);
  });
});

describe('false alarms', () => {
  const columns = columnsOf('net', [
    { picture: 1, readings: [reading('noiseSign', 0.9), reading('attackTopK', 0.2)] },
    { picture: 2, readings: [reading('noiseSign', 0.3), reading('attackTopK', 0.4)] },
    { picture: 3, readings: [reading('noiseSign', 0.1)] },
  ]);

  it('compare only pictures that have both, by value and by corrected value', () => {
    const cells = falseAlarms.answer(columns);
    expect(cells.map(({ at, pictures }) => [at.perturbation, at.scale, pictures])).toEqual([
      ['attackTopK', 'value', 2],
      ['attackTopK', 'corrected', 2],
    ]);
    // 0.2 and 0.4 against 0.9 and 0.3: three of four pairs.
    expect(cells[0].estimates.auc?.value).toBe(0.75);
    expect(cells[0].estimates.falseAlarms?.value).toBe(0.5);
    expect(cells[0].roc?.[0]).toEqual([0, 0]);
    expect(cells[0].roc?.at(-1)).toEqual([1, 1]);
  });
});
