import type { ReactNode } from 'react';
import { useStudyText } from '../../i18n/useStudyText.ts';
import styles from './belief.module.css';

const [WIDTH, HEIGHT] = [260, 120];
const PLOT = { left: 28, right: 252, top: 20, bottom: 100 } as const;

/** Points of a curve of equal steps as an SVG path. */
function pathOf(curve: readonly number[]): string {
  const x = (i: number) => PLOT.left + (i / (curve.length - 1)) * (PLOT.right - PLOT.left);
  const y = (value: number) => PLOT.bottom - value * (PLOT.bottom - PLOT.top);
  return curve.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(value)}`).join('');
}

interface FillingChartProps {
  /** Of the check. */
  readonly name: string;
  /** Probabilities at equal steps. */
  readonly own: readonly number[];
  readonly random: readonly number[];
}

/** Probability of the class while pixels go or come, by the map's ranking and by random ones. */
export function FillingChart({ name, own, random }: FillingChartProps): ReactNode {
  const text = useStudyText().belief.evidence;
  return (
    <figure className={styles.curve}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={text.curve({ name })}
      >
        <path
          className={styles.axis}
          d={`M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${PLOT.right}`}
        />
        <text x={PLOT.left - 5} y={PLOT.top} dy="0.7em" textAnchor="end">
          1
        </text>
        <text x={PLOT.left - 5} y={PLOT.bottom} textAnchor="end">
          0
        </text>
        <text x={PLOT.left} y={PLOT.top - 8}>
          {text.probability}
        </text>
        <text x={PLOT.right} y={HEIGHT - 8} textAnchor="end">
          {text.pixels} 100 %
        </text>
        <path className={styles.random} d={pathOf(random)} />
        <path className={styles.own} d={pathOf(own)} />
      </svg>
      <ul className={styles.legend}>
        <li>
          <svg width="24" height="8" aria-hidden="true">
            <path className={styles.own} d="M0 4H24" />
          </svg>
          {text.own}
        </li>
        <li>
          <svg width="24" height="8" aria-hidden="true">
            <path className={styles.random} d="M0 4H24" />
          </svg>
          {text.random}
        </li>
      </ul>
    </figure>
  );
}
