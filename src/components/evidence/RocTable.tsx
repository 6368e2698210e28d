import type { ReactNode } from 'react';
import { detectionsAt } from '../../charts/rocChart.ts';
import type { Level } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useFormat } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import styles from './intervals.module.css';
import type { RocOfScore } from './rocCells.ts';

interface RocTableProps {
  readonly curves: readonly RocOfScore[];
  readonly nameOf: (score: Level) => string;
}

/** False alarms that a line might bear. */
const COLUMNS = [0.01, 0.05, 0.1, 0.2, 0.5] as const;

/** Detections of every score at a few shares of false alarms. */
export function RocTable({ curves, nameOf }: RocTableProps): ReactNode {
  const { frame } = useEvidenceText();
  const format = useFormat();
  return (
    <details className={controls.disclosure}>
      <summary>{frame.table}</summary>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={`${frame.roc}: ${frame.table}`}>
          <caption>{frame.rocTable}</caption>
          <thead>
            <tr>
              <th scope="col">{frame.factors.score}</th>
              {COLUMNS.map((share) => (
                <th key={share} scope="col">
                  {format.share(share)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {curves.map(({ score, roc }) => (
              <tr key={score}>
                <th scope="row">{nameOf(score)}</th>
                {COLUMNS.map((share) => (
                  <td key={share}>{format.share(detectionsAt(roc, share))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
