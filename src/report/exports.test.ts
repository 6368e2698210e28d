import { csvParseRows } from 'd3';
import { expect, it } from 'vitest';
import { exportCsv } from './exportCsv.ts';
import type { ExportPlace } from './exportJson.ts';
import { exportJson } from './exportJson.ts';
import { inventedReport } from './inventedReport.ts';

const model = inventedReport();
const place: ExportPlace = {
  sweep: 'shiftMap',
  shiftX: -8,
  shiftY: 0,
  strength: 4,
  predictedClass: 2,
  scores: model.scores,
};

it('writes one complete row per place, coordinates and score', () => {
  const text = exportCsv(model, [place]);
  const [head, ...rows] = csvParseRows(text);
  expect(rows).toHaveLength(12);
  const column = (name: string): string[] => rows.map((row) => row[head.indexOf(name)]);
  expect(column('coordinates').slice(0, 6)).toEqual([
    ...['raw', 'raw', 'raw'],
    ...['aligned', 'aligned', 'aligned'],
  ]);
  expect(column('shift_x_px')[6]).toBe('-8');
  expect(column('decision_perturbed')[6]).toBe('crack');
  expect(Number(column('value')[0])).toBe(model.scores.raw.topKIntersection.value);
  expect(text.split('\r\n')).toHaveLength(14);
});

it('quotes what needs quotes and disarms formulas, but not numbers', () => {
  const name = '=HYPERLINK("http://x","a"),b\n.png';
  const text = exportCsv({ ...model, picture: { ...model.picture, name } }, []);
  const [head, row] = csvParseRows(text);
  expect(row[head.indexOf('picture')]).toBe(`'${name}`);
  expect(row[head.indexOf('shift_x_px')]).toBe('1');
  expect(text).toContain('""http://x""');
});

it('writes JSON whose maps can be compared again', () => {
  const parsed: unknown = JSON.parse(exportJson(model, [place]));
  expect(parsed).toMatchObject({
    settings: model.settings,
    original: { map: { height: 96, width: 96 }, predictedClass: 1 },
    places: [{ sweep: 'shiftMap', shiftX: -8 }],
    verdict: model.verdict,
  });
});
