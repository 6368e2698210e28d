import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurveInput } from './curve.ts';
import { CURVE_SERIES, curveGeometry, nearestPlace, seriesValue } from './curve.ts';
import { placeEndLabels } from './endLabels.ts';
import { inventedCurve, inventedScores } from './inventedFigures.ts';

const input = (over: Partial<CurveInput> = {}): CurveInput => ({
  points: inventedCurve(),
  mode: 'value',
  current: 1,
  stride: 8,
  width: 500,
  height: 240,
  margin: { top: 10, right: 120, bottom: 30, left: 40 },
  labelHeight: 15,
  ...over,
});

describe('curveGeometry', () => {
  it('maps places and values onto the plot', () => {
    const { plot, places, lines, yTicks, currentX } = curveGeometry(input());
    expect(plot).toEqual({ left: 40, top: 10, right: 380, bottom: 210 });
    expect(places[0]).toBe(40);
    expect(places.at(-1)).toBe(380);
    expect(currentX).toBe(places[1]);
    expect(yTicks.map((t) => t.label)).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1']);
    const topK = lines.find((l) => l.id === 'topK');
    expect(topK?.marks[0]).toMatchObject({ index: 0, value: 1, x: 40, y: 10 });
    expect(topK?.path).toMatch(/^M40,10L/);
  });

  it('runs the way the places do: a quality that falls begins on the left', () => {
    const points = [100, 80, 10].map((at) => ({
      at,
      scores: inventedScores(0, 0, false),
      decisionChanged: false,
    }));
    const { places, xTicks, currentX, lines } = curveGeometry(
      input({ points, current: 80, stride: null }),
    );
    expect([places[0], places[2]]).toEqual([40, 380]);
    expect(currentX).toBe(places[1]);
    expect(curveGeometry(input({ points, current: 101 })).currentX).toBeNull();
    const [first, second] = xTicks;
    expect(first?.value).toBeGreaterThan(second?.value ?? 0);
    expect(first?.position).toBeLessThan(second?.position ?? 0);
    expect(lines[0]?.label?.fromX).toBe(380);
  });

  it('marks the multiples of the stride, without zero', () => {
    expect(curveGeometry(input()).lattice.map((t) => t.value)).toEqual([8, 16]);
    expect(curveGeometry(input({ stride: null })).lattice).toEqual([]);
    expect(curveGeometry(input({ stride: 1 })).lattice).toEqual([]);
  });

  it('draws what has come and leaves the axis alone while the rest is computed', () => {
    const partial = curveGeometry(input({ points: inventedCurve(16, 1, 5) }));
    expect(partial.places).toEqual(curveGeometry(input()).places);
    for (const line of partial.lines) expect(line.marks).toHaveLength(5);
    const nothing = curveGeometry(input({ points: inventedCurve(16, 1, 0) }));
    for (const line of nothing.lines) expect(line).toMatchObject({ path: '', label: null });
    expect(nothing.chanceY).toBeNull();
  });

  it('breaks a line where a value is missing', () => {
    const points = inventedCurve(4).map((p) => (p.at === 2 ? { ...p, scores: null } : p));
    const line = curveGeometry(input({ points })).lines.find((l) => l.id === 'topK');
    expect(line?.path.match(/M/g)).toHaveLength(2);
  });

  it('leaves out the aligned line where nothing moved', () => {
    const points = [0, 2, 4].map((at) => ({
      at,
      scores: inventedScores(at, 0, false),
      decisionChanged: false,
    }));
    const { lines } = curveGeometry(input({ points, stride: null }));
    expect(lines.find((l) => l.id === 'alignedTopK')?.path).toBe('');
  });

  it('draws chance as an area per LENS score, and as zero once corrected', () => {
    const raw = curveGeometry(input());
    expect(raw.chance.map((c) => c.path.endsWith('Z'))).toEqual([true, true]);
    expect(raw.chanceY).toBeCloseTo(210 - 0.21 * 200);
    const corrected = curveGeometry(input({ mode: 'corrected' }));
    expect(corrected.chance).toEqual([]);
    expect(corrected.chanceY).toBe(corrected.yTicks.find((t) => t.value === 0)?.position);
  });

  it('names the chance band beside the lines, apart from their labels', () => {
    const { lines, chanceLabel } = curveGeometry(input({ nameChance: true }));
    expect(chanceLabel).toMatchObject({ fromX: 380 });
    const heights = [chanceLabel, ...lines.map(({ label }) => label)].map((label) => label?.y ?? 0);
    heights.sort((a, b) => a - b);
    for (let i = 1; i < heights.length; i++)
      expect((heights[i] ?? 0) - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
    expect(curveGeometry(input()).chanceLabel).toBeNull();
    expect(curveGeometry(input({ nameChance: true, mode: 'corrected' })).chanceLabel).toBeNull();
  });

  it('reaches below zero only as far as corrected scores go', () => {
    const points = inventedCurve(2).map((p) => {
      const scores = inventedScores(0, 0);
      const below = { value: 0.1, chance: 0.3, corrected: -0.29, pValue: null, reason: null };
      return { ...p, scores: { ...scores, raw: { ...scores.raw, lensRecallAtK: below } } };
    });
    const { yTicks, plot } = curveGeometry(input({ points, mode: 'corrected' }));
    expect(yTicks.find((t) => t.value === 0)?.position).toBeCloseTo(
      plot.top + (plot.bottom - plot.top) * (1 / 1.5),
    );
  });

  it('survives no places, one place, and a current place off the axis', () => {
    expect(curveGeometry(input({ points: [] })).places).toEqual([]);
    const one = curveGeometry(input({ points: inventedCurve(0), current: 9 }));
    expect(one.places).toEqual([210]);
    expect(one.currentX).toBeNull();
  });

  it('never writes NaN', () => {
    for (const points of [[], inventedCurve(0), inventedCurve(8, 0.5, 3)])
      for (const mode of ['value', 'corrected'] as const)
        expect(JSON.stringify(curveGeometry(input({ points, mode })))).not.toMatch(/NaN/);
  });

  it('shows every series of a place', () => {
    const [point] = inventedCurve(1);
    for (const id of CURVE_SERIES)
      expect(point && seriesValue(point, id, 'corrected')).toBeLessThanOrEqual(1);
  });
});

describe('placeEndLabels', () => {
  it('leaves labels with room where they are', () => {
    expect(placeEndLabels([20, 80, 50], 10, 0, 100)).toEqual([20, 80, 50]);
  });

  it('moves two equal labels apart by half each, in order', () => {
    expect(placeEndLabels([50, 50], 10, 0, 100)).toEqual([45, 55]);
  });

  it('neither overlaps nor leaves the plot, and keeps the order', () => {
    const heights = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = placeEndLabels(wanted, 20, 0, 200);
        const sorted = placed.map((y, i) => ({ y, at: wanted[i] ?? 0 })).sort((a, b) => a.y - b.y);
        sorted.forEach(({ y, at }, i) => {
          const before = sorted[i - 1];
          expect(y).toBeGreaterThanOrEqual((before ? before.y + 20 : 10) - 1e-9);
          expect(y).toBeLessThanOrEqual(190 + 1e-9);
          if (before) expect(at).toBeGreaterThanOrEqual(before.at);
        });
      }),
    );
  });
});

describe('nearestPlace', () => {
  it('finds the nearest, the left one of two', () => {
    expect(nearestPlace([0, 10, 20], 14)).toBe(1);
    expect(nearestPlace([0, 10, 20], 15)).toBe(1);
    expect(nearestPlace([], 3)).toBe(-1);
  });
});
