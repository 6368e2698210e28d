import { csvParseRows } from 'd3';
import { expect, it } from 'vitest';
import { SCORE_IDS } from '../domain/score.ts';
import { exportCsv } from './exportCsv.ts';
import type { ExportPlace } from './exportJson.ts';
import { exportJson } from './exportJson.ts';
import { mapsCsv, mapsJson } from './exportMaps.ts';
import { inventedMapsReport, inventedReport } from './inventedReport.ts';

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
  expect(rows).toHaveLength(26 + 12);
  const column = (name: string): string[] => rows.map((row) => row[head.indexOf(name)]);
  expect(column('coordinates').slice(12, 14)).toEqual(['raw', 'aligned']);
  expect(column('score').slice(0, 13)).toEqual([...SCORE_IDS]);
  expect(Number(column('p')[0])).toBe(model.pValues.raw?.topKIntersection);
  expect(Number(column('value')[8])).toBe(model.details.raw.lensSpearman.value);
  expect(column('shift_x_px')[26]).toBe('-8');
  expect(column('decision_perturbed')[26]).toBe('crack');
  expect(column('p')[26]).toBe('');
  expect(Number(column('value')[0])).toBe(model.scores.raw.topKIntersection.value);
  expect(text.split('\r\n')).toHaveLength(40);
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

it('writes two maps as the command line does, with their files', () => {
  const report = inventedMapsReport();
  const parsed: unknown = JSON.parse(mapsJson(report));
  expect(parsed).toMatchObject({
    k: 461,
    windowRadius: 2,
    scores: {
      topKIntersection: {
        value: report.scores.raw.topKIntersection.value,
        pValue: report.pValues.raw?.topKIntersection,
      },
      massCenterShift: { value: 1.24, chance: null },
    },
    alignedScores: { spearman: { value: 0.71 } },
    diverseCount: { original: 461, perturbed: 461 },
    files: { original: { name: 'part-7-original.npy' } },
  });
  const [head, ...rows] = csvParseRows(mapsCsv(report));
  expect(rows).toHaveLength(26);
  expect(rows[0][head.indexOf('original_sha256')]).toBe(report.original.sha256);
});
