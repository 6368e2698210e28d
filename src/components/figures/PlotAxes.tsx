import type { PlotBox, PlotTick } from '../../charts/evidenceScale.ts';
import styles from './StabilityCurve.module.css';

export interface PlotAxesProps {
  readonly plot: PlotBox;
  readonly xTicks: readonly PlotTick[];
  readonly yTicks: readonly PlotTick[];
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Rulings with their numbers, and the names of both axes. */
export function PlotAxes({ plot, xTicks, yTicks, xLabel, yLabel }: PlotAxesProps) {
  return (
    <g>
      {yTicks.map((tick) => (
        <g key={tick.value}>
          <line
            className={tick.value === 0 ? styles.axis : styles.grid}
            x1={plot.left}
            x2={plot.right}
            y1={tick.position}
            y2={tick.position}
          />
          <text
            className={styles.tick}
            x={plot.left - 7}
            y={tick.position}
            textAnchor="end"
            dy="0.32em"
          >
            {tick.label}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text
          key={tick.value}
          className={styles.tick}
          x={tick.position}
          y={plot.bottom + 16}
          textAnchor="middle"
        >
          {tick.label}
        </text>
      ))}
      <text className={styles.axisName} x={plot.right} y={plot.bottom + 33} textAnchor="end">
        {xLabel}
      </text>
      <text className={styles.axisName} x={4} y={plot.top - 22}>
        {yLabel}
      </text>
    </g>
  );
}
