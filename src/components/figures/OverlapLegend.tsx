import type { ReactNode } from 'react';
import { cssColour } from '../../charts/colourMaps.ts';
import type { OverlapKind } from '../../charts/overlapPixels.ts';
import { OVERLAP_COLOURS, OVERLAP_KINDS } from '../../charts/overlapPixels.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import styles from './OverlapView.module.css';

const STROKES: Readonly<Record<OverlapKind, string>> = {
  originalOnly: 'M5 15L15 5',
  perturbedOnly: 'M5 5L15 15',
  both: 'M5 15L15 5M5 5L15 15',
};

function Swatch({ fill, children }: { fill?: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={styles.swatch}>
      {fill && <rect width="20" height="20" rx="3" fill={fill} />}
      {children}
    </svg>
  );
}

/** Colour, stroke and number of pixels of each kind, and the lines round the windows. */
export function OverlapLegend({
  texts,
  counts,
}: {
  readonly texts: FigureTexts['heatmaps'];
  readonly counts: Readonly<Record<OverlapKind, number>>;
}) {
  return (
    <ul className={styles.legend} aria-label={texts.legend}>
      {OVERLAP_KINDS.map((kind) => (
        <li key={kind}>
          <Swatch fill={cssColour(OVERLAP_COLOURS[kind])}>
            <path d={STROKES[kind]} className={styles.hatch} />
          </Swatch>
          <span>
            {texts.kinds[kind]} <b>{counts[kind]}</b>
          </span>
        </li>
      ))}
      {(['originalWindow', 'perturbedWindow'] as const).map((window) => (
        <li key={window}>
          <Swatch>
            <path d="M4 4H16V16H4Z" className={styles[window]} />
          </Swatch>
          {texts.kinds[window]}
        </li>
      ))}
    </ul>
  );
}
