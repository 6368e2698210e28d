import type { ReactNode } from 'react';
import type { EvidenceView } from '../../charts/evidenceView.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import curve from '../figures/StabilityCurve.module.css';
import styles from './intervals.module.css';
import type { IntervalWords } from './intervalWords.ts';
import { SeriesKey } from './SeriesKey.tsx';

interface IntervalTipProps {
  readonly view: EvidenceView;
  readonly words: IntervalWords;
  readonly index: number;
  /** Where it stands within the figure. */
  readonly at: { readonly x: number; readonly y?: number };
  readonly width: number;
}

/** Everything at a level, beside it. */
export function IntervalTip({ view, words, index, at, width }: IntervalTipProps): ReactNode {
  const { frame } = useEvidenceText();
  const level = view.levels[index];
  if (level === undefined) return null;
  const side = at.x > width / 2 ? { right: width - at.x + 12 } : { left: at.x + 12 };
  return (
    <div
      className={`${curve.tip} ${styles.tip}`}
      style={at.y === undefined ? side : { ...side, top: at.y }}
      aria-hidden="true"
    >
      <strong>{frame.at({ factor: words.xName, level: words.levelName(level) })}</strong>
      {view.series.map((series, i) => {
        const chance = words.chanceAt(series, index);
        return (
          <span key={series.level} className={curve.tipRow}>
            <SeriesKey index={i} line={view.numeric} />
            <span>{words.seriesName(series)}</span>
            <b>
              {words.estimateAt(series, index)}
              {chance !== null && (
                <span className={styles.tipChance}>
                  {frame.chance} {chance}
                </span>
              )}
            </b>
          </span>
        );
      })}
    </div>
  );
}
