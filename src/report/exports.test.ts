import { csvParseRows } from 'd3';
import { expect, it } from 'vitest';
import { SCORE_IDS } from '../domain/score.ts';
import { TRUTH_IDS } from '../domain/truth.ts';
import { exportCsv } from './exportCsv.ts';
import type { ExportPlace } from './exportJson.ts';
import { exportJson } from './exportJson.ts';
import { mapsCsv, mapsJson } from './exportMaps.ts';
import { inventedAttack } from './inventedAttack.ts';
import { inventedBelief } from './inventedBelief.ts';
import { inventedMapsReport, inventedReport, inventedTruth } from './inventedReport.ts';

const model = inventedReport();
const place: ExportPlace = {
  sweep: 'shiftMap',
  perturbation: 'shift',
  shiftX: -8,
  shiftY: 0,
  strength: 4,
  predictedClass: 2,
  scores: model.scores,
};

it('writes one complete row per place, coordinates and score', () => {
  const text = exportCsv(model, [place]);
  const [head, ...rows] = csvParseRows(text);
  expect(rows).toHaveLength(26 + 2 + 12);
  const column = (name: string): string[] => rows.map((row) => row[head.indexOf(name)]);
  expect(column('coordinates').slice(12, 14)).toEqual(['raw', 'aligned']);
  expect(column('score').slice(0, 13)).toEqual([...SCORE_IDS]);
  expect(Number(column('p')[0])).toBe(model.pValues.raw?.topKIntersection);
  expect(Number(column('value')[8])).toBe(model.details.raw.lensSpearman.value);
  expect(column('score').slice(26, 28)).toEqual(['maxSensitivity', 'localLipschitz']);
  expect(column('value')[26]).toBe('1.09');
  expect(column('shift_x_px')[28]).toBe('-8');
  expect(column('decision_perturbed')[28]).toBe('crack');
  expect(column('p')[28]).toBe('');
  expect(Number(column('value')[0])).toBe(model.scores.raw.topKIntersection.value);
  expect(text.split('\r\n')).toHaveLength(42);
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

it('writes the attack that was run, with the map of its best picture', () => {
  const words = { headline: '', controls: '' };
  const attack = { heading: '', words, result: inventedAttack() };
  const parsed: unknown = JSON.parse(exportJson({ ...model, attack }, []));
  expect(parsed).toMatchObject({
    attack: { outcome: 'succeeded', map: { height: 96, width: 96 }, random: { kept: 2 } },
  });
  expect(JSON.parse(exportJson(model, []))).toMatchObject({ attack: null });
});

it('writes both maps of the pair against the mask behind its scores', () => {
  const nothing = { ...inventedTruth.perturbed, pointingGame: null, relevanceMassAccuracy: null };
  const maskShare = { original: 0.0312, perturbed: 0 };
  const truth = { ...inventedTruth, perturbed: nothing, maskShare };
  const [head, ...rows] = csvParseRows(exportCsv({ ...model, truth }, [place]));
  expect(rows).toHaveLength(26 + 6 + 2 + 12);
  const cells = (name: string): string[] =>
    rows.slice(26, 32).map((row) => row[head.indexOf(name)]);
  expect([...new Set(cells('place'))]).toEqual(['pair']);
  expect(cells('coordinates')).toEqual([
    'original',
    'original',
    'original',
    'perturbed',
    'perturbed',
    'perturbed',
  ]);
  expect(cells('score')).toEqual([...TRUTH_IDS, ...TRUTH_IDS]);
  expect(cells('value')).toEqual(['1', '0.4213', '0.5127', '', '', '0.4873']);
  expect(cells('chance')).toEqual(['0.0312', '0.0312', '0.0312', '0', '0', '0']);
  expect(cells('missing_because')).toEqual(['', '', '', 'empty-mask', 'empty-mask', '']);
  const missed = { ...inventedTruth, original: { ...nothing, pointingGame: false } };
  const [, ...more] = csvParseRows(exportCsv({ ...model, truth: missed }, []));
  expect(more.slice(26, 28).map((row) => row[head.indexOf('value')])).toEqual(['0', '']);
  expect(more[27]?.[head.indexOf('missing_because')]).toBe('nothing-positive');
});

it('writes the truth into JSON with its file, and null without a mask', () => {
  const parsed: unknown = JSON.parse(exportJson({ ...model, truth: inventedTruth }, []));
  expect(parsed).toMatchObject({ truth: inventedTruth });
  expect(JSON.parse(exportJson(model, []))).toMatchObject({ truth: null, belief: null });
  const asked: unknown = JSON.parse(exportJson({ ...model, belief: inventedBelief }, []));
  expect(asked).toMatchObject({ belief: inventedBelief });
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
