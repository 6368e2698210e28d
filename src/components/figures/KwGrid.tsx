import type { DOMAttributes, MouseEvent } from 'react';
import { useMemo } from 'react';
import {
  chanceCells,
  type KwCell,
  type KwGridId,
  type KwMode,
  kPosition,
  kwPixels,
  nearestCell,
} from '../../charts/kwGrid.ts';
import type { KwSurface } from '../../domain/score.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { CellGrid } from './CellGrid.tsx';
import shared from './cellFigure.module.css';
import styles from './KwSurface.module.css';
import { PixelCanvas } from './PixelCanvas.tsx';

export interface KwGridProps {
  readonly grid: KwGridId;
  readonly surface: KwSurface;
  readonly pixels: number;
  readonly mode: KwMode;
  readonly current: { readonly k: number; readonly windowRadius: number };
  readonly cursor: KwCell | null;
  readonly threshold: number;
  readonly tabbable: boolean;
  readonly say: (cell: KwCell) => string;
  readonly onVisit: (cell: KwCell | null) => void;
  readonly onSelect: (cell: KwCell) => void;
}

/** Every so many cells an axis carries a number. */
const TICK_EVERY = 5;

const ARROWS: Readonly<Record<string, KwCell>> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: 1 },
  ArrowDown: { column: 0, row: -1 },
};

function useHandlers(props: KwGridProps, focused: KwCell): DOMAttributes<HTMLDivElement> {
  const { surface, onVisit, onSelect } = props;
  const [columns, rows] = [surface.ws.length, surface.ks.length];
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  const under = (event: MouseEvent): KwCell => {
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const row = Math.floor(((box.bottom - event.clientY) / box.height) * rows);
    return { column: within(column, columns), row: within(row, rows) };
  };
  return {
    onPointerMove: (event) => onVisit(under(event)),
    onPointerDown: (event) => onVisit(under(event)),
    onPointerLeave: () => onVisit(null),
    onBlur: () => onVisit(null),
    // A click made by the keyboard has no place of its own.
    onClick: (event) => onSelect(event.detail === 0 ? focused : under(event)),
    onKeyDown: (event) => {
      const arrow = ARROWS[event.key];
      if (arrow)
        onVisit({
          column: within(focused.column + arrow.column, columns),
          row: within(focused.row + arrow.row, rows),
        });
      else if (event.key === 'Enter' || event.key === ' ') onSelect(focused);
      else if (event.key === 'Escape') onVisit(null);
      else return;
      event.preventDefault();
    },
  };
}

/** Hatches over what merely follows chance, the current k and w, the cell pointed at. */
function Marks({ surface, grid, current, cursor, threshold }: KwGridProps) {
  const [columns, rows] = [surface.ws.length, surface.ks.length];
  const hatches = useMemo(
    () =>
      chanceCells(surface, grid, threshold)
        .map(({ column, row }) => `M${column} ${rows - row}l1 -1m-1 .5l.5 -.5m0 1l.5 -.5`)
        .join(''),
    [surface, grid, threshold, rows],
  );
  const frame = (column: number, row: number) => `M${column} ${rows - 1 - row}h1v1h-1z`;
  const here =
    current.windowRadius < columns && frame(current.windowRadius, kPosition(surface, current.k));
  return (
    <svg
      aria-hidden="true"
      className={shared.marks}
      viewBox={`0 0 ${columns} ${rows}`}
      preserveAspectRatio="none"
    >
      <path d={hatches} className={styles.hatchUnder} />
      <path d={hatches} className={styles.hatch} />
      {here && <path d={here} className={shared.frameUnder} />}
      {here && <path d={here} className={shared.current} />}
      {cursor && <path d={frame(cursor.column, cursor.row)} className={shared.cursor} />}
    </svg>
  );
}

/** One of the two grids with its axes. */
export function KwGrid(props: KwGridProps) {
  const { grid, surface, pixels, mode, current, cursor, say } = props;
  const text = useText().figures.kwSurface;
  const format = useFormat();
  const [columns, rows] = [surface.ws.length, surface.ks.length];
  const colours = useMemo(() => kwPixels(surface, grid, mode), [surface, grid, mode]);
  const focused = cursor ?? nearestCell(surface, current.k, current.windowRadius);
  const handlers = useHandlers(props, focused);
  const centre = (cell: number, count: number) => `${(100 * (cell + 0.5)) / count}%`;
  const every = (_: number, i: number) => i % TICK_EVERY === 0;
  return (
    <div className={shared.panel}>
      <span className={styles.name}>{text.grids[grid]}</span>
      <div className={styles.axes}>
        <div className={shared.yTicks} aria-hidden="true">
          {surface.ks.filter(every).map((k, i) => (
            <span key={k} style={{ top: centre(rows - 1 - i * TICK_EVERY, rows) }}>
              {format.share(k / pixels)}
            </span>
          ))}
        </div>
        <div className={styles.cells}>
          <PixelCanvas
            pixels={colours}
            size={{ width: columns, height: rows }}
            region={{ left: 0, top: 0, width: columns, height: rows }}
            name={null}
          />
          <Marks {...props} />
          <CellGrid
            label={text.grid({ name: text.grids[grid] })}
            columns={columns}
            rows={rows}
            active={{ column: focused.column, row: rows - 1 - focused.row, text: say(focused) }}
            tabbable={props.tabbable}
            handlers={handlers}
          />
        </div>
        <div className={shared.xTicks} aria-hidden="true">
          {surface.ws.filter(every).map((w, i) => (
            <span key={w} style={{ left: centre(i * TICK_EVERY, columns) }}>
              {format.integer(w)}
            </span>
          ))}
        </div>
        <span className={styles.xAxis} aria-hidden="true">
          {text.xAxis}
        </span>
      </div>
    </div>
  );
}
