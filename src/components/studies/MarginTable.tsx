import type { ReactNode } from 'react';
import type { MarginVisit } from '../../domain/margin.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import styles from './margin.module.css';

interface MarginTableProps {
  readonly visits: readonly MarginVisit[];
  /** A strength in words. */
  readonly placeOf: (at: number) => string;
}

/** All visited strengths in words and numbers, folded. */
export function MarginTable({ visits, placeOf }: MarginTableProps): ReactNode {
  const text = useStudyText().margin;
  const { headlines } = useText().verdicts;
  const format = useFormat();
  return (
    <details className={controls.disclosure}>
      <summary>{text.table}</summary>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={text.table}>
          <thead>
            <tr>
              <th scope="col">{text.columns.at}</th>
              <th scope="col">{text.columns.verdict}</th>
              <th scope="col">{text.columns.topK}</th>
              <th scope="col">{text.columns.lens}</th>
            </tr>
          </thead>
          <tbody>
            {visits.map(({ at, verdict, topK, lens }) => (
              <tr key={at}>
                <th scope="row">{placeOf(at)}</th>
                <td>{headlines[verdict]}</td>
                <td>{format.score(topK)}</td>
                <td>{format.score(lens)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
