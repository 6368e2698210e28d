import type { EndLabel } from '../../charts/curve.ts';
import styles from './StabilityCurve.module.css';

/** CSS pixels. */
const LONGEST_LEADER = 60;

interface PlotEndLabelProps {
  readonly label: EndLabel;
  readonly x: number;
  readonly colour: string;
  readonly name: string;
}

/** The name of a line beside its end, with a leader where it had to move. */
export function PlotEndLabel({ label, x, colour, name }: PlotEndLabelProps) {
  return (
    <g style={{ color: colour }}>
      {/* From a line that ends far from its name a leader would look like a part of it. */}
      {x - label.fromX < LONGEST_LEADER && (
        <path
          className={styles.leader}
          d={`M${label.fromX + 5} ${label.fromY}L${x - 3} ${label.y}`}
        />
      )}
      <text className={styles.endLabel} x={x} y={label.y} dy="0.34em">
        {name}
      </text>
    </g>
  );
}
