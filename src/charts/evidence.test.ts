import { describe, expect, it } from 'vitest';
import { EXPERIMENT_IDS } from '../domain/evidence.ts';
import { inventedEvidence } from '../report/inventedEvidence.ts';
import {
  axisChoices,
  firstChoice,
  seriesChoices,
  switchedFactors,
  withAxis,
} from './evidencePlan.ts';
import { evidenceView, pointsOf, sharesChance } from './evidenceView.ts';
import { intervalDots } from './intervalDots.ts';
import { intervalLines } from './intervalLines.ts';
import { detectionsAt, rocChart } from './rocChart.ts';

const MARGIN = { top: 10, right: 20, bottom: 30, left: 40 };
const size = { width: 460, height: 240, margin: MARGIN, labelHeight: 16 };

describe('what is first shown', () => {
  it.each(EXPERIMENT_IDS)('has points, and every varied factor can be turned: %s', (id) => {
    const result = inventedEvidence(id);
    const choice = firstChoice(result);
    const view = evidenceView(result, choice);
    expect(pointsOf(view).length).toBe(view.levels.length * view.series.length);
    const turned = [choice.x, choice.series, ...switchedFactors(result, choice)];
    for (const [factor, levels] of Object.entries(result.factors))
      if (levels.length > 1) expect(turned).toContain(factor);
  });

  it('takes the strongest change, the usual k and w', () => {
    expect(firstChoice(inventedEvidence('randomAgainstAttack')).at).toMatchObject({
      epsilon: 8,
      k: 0.05,
      w: 2,
      score: 'topKIntersection',
    });
  });

  it('does not offer what comes with the model', () => {
    const whole = inventedEvidence('regimes');
    const cells = whole.cells.filter(
      ({ at }) => at.epsilon === (at.model === 'surface-natural' ? 4 : 8),
    );
    const result = { ...whole, factors: { ...whole.factors, epsilon: [4, 8] }, cells };
    const choice = firstChoice(result);
    expect(choice).toMatchObject({ x: 'model', at: { model: 'surface-natural', epsilon: 4 } });
    expect(axisChoices(result)).toEqual(['model']);
    expect(switchedFactors(result, choice)).not.toContain('epsilon');
    // Every model at its own strength.
    expect(pointsOf(evidenceView(result, choice)).map(({ cell }) => cell.at.epsilon)).toEqual([
      4, 8, 8, 4, 8, 8,
    ]);
  });

  it('lets another axis in, and the series makes room', () => {
    const result = inventedEvidence('windowAndK');
    const choice = { ...firstChoice(result), series: 'k' as const };
    expect(axisChoices(result)).toEqual(['w', 'k']);
    expect(withAxis(result, choice, 'k')).toMatchObject({ x: 'k', series: 'score' });
    // Eight radii cannot be told apart as lines.
    expect(seriesChoices(result, 'k')).toEqual(['score']);
  });

  it('copes with a result in which nothing varies', () => {
    const whole = inventedEvidence('methods');
    const [cell] = whole.cells;
    const factors = Object.fromEntries(
      Object.entries(cell?.at ?? {}).map(([factor, level]) => [factor, [level]]),
    );
    const result = { ...whole, factors, cells: cell ? [cell] : [] };
    const view = evidenceView(result, firstChoice(result));
    expect(view).toMatchObject({ x: 'method', levels: ['gradient'], numeric: false });
    expect(pointsOf(view)).toHaveLength(1);
  });
});

