import type { Explanation, PerturbedExplanation } from '../domain/analysis.ts';
import type { AttackResult } from '../domain/attack.ts';
import type { AttributionMap } from '../domain/attribution.ts';
import type { PerturbationId } from '../domain/perturbation.ts';
import type { PairScores } from '../domain/score.ts';
import { attackJson } from './attackJson.ts';
import type { ReportModel } from './reportModel.ts';

/** A place of a sweep with its scores, for the exports. */
export interface ExportPlace {
  readonly sweep: 'curve' | 'shiftMap';
  readonly perturbation: PerturbationId;
  readonly shiftX: number;
  readonly shiftY: number;
  readonly strength: number;
  readonly predictedClass: number;
  readonly scores: PairScores;
}

const mapJson = ({ height, width, values }: AttributionMap): object => ({
  height,
  width,
  values: [...values],
});

function explanationJson(explanation: Explanation): object {
  const { logits, probabilities, predictedClass, map, completenessGap, deadGradient, saturated } =
    explanation;
  return {
    logits: [...logits],
    probabilities: [...probabilities],
    predictedClass,
    completenessGap,
    deadGradient,
    saturated,
    map: mapJson(map),
  };
}

function perturbedJson(explanation: PerturbedExplanation): object {
  const { perturbation, size, motion } = explanation;
  return { ...explanationJson(explanation), perturbation, size, motion };
}

/** With the map of its best picture: the form `compare` reads. */
function attackDocument(result: AttackResult): object {
  const best = result.outcome === 'impossible' ? null : result.attack.best;
  return { ...attackJson(result), map: best && mapJson(best.map) };
}

/**
 * Everything a report tells as JSON, indented by one space: settings, model card, picture, both explanations with their maps (the form the
 * command line's `compare` reads), scores, verdict, truth (null without a mask), belief and attack (null where they were not run) and every computed place of the sweeps.
 */
export function exportJson(model: ReportModel, places: readonly ExportPlace[]): string {
  const { analysis, scores, details, pValues, verdict, truth, settings, picture, version, date } =
    model;
  const { profile, sensitivity, belief, attack } = model;
  const { card, backend, targetClass, gradientCheck, parity, original, perturbed, durationMs } =
    analysis;
  const document = {
    program: { name: 'jitterscope', version },
    date: date.toISOString(),
    settings,
    profile,
    picture,
    model: card,
    backend,
    gradientCheck,
    parity,
    durationMs,
    targetClass,
    verdict,
    scores,
    details,
    pValues,
    truth,
    sensitivity,
    belief,
    attack: attack && attackDocument(attack.result),
    original: explanationJson(original),
    perturbed: perturbedJson(perturbed),
    places,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
