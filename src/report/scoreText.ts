import type { ScoreId } from '../domain/score.ts';
import type { ReportFormat } from './reportWords.ts';

/** A value with its unit: pixels for a distance, a plain number for everything else. */
export function scoreText(
  id: ScoreId,
  value: number | null,
  { format }: { readonly format: Pick<ReportFormat, 'score'> },
): string {
  const text = format.score(value);
  return id === 'massCenterShift' && value !== null ? `${text} px` : text;
}