describe('a view', () => {
  it('puts methods and scores best first, numbers in rising order', () => {
    const result = inventedEvidence('falseAlarms');
    const choice = firstChoice(result);
    const values = (of: typeof choice) =>
      evidenceView(result, of).series[0]?.points.map((point) => point?.estimate.value ?? 0) ?? [];
    expect(values(choice)).toEqual(values(choice).toSorted((a, b) => b - a));
    const alarms = values({ ...choice, estimate: 'falseAlarms' });
    expect(alarms).toEqual(alarms.toSorted((a, b) => a - b));
    const shifts = inventedEvidence('shifts');
    const mixed = { ...shifts, factors: { ...shifts.factors, shift: [5, 0, 3, 1, 2, 4] } };
    expect(evidenceView(mixed, firstChoice(mixed)).levels).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('leaves out levels and series without an estimate', () => {
    const result = inventedEvidence('shifts');
    const cells = result.cells.filter(({ at }) => at.frame === 'raw' && at.shift !== 2);
    const view = evidenceView({ ...result, cells }, firstChoice(result));
    expect(view.series.map(({ level }) => level)).toEqual(['raw']);
    expect(view.levels).toEqual([0, 1, 3, 4, 5]);
  });

  it('shows chance beside values only, and knows when it is one line', () => {
    const result = inventedEvidence('windowAndK');
    const choice = firstChoice(result);
    expect(sharesChance(evidenceView(result, choice))).toBe(true);
    expect(sharesChance(evidenceView(result, { ...choice, series: 'k' }))).toBe(false);
    const corrected = evidenceView(result, { ...choice, estimate: 'corrected' });
    expect(pointsOf(corrected).every(({ chance }) => chance === null)).toBe(true);
    expect(corrected.reference).toBe(0);
    expect(sharesChance(corrected)).toBe(false);
  });
});

describe('lines with intervals', () => {
  it('stand to scale, with the band from low to high', () => {
    const result = inventedEvidence('shifts');
    const view = evidenceView(result, firstChoice(result));
    const { plot, places, lines, yTicks } = intervalLines({ view, ...size });
    expect(plot).toEqual({ left: 40, right: 440, top: 10, bottom: 210 });
    expect(places).toEqual([40, 120, 200, 280, 360, 440]);
    // 0 to 1 on 200 px.
    const y = (value: number) => 210 - 200 * value;
    expect(yTicks.at(-1)?.value).toBe(1);
    const raw = view.series[0]?.points[1]?.estimate;
    expect(lines[0]?.marks[1]?.y).toBeCloseTo(y(raw?.value ?? 0), 9);
    expect(lines[0]?.band).toContain(`L120,${Number(y(raw?.low ?? 0).toFixed(3))}`);
    expect(lines[0]?.band).toContain(`L120,${Number(y(raw?.high ?? 0).toFixed(3))}`);
  });

  it('break where a level has no estimate', () => {
    const result = inventedEvidence('shifts');
    const cells = result.cells.filter(({ at }) => at.frame === 'raw' || at.shift !== 2);
    const view = evidenceView({ ...result, cells }, firstChoice(result));
    const [raw, aligned] = intervalLines({ view, ...size }).lines;
    expect(raw?.path.match(/M/g)).toHaveLength(1);
    expect(aligned?.path.match(/M/g)).toHaveLength(2);
    expect(aligned?.marks.map(({ index }) => index)).toEqual([0, 1, 3, 4, 5]);
  });

  it('set out levels of many sizes by their ratios', () => {
    const result = inventedEvidence('windowAndK');
    const view = evidenceView(result, withAxis(result, firstChoice(result), 'k'));
    const { places } = intervalLines({ view, ...size });
    expect(view.levels).toEqual([0.005, 0.01, 0.02, 0.05, 0.1, 0.2]);
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeCloseTo((places[2] ?? 0) - (places[1] ?? 0), 9);
  });
});

describe('rows of dots', () => {
  it('never overlap, and keep every interval inside the plot', () => {
    const result = inventedEvidence('falseAlarms');
    const view = evidenceView(result, firstChoice(result));
    for (const nameWidth of [0, 200]) {
      const input = { view, width: 600, nameWidth, valueWidth: 50 };
      const { rows, plot, referenceX, height } = intervalDots(input);
      const heights = rows.flatMap(({ dots }) => dots.map(({ y }) => y));
      expect(heights).toHaveLength(14);
      for (let i = 1; i < heights.length; i++)
        expect((heights[i] ?? 0) - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(16);
      for (const { low, high } of rows.flatMap(({ dots }) => dots)) {
        expect(low).toBeGreaterThanOrEqual(plot.left);
        expect(high).toBeLessThanOrEqual(plot.right);
      }
      // 0.4…1: one half is a sixth of the way.
      expect(referenceX).toBeCloseTo(plot.left + (plot.right - plot.left) / 6, 9);
      expect(height).toBeGreaterThan(rows.at(-1)?.bottom ?? 0);
    }
  });
});

describe('a ROC curve', () => {
  const roc = [
    [0, 0],
    [0, 0.5],
    [0.5, 0.75],
    [1, 1],
  ] as const;

  it('is read on the line between its corners, at its upper end where it rises straight up', () => {
    expect([0, 0.25, 0.5, 0.8, 1].map((share) => detectionsAt(roc, share))).toEqual([
      0.5, 0.625, 0.75, 0.9, 1,
    ]);
    expect(detectionsAt([], 0.5)).toBeNaN();
  });

  it('is drawn from the lower left to the upper right', () => {
    const { paths, xOf, yOf } = rocChart([roc], { width: 260, height: 240, margin: MARGIN });
    expect(paths).toEqual(['M40,210L40,110L140,60L240,10']);
    expect([xOf(0.5), yOf(0.5)]).toEqual([140, 110]);
  });
});
