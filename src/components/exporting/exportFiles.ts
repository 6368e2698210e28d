import type { Language } from '../../domain/language.ts';
import type { ExportPlace } from '../../report/exportJson.ts';
import type { ReportModel } from '../../report/reportModel.ts';
import type { SettledScores } from '../../state/details.ts';
import type { AppState, Result, Scored, SweepState } from '../../state/store.ts';

/** Draws the report elsewhere and gives the bytes of the PNG. */
export type DrawReport = (
  model: ReportModel,
  language: Language,
) => Promise<Uint8Array<ArrayBuffer>>;

/** Written into the page when it is built. */
declare const __APP_VERSION__: string;

export const EXPORTS = ['report', 'json', 'csv'] as const;
export type ExportKind = (typeof EXPORTS)[number];

/** The parts of the state that go into a file. */
export interface Exportable extends Pick<AppState, 'curve' | 'shiftMap'> {
  readonly result: Result;
  readonly scored: Scored;
}

/** An exportable state with the scores that take longer. */
type Complete = Exportable & SettledScores;

const TYPES: Readonly<Record<ExportKind, readonly [ending: string, type: string]>> = {
  report: ['png', 'image/png'],
  json: ['json', 'application/json'],
  csv: ['csv', 'text/csv'],
};

/** What is on the screen, with the settings it was computed from. */
function reportModel({ result, scored, curve, details, pValues }: Complete): ReportModel {
  const { analysis, picture, settings } = result;
  const { predictedClass } = analysis.original;
  return {
    analysis,
    scores: scored.scores,
    details,
    pValues,
    verdict: scored.verdict,
    settings: { ...settings, score: scored.settings, thresholds: scored.thresholds },
    picture: picture.info,
    curve: curve.points.map((point) => ({
      at: point.at ?? 0,
      scores: curve.scores[point.index] ?? null,
      decisionChanged: point.predictedClass !== predictedClass,
    })),
    version: __APP_VERSION__,
    date: new Date(),
  };
}

function placesOf(sweep: 'curve' | 'shiftMap', { points, scores }: SweepState): ExportPlace[] {
  return points.flatMap(({ index, perturbation, predictedClass }) => {
    const scored = scores[index];
    const { shiftX, shiftY, strength } = perturbation;
    return scored ? [{ sweep, shiftX, shiftY, strength, predictedClass, scores: scored }] : [];
  });
}

/** The bytes or text of a file; the drawing and writing code is fetched when it is first needed. */
async function contentOf(
  kind: ExportKind,
  state: Complete,
  language: Language,
  drawReport: DrawReport,
): Promise<Uint8Array<ArrayBuffer> | string> {
  const model = reportModel(state);
  const places = [...placesOf('curve', state.curve), ...placesOf('shiftMap', state.shiftMap)];
  if (kind === 'json')
    return (await import('../../report/exportJson.ts')).exportJson(model, places);
  if (kind === 'csv') return (await import('../../report/exportCsv.ts')).exportCsv(model, places);
  return drawReport(model, language);
}

/** A file of the result on the screen, named after its picture: `part-7-jitterscope.png`. */
export async function exportFile(
  kind: ExportKind,
  state: Complete,
  language: Language,
  drawReport: DrawReport,
): Promise<File> {
  const [ending, type] = TYPES[kind];
  const stem = state.result.picture.info.name.replace(/\.[^.]*$/, '');
  const content = await contentOf(kind, state, language, drawReport);
  return new File([content], `${stem}-jitterscope.${ending}`, { type });
}

/** Hands a file to the browser's downloads. */
export function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The download has its own hold on the data once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
