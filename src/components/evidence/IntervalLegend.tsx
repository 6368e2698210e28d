import type { ReactNode } from 'react';
import { type EvidenceView, pointsOf, sharesChance } from '../../charts/evidenceView.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import styles from './intervals.module.css';
import type { IntervalWords } from './intervalWords.ts';
import { SeriesKey } from './SeriesKey.tsx';

interface IntervalLegendProps {
  readonly view: EvidenceView;
  readonly words: IntervalWords;
  /** The lines have their names beside them. */
  readonly labelled: boolean;
}

/** What is what: the series, the interval, and chance where it is drawn. */
export function IntervalLegend({ view, words, labelled }: IntervalLegendProps): ReactNode {
  const { frame } = useEvidenceText();
  const hasChance = pointsOf(view).some(({ chance }) => chance);
  return (
    <ul className={styles.legend}>
      {view.seriesFactor !== null &&
        !labelled &&
        view.series.map((series, index) => (
          <li key={series.level}>
            <SeriesKey index={index} line={view.numeric} />
            {words.seriesName(series)}
          </li>
        ))}
      <li>
        <i className={view.numeric ? styles.bandSwatch : styles.barSwatch} />
        {frame.interval}
      </li>
      {hasChance && (
        <li>
          <i className={view.numeric ? styles.dottedSwatch : styles.tickSwatch} />
          {view.numeric && sharesChance(view) ? frame.chance : frame.chanceOwn}
        </li>
      )}
      {view.reference !== null && (
        <li>
          <i className={styles.referenceSwatch} />
          {frame.chance}
        </li>
      )}
    </ul>
  );
}
