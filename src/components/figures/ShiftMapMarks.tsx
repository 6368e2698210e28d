import { memo } from 'react';
import type { Shift, ShiftGridGeometry, ShiftIndex } from '../../charts/shiftGrid.ts';
import { squareOf } from '../../charts/shiftGrid.ts';
import shared from './cellFigure.module.css';
import styles from './ShiftMap.module.css';

interface FixedMarksProps {
  readonly index: ShiftIndex;
  readonly grid: ShiftGridGeometry;
}

/** Gaps between cells, the lattice, and crosses where the decision changed. */
const FixedMarks = memo(function FixedMarks({ index, grid }: FixedMarksProps) {
  const { size, lattice, reach } = grid;
  const inner = Array.from({ length: size - 1 }, (_, i) => i + 1);
  const gaps = inner.map((at) => `M${at} 0V${size}M0 ${at}H${size}`).join('');
  const dots = lattice.map(({ x, y }) => `M${x + 0.5} ${y + 0.5}h0`).join('');
  const crosses = [...index.values()]
    .filter(({ decisionChanged, scores }) => decisionChanged && scores)
    .map(({ dx, dy }) => `M${dx + reach + 0.28} ${dy + reach + 0.28}l.44 .44m0 -.44l-.44 .44`)
    .join('');
  return (
    <>
      <path d={gaps} className={styles.gaps} />
      <path d={dots} className={styles.latticeUnder} />
      <path d={dots} className={styles.lattice} />
      <path d={crosses} className={styles.changedUnder} />
      <path d={crosses} className={styles.changed} />
    </>
  );
});

function Frame({ grid, shift, kind }: { grid: ShiftGridGeometry; shift: Shift; kind: string }) {
  const square = squareOf(grid, shift);
  if (!square) return null;
  const outline = `M${square.x} ${square.y}h1v1h-1z`;
  return (
    <>
      <path d={outline} className={shared.frameUnder} />
      <path d={outline} className={kind} />
    </>
  );
}

/** Everything drawn over the colours of one grid. */
export function ShiftMapMarks(
  props: FixedMarksProps & { readonly current: Shift; readonly cursor: Shift | null },
) {
  const { index, grid, current, cursor } = props;
  return (
    <svg aria-hidden="true" className={shared.marks} viewBox={`0 0 ${grid.size} ${grid.size}`}>
      <FixedMarks index={index} grid={grid} />
      <Frame grid={grid} shift={current} kind={shared.current ?? ''} />
      {cursor && <Frame grid={grid} shift={cursor} kind={shared.cursor ?? ''} />}
    </svg>
  );
}
