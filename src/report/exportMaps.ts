import { type Cell, csvOf, SCORE_COLUMNS, scoreRows } from './csv.ts';
import type { MapsReport } from './mapsReport.ts';
import { pairJson } from './pairJson.ts';

/**
 * Two maps as JSON: the fields of the command line's `compare`, with the files, their digests, the motion, the verdict and the
 * thresholds beside them.
 */
export function mapsJson(report: MapsReport): string {
  const { facts, scores, alignedScores, concentration, diverseCount } = pairJson(report);
  const { original, perturbed, motion, verdict, thresholds, version, date } = report;
  const file = ({ name, sha256 }: typeof original): object => ({ name, sha256 });
  const document = {
    ...facts,
    scores,
    ...(alignedScores && { alignedScores }),
    concentration,
    diverseCount,
    program: { name: 'jitterscope', version },
    date: date.toISOString(),
    files: { original: file(original), perturbed: file(perturbed) },
    motion,
    verdict,
    thresholds,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const COLUMNS = [
  ...SCORE_COLUMNS,
  'shift_x_px',
  'shift_y_px',
  'k',
  'window_radius_px',
  'original',
  'original_sha256',
  'perturbed',
  'perturbed_sha256',
  'version',
  'date',
] as const;

/** Two maps as CSV, one row per coordinates and score, written as `exportCsv` writes. */
export function mapsCsv(report: MapsReport): string {
  const { original, perturbed, motion, version, date } = report;
  const { k, windowRadius } = report.scores;
  const from: Cell[] = [
    motion?.dx ?? null,
    motion?.dy ?? null,
    k,
    windowRadius,
    original.name,
    original.sha256,
    perturbed.name,
    perturbed.sha256,
    version,
    date.toISOString(),
  ];
  return csvOf([[...COLUMNS], ...scoreRows(report).map((row) => [...row, ...from])]);
}
