import type { ReactNode } from 'react';
import type { PairScores, Score } from '../../domain/score.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import styles from './regimes.module.css';

const ROWS = ['topKIntersection', 'lensRecallAtK', 'lensPrecisionAtK'] as const;

/** The scores of the strongest pixels, each beside the line it is read against; aligned, too, where the part moved. */
export function RegimeScores(props: {
  readonly scores: PairScores;
  /** Accessible name. */
  readonly name: string;
}): ReactNode {
  const { name } = props;
  const { raw, aligned } = props.scores;
  const text = useStudyText().regimes;
  const { byId, gaps } = useText().scores;
  const format = useFormat();
  const cells = ({ value, chance, reason }: Score) => (
    <>
      <td title={reason ? gaps[reason] : undefined}>{format.score(value)}</td>
      <td className={styles.chance}>{format.score(chance)}</td>
    </>
  );
  return (
    <table className={styles.scores} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{text.score}</th>
          <th scope="col">{text.value}</th>
          <th scope="col">{text.chance}</th>
          {aligned && (
            <>
              <th scope="col">{text.aligned}</th>
              <th scope="col">
                <span className="visually-hidden">{text.alignedChance}</span>
                <span aria-hidden="true">{text.chance}</span>
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((id) => (
          <tr key={id}>
            <th scope="row">{byId[id].name}</th>
            {cells(raw[id])}
            {aligned && cells(aligned[id])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
