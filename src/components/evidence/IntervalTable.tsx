import type { ReactNode } from 'react';
import type { EvidenceView } from '../../charts/evidenceView.ts';
import { pointsOf } from '../../charts/evidenceView.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useFormat } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import styles from './intervals.module.css';
import type { IntervalWords } from './intervalWords.ts';

interface IntervalTableProps {
  readonly view: EvidenceView;
  readonly words: IntervalWords;
  readonly title: string;
}

/** The chart in numbers, folded away until asked for. */
export function IntervalTable({ view, words, title }: IntervalTableProps): ReactNode {
  const { frame } = useEvidenceText();
  const format = useFormat();
  const { seriesFactor } = view;
  const hasChance = pointsOf(view).some(({ chance }) => chance);
  const rows = view.levels.flatMap((level, i) =>
    view.series.flatMap((series, n) => {
      const point = series.points[i];
      return point ? [{ key: `${i} ${n}`, level, series, ...point }] : [];
    }),
  );
  return (
    <details className={controls.disclosure}>
      <summary>{frame.table}</summary>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={`${title}: ${frame.table}`}>
          <caption>{frame.intervalNote}</caption>
          <thead>
            <tr>
              <th scope="col">{words.xName}</th>
              {seriesFactor !== null && <th scope="col">{frame.factors[seriesFactor]}</th>}
              <th scope="col">{words.yName}</th>
              <th scope="col">{frame.columns.low}</th>
              <th scope="col">{frame.columns.high}</th>
              {hasChance && <th scope="col">{frame.estimates.chance}</th>}
              <th scope="col">{frame.columns.pictures}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, level, series, estimate, chance, cell }) => (
              <tr key={key}>
                <th scope="row">{words.levelName(level)}</th>
                {seriesFactor !== null && <td>{words.seriesName(series)}</td>}
                <td>{format.number(estimate.value, 3)}</td>
                <td>{format.number(estimate.low, 3)}</td>
                <td>{format.number(estimate.high, 3)}</td>
                {hasChance && <td>{format.number(chance?.value ?? null, 3)}</td>}
                <td>{format.integer(cell.pictures)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
