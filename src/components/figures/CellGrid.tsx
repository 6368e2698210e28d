import type { DOMAttributes, Ref } from 'react';
import { useId } from 'react';
import styles from './CellGrid.module.css';

/** The cell a reader stands on, counted from 0, and what it holds in words. */
interface ActiveCell {
  readonly column: number;
  readonly row: number;
  readonly text: string;
}

export interface CellGridProps {
  readonly label: string;
  readonly columns: number;
  readonly rows: number;
  readonly active: ActiveCell;
  /** In the tab order; of several linked grids only one is. */
  readonly tabbable: boolean;
  readonly describedBy?: string;
  readonly handlers: DOMAttributes<HTMLDivElement>;
  readonly surface?: Ref<HTMLDivElement>;
  /** How touch is shared with the page. */
  readonly touchAction?: 'none' | 'pan-y' | 'manipulation';
}

/**
 * The part of a picture of cells that can be operated: an invisible grid over it whose one active cell is spoken when it moves. Only
 * the active cell exists in the document.
 */
export function CellGrid(props: CellGridProps) {
  const { label, columns, rows, active, tabbable, describedBy, handlers, surface } = props;
  const id = useId();
  const cellId = `${id}-${active.column}-${active.row}`;
  return (
    <div
      ref={surface}
      role="grid"
      className={styles.grid}
      style={{ touchAction: props.touchAction ?? 'manipulation' }}
      tabIndex={tabbable ? 0 : -1}
      aria-label={label}
      aria-describedby={describedBy}
      aria-rowcount={rows}
      aria-colcount={columns}
      aria-activedescendant={cellId}
      {...handlers}
    >
      <div role="row" aria-rowindex={active.row + 1} className="visually-hidden">
        <div role="gridcell" key={cellId} id={cellId} aria-colindex={active.column + 1}>
          {active.text}
        </div>
      </div>
    </div>
  );
}
