import { type ReactNode, useId } from 'react';
import { marginStrip, type StripGeometry, VERDICT_MARKS } from '../../charts/marginStrip.ts';
import type { MarginVisit } from '../../domain/margin.ts';
import { VERDICT_IDS, type VerdictId } from '../../domain/score.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { useWidth } from '../figures/useWidth.ts';
import styles from './margin.module.css';

const HEIGHT = 132;
const MARGIN = { top: 14, right: 14, bottom: 24, left: 34 } as const;

function Mark({ verdict }: { readonly verdict: VerdictId }): ReactNode {
  return <path d={VERDICT_MARKS[verdict]} className={styles.mark} data-verdict={verdict} />;
}

interface AxesProps {
  readonly strip: StripGeometry;
  /** Corrected score from which the explanation agrees. */
  readonly agree: number;
  /** A strength in words. */
  readonly placeOf: (at: number) => string;
}

function Axes({ strip, agree, placeOf }: AxesProps): ReactNode {
  const [left, right] = [strip.xOf(strip.ends[0]), strip.xOf(strip.ends[1])];
  return (
    <g>
      {[0, 1].map((score) => (
        <g key={score}>
          <line
            className={styles.axis}
            x1={left}
            x2={right}
            y1={strip.yOf(score)}
            y2={strip.yOf(score)}
          />
          <text x={left - 10} y={strip.yOf(score)} dy="0.32em" textAnchor="end">
            {score}
          </text>
        </g>
      ))}
      <line
        className={styles.agree}
        x1={left}
        x2={right}
        y1={strip.yOf(agree)}
        y2={strip.yOf(agree)}
      />
      {strip.ends[0] < strip.ends[1] &&
        strip.ends.map((end, i) => (
          <text key={end} x={strip.xOf(end)} y={HEIGHT - 4} textAnchor={i === 0 ? 'start' : 'end'}>
            {placeOf(end)}
          </text>
        ))}
    </g>
  );
}

interface MarginStripProps extends Pick<AxesProps, 'agree' | 'placeOf'> {
  readonly visits: readonly MarginVisit[];
  /** Strength from which the verdict is another one; null while none is known. */
  readonly turn: number | null;
}

/** Visited strengths, each at its score, marked by its verdict. The table below it says the same in words. */
export function MarginStrip({ visits, agree, turn, placeOf }: MarginStripProps): ReactNode {
  const titleId = useId();
  const text = useStudyText().margin;
  const { headlines } = useText().verdicts;
  const format = useFormat();
  const { ref, width } = useWidth<HTMLDivElement>(280);
  const { left, right, top, bottom } = MARGIN;
  const box = { left, right: Math.max(left + 40, width - right), top, bottom: HEIGHT - bottom };
  const strip = marginStrip(visits, box);
  const present = VERDICT_IDS.filter((id) => visits.some(({ verdict }) => verdict === id));
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <figcaption>
        <span id={titleId} className={styles.title}>
          {text.chart}
        </span>{' '}
        <span className={styles.note}>{text.chartNote({ agree: format.number(agree) })}</span>
      </figcaption>
      <div ref={ref} className={styles.plot} style={{ height: HEIGHT }}>
        <svg className={styles.svg} width={width} height={HEIGHT} aria-hidden="true">
          <Axes strip={strip} agree={agree} placeOf={placeOf} />
          {turn !== null && (
            <line
              className={styles.turn}
              x1={strip.xOf(turn)}
              x2={strip.xOf(turn)}
              y1={4}
              y2={box.bottom}
            />
          )}
          {strip.marks.map(({ visit, x, y }) => (
            <g key={visit.at} transform={`translate(${x} ${y})`}>
              <Mark verdict={visit.verdict} />
            </g>
          ))}
        </svg>
      </div>
      <ul className={styles.legend}>
        {present.map((id) => (
          <li key={id}>
            <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
              <Mark verdict={id} />
            </svg>
            {headlines[id]}
          </li>
        ))}
      </ul>
    </figure>
  );
}
