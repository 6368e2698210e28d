import type { ReactNode } from 'react';
import { evidenceStyle } from '../../charts/evidenceStyle.ts';
import curve from '../figures/StabilityCurve.module.css';
import styles from './intervals.module.css';
import { seriesColour } from './seriesColours.ts';

interface SeriesKeyProps {
  readonly index: number;
  /** Drawn as a line with marks, else as a mark with its bar. */
  readonly line: boolean;
}

/** A piece of a series as it is drawn. */
export function SeriesKey({ index, line }: SeriesKeyProps): ReactNode {
  const { dash, mark } = evidenceStyle(index);
  return (
    <svg width="26" height="12" aria-hidden="true" style={{ color: seriesColour(index) }}>
      <line
        className={line ? curve.line : styles.bar}
        x1="0"
        x2="26"
        y1="6"
        y2="6"
        strokeDasharray={line ? dash.join(' ') : undefined}
      />
      <path className={curve.mark} d={mark} transform="translate(13 6)" />
    </svg>
  );
}
