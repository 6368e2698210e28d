import type { CurveMode } from '../../charts/curve.ts';
import { placeText, scoreText } from '../../charts/numbers.ts';
import type { StrengthUnit } from '../../domain/perturbation.ts';
import type { Score } from '../../domain/score.ts';
import type { CurvePoint } from '../../domain/view.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import styles from './StabilityCurve.module.css';

type Texts = FigureTexts['curve'];
type Column = keyof Texts['tableSeries'];

const COLUMNS: readonly Column[] = [
  'topK',
  'lensRecall',
  'chanceRecall',
  'lensPrecision',
  'chancePrecision',
  'alignedTopK',
  'alignedLensRecall',
];

function cell({ scores }: CurvePoint, column: Column, mode: CurveMode): number | null {
  if (!scores) return null;
  const { raw, aligned } = scores;
  const shown = (score: Score | undefined): number | null => score?.[mode] ?? null;
  switch (column) {
    case 'topK':
      return shown(raw.topKIntersection);
    case 'lensRecall':
      return shown(raw.lensRecallAtK);
    case 'lensPrecision':
      return shown(raw.lensPrecisionAtK);
    case 'chanceRecall':
      return raw.lensRecallAtK.chance;
    case 'chancePrecision':
      return raw.lensPrecisionAtK.chance;
    case 'alignedTopK':
      return shown(aligned?.topKIntersection);
    case 'alignedLensRecall':
      return shown(aligned?.lensRecallAtK);
  }
}

function columnsFor(points: readonly CurvePoint[], mode: CurveMode): Column[] {
  const moved = points.some(({ scores }) => scores?.aligned);
  return COLUMNS.filter(
    (column) =>
      (moved || !column.startsWith('aligned')) &&
      (mode === 'value' || !column.startsWith('chance')),
  );
}

function Rows(props: CurveTableProps & { readonly columns: readonly Column[] }) {
  const { texts, points, mode, columns } = props;
  return points.map((point) => (
    <tr key={point.at}>
      <th scope="row">{placeText(point.at)}</th>
      {columns.map((column) => (
        <td key={column}>{scoreText(cell(point, column, mode))}</td>
      ))}
      <td>{point.scores ? (point.decisionChanged ? texts.changed : texts.kept) : texts.pending}</td>
    </tr>
  ));
}

export interface CurveTableProps {
  readonly texts: Texts;
  readonly points: readonly CurvePoint[];
  readonly unit: 'px' | StrengthUnit;
  readonly mode: CurveMode;
  readonly title: string;
}

/** The curve in numbers, folded away until asked for. */
export function CurveTable(props: CurveTableProps) {
  const { texts, points, unit, mode, title } = props;
  const columns = columnsFor(points, mode);
  return (
    <details className={styles.details}>
      <summary>{texts.table}</summary>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={`${title}: ${texts.table}`}>
          <thead>
            <tr>
              <th scope="col">{texts.xAxis[unit]}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {texts.tableSeries[column]}
                </th>
              ))}
              <th scope="col">{texts.decision}</th>
            </tr>
          </thead>
          <tbody>
            <Rows {...props} columns={columns} />
          </tbody>
        </table>
      </div>
    </details>
  );
}
