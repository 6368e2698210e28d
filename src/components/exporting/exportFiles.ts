import type { AttackResult } from '../../domain/attack.ts';
import type { Language } from '../../domain/language.ts';
import { profileStanding } from '../../domain/profile.ts';
import type { TruthOfFile } from '../../domain/truth.ts';
import { formatFor } from '../../i18n/format.ts';
import type { ExportPlace } from '../../report/exportJson.ts';
import type { MapsReport } from '../../report/mapsReport.ts';
import type { AttackReport, ReportModel } from '../../report/reportModel.ts';
import type { FoundForResult } from '../../state/controllerTypes.ts';
import type { SettledScores } from '../../state/details.ts';
import type { AppState, MapsState, Result, Scored, SweepState } from '../../state/store.ts';

/** Draws the report elsewhere and gives the bytes of the PNG. */
export type DrawReport = (
  model: ReportModel | MapsReport,
  language: Language,
) => Promise<Uint8Array<ArrayBuffer>>;

/** What takes longer than a frame and goes into every file. */
type Settled = SettledScores & FoundForResult & { readonly truth: TruthOfFile | null };

/** Written into the page when it is built. */
declare const __APP_VERSION__: string;

export const EXPORTS = ['report', 'json', 'csv'] as const;
export type ExportKind = (typeof EXPORTS)[number];

/** A picture's result, scored, with its sweeps. */
interface PictureState extends Pick<AppState, 'curve' | 'shiftMap' | 'sensitivity' | 'profile'> {
  readonly maps: null;
  readonly result: Result;
  readonly scored: Scored;
}

/** The parts of the state that go into a file: two maps, or a picture's result. */
export type Exportable = PictureState | { readonly maps: MapsState };

const TYPES: Readonly<Record<ExportKind, readonly [ending: string, type: string]>> = {
  report: ['png', 'image/png'],
  json: ['json', 'application/json'],
  csv: ['csv', 'text/csv'],
};

/** What is on the screen, with the settings it was computed from. */
function reportModel(
  state: PictureState,
  settled: Settled,
  attack: AttackReport | null,
): ReportModel {
  const { result, scored, curve, sensitivity, profile } = state;
  const { analysis, picture, settings } = result;
  const { predictedClass } = analysis.original;
  const used = { ...settings, score: scored.settings, thresholds: scored.thresholds };
  return {
    analysis,
    scores: scored.scores,
    ...settled,
    sensitivity,
    attack,
    verdict: scored.verdict,
    settings: used,
    profile: profile && profileStanding(profile, used, analysis.card),
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
    const { id, shiftX, shiftY, strength } = perturbation;
    const where = { sweep, perturbation: id, shiftX, shiftY, strength };
    return scored ? [{ ...where, predictedClass, scores: scored }] : [];
  });
}

function mapsReport(maps: MapsState, settled: SettledScores): MapsReport {
  const { original, perturbed, motion, scored } = maps;
  const { scores, verdict, thresholds } = scored;
  const made = { version: __APP_VERSION__, date: new Date() };
  return {
    analysis: null,
    original,
    perturbed,
    motion,
    scores,
    verdict,
    thresholds,
    ...settled,
    ...made,
  };
}

/** The attack in words, which are fetched with the studies. */
async function attackReport(
  result: AttackResult | null,
  language: Language,
): Promise<AttackReport | null> {
  if (!result) return null;
  const [{ STUDY_TEXTS }, { attackWords }] = await Promise.all([
    import('../../i18n/studies.ts'),
    import('../../report/attackWords.ts'),
  ]);
  const text = STUDY_TEXTS[language].attackWords;
  return {
    heading: text.heading,
    words: attackWords(result, { text, format: formatFor(language) }),
    result,
  };
}

type Content = Promise<Uint8Array<ArrayBuffer> | string>;

/** What a file is made with. */
interface Making {
  readonly settled: Settled;
  readonly language: Language;
  readonly drawReport: DrawReport;
}

/** The bytes or text of a file; the drawing and writing code is fetched when it is first needed. */
async function pictureContent(kind: ExportKind, state: PictureState, making: Making): Content {
  const attack = await attackReport(making.settled.attack, making.language);
  const model = reportModel(state, making.settled, attack);
  const places = [...placesOf('curve', state.curve), ...placesOf('shiftMap', state.shiftMap)];
  if (kind === 'json')
    return (await import('../../report/exportJson.ts')).exportJson(model, places);
  if (kind === 'csv') return (await import('../../report/exportCsv.ts')).exportCsv(model, places);
  return making.drawReport(model, making.language);
}

async function mapsContent(kind: ExportKind, maps: MapsState, making: Making): Content {
  const report = mapsReport(maps, making.settled);
  if (kind === 'report') return making.drawReport(report, making.language);
  const { mapsCsv, mapsJson } = await import('../../report/exportMaps.ts');
  return kind === 'json' ? mapsJson(report) : mapsCsv(report);
}

/** A file of what is on the screen, named after its picture or original map: `part-7-jitterscope.png`. */
export async function exportFile(
  kind: ExportKind,
  state: Exportable,
  making: Making,
): Promise<File> {
  const [ending, type] = TYPES[kind];
  const name = state.maps ? state.maps.original.name : state.result.picture.info.name;
  const content = await (state.maps
    ? mapsContent(kind, state.maps, making)
    : pictureContent(kind, state, making));
  return new File([content], `${name.replace(/\.[^.]*$/, '')}-jitterscope.${ending}`, { type });
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
