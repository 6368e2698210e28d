import type { Analysis, SweepPoint } from '../src/domain/analysis.ts';
import type { AttributionMap } from '../src/domain/attribution.ts';
import type { ModelInput } from '../src/domain/picture.ts';
import type { PairScores, ScoreSettings, Sensitivity } from '../src/domain/score.ts';
import type { Settings } from '../src/domain/settings.ts';
import type { CurvePoint } from '../src/domain/view.ts';
import type { Engine } from '../src/engine/engine.ts';
import { judgeAnalysis } from '../src/engine/judgeAnalysis.ts';
import { localLipschitz } from '../src/engine/metrics/localLipschitz.ts';
import { maxSensitivity } from '../src/engine/metrics/maxSensitivity.ts';
import { preparePair } from '../src/engine/metrics/preparePair.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';
import { sweep } from '../src/engine/sweep.ts';
import type { ExportPlace } from '../src/report/exportJson.ts';
import type { ReportModel } from '../src/report/reportModel.ts';
import { untiring } from './messages.ts';
import { scoreMaps } from './scoreMaps.ts';

const scoreAgainst = (
  { original }: Analysis,
  { map, motion }: Pick<SweepPoint, 'map' | 'motion'>,
  settings: ScoreSettings,
): PairScores =>
  scorePair(preparePair({ original: original.map, perturbed: map, motion }), settings);

/** Every score of a pair and what follows from them. */
type Judged = Pick<ReportModel, 'scores' | 'details' | 'pValues' | 'verdict'>;

/** Scores and verdict of an analysis; a shift, and no other motion, is judged with the evidence of the lattice. */
export async function judge(
  engine: Engine,
  analysis: Analysis,
  settings: Settings,
): Promise<Judged> {
  const { original, perturbed } = analysis;
  const { motion } = perturbed;
  const pair = preparePair({ original: original.map, perturbed: perturbed.map, motion });
  const known = scoreMaps(pair, settings.score);
  const judged = { analysis, scores: known.scores };
  return { ...known, verdict: await judgeAnalysis(engine, judged, settings, untiring) };
}

/** The places of a curve, and how far the explanation moves over them. */
interface ScoredCurve {
  readonly points: CurvePoint[];
  readonly places: ExportPlace[];
  readonly sensitivity: Sensitivity;
}

/** The stability curve around the chosen change, scored. */
export async function scoredCurve(
  engine: Engine,
  analysis: Analysis,
  request: { readonly input: ModelInput; readonly settings: Settings },
): Promise<ScoredCurve> {
  const points: CurvePoint[] = [];
  const places: ExportPlace[] = [];
  const maps: { map: AttributionMap; change: number }[] = [];
  const { targetClass, original } = analysis;
  await sweep(engine, { ...request, targetClass, kind: 'curve' }, untiring, (point) => {
    const scores = scoreAgainst(analysis, point, request.settings.score);
    const { id: perturbation, shiftX, shiftY, strength } = point.perturbation;
    const { predictedClass } = point;
    const decisionChanged = predictedClass !== original.predictedClass;
    points.push({ at: point.at ?? 0, scores, decisionChanged });
    maps.push({ map: point.map, change: point.size.l2 });
    const where = { sweep: 'curve', perturbation, shiftX, shiftY, strength } as const;
    places.push({ ...where, predictedClass, scores });
  });
  const sensitivity = {
    places: maps.length,
    maxSensitivity: maxSensitivity(
      original.map,
      maps.map(({ map }) => map),
    ),
    localLipschitz: localLipschitz(original.map, maps),
  };
  return { points, places, sensitivity };
}
