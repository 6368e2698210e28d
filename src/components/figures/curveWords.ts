import type { CurveMode, CurveSeriesId } from '../../charts/curve.ts';
import { seriesScore, seriesValue } from '../../charts/curve.ts';
import { placeText, scoreText } from '../../charts/numbers.ts';
import type { StrengthUnit } from '../../domain/perturbation.ts';
import type { CurvePoint } from '../../domain/view.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';

type Texts = FigureTexts['curve'];

/** Colour of a series as a CSS custom property. */
export const SERIES_COLOURS: Readonly<Record<CurveSeriesId, string>> = {
  topK: 'var(--series-topk)',
  lensRecall: 'var(--series-lens-recall)',
  lensPrecision: 'var(--series-lens-precision)',
  alignedTopK: 'var(--series-aligned)',
};

/** Series in reading order: the plain score first. */
export const READING_ORDER = [
  'topK',
  'lensRecall',
  'lensPrecision',
  'alignedTopK',
] as const satisfies readonly CurveSeriesId[];

/** `shift 3 px` */
export function placeWords(texts: Texts, unit: 'px' | StrengthUnit, at: number): string {
  return texts.place[unit]({ at: placeText(at) });
}

/** The series a point can show, with their numbers; a perturbation that moves nothing has no aligned one. */
export function valuesAt(
  texts: Texts,
  point: CurvePoint,
  mode: CurveMode,
): { readonly id: CurveSeriesId; readonly name: string; readonly value: string }[] {
  return READING_ORDER.filter((id) => seriesScore(point, id) !== null).map((id) => ({
    id,
    name: texts.series[id],
    value: scoreText(seriesValue(point, id, mode)),
  }));
}

/** Everything about a place in one sentence, for a screen reader. */
export function sentenceAt(
  texts: Texts,
  unit: 'px' | StrengthUnit,
  point: CurvePoint,
  mode: CurveMode,
): string {
  const values = valuesAt(texts, point, mode).map((entry) => texts.valueAt(entry));
  const parts = point.scores ? values : [texts.pending];
  const decision = point.decisionChanged ? [texts.decisionChanged] : [];
  return [placeWords(texts, unit, point.at), ...parts, ...decision].join(', ');
}
