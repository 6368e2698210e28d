import type { DOMAttributes, MouseEvent } from 'react';
import { useMemo } from 'react';
import { placeText } from '../../charts/numbers.ts';
import type {
  Shift,
  ShiftGridGeometry,
  ShiftGridId,
  ShiftIndex,
  ShiftMapMode,
} from '../../charts/shiftGrid.ts';
import { shiftAt, shiftGridPixels } from '../../charts/shiftGrid.ts';
import { CellGrid } from './CellGrid.tsx';
import shared from './cellFigure.module.css';
import { PixelCanvas } from './PixelCanvas.tsx';
import styles from './ShiftMap.module.css';
import { ShiftMapMarks } from './ShiftMapMarks.tsx';

export interface ShiftMapGridProps {
  readonly title: string;
  readonly label: string;
  readonly id: ShiftGridId;
  readonly index: ShiftIndex;
  /** Geometry in units of a cell. */
  readonly grid: ShiftGridGeometry;
  readonly mode: ShiftMapMode;
  readonly current: Shift;
  readonly cursor: Shift | null;
  readonly tabbable: boolean;
  readonly say: (shift: Shift) => string;
  readonly onVisit: (shift: Shift | null) => void;
  readonly onSelect: (shift: Shift) => void;
}

const ARROWS: Readonly<Record<string, Shift>> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};

function useGridHandlers(props: ShiftMapGridProps, focused: Shift): DOMAttributes<HTMLDivElement> {
  const { grid, onVisit, onSelect } = props;
  const within = (value: number): number => Math.min(grid.reach, Math.max(-grid.reach, value));
  const under = (event: MouseEvent): Shift | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = grid.size / box.width;
    return shiftAt(grid, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  };
  return {
    onPointerMove: (event) => onVisit(under(event)),
    onPointerDown: (event) => onVisit(under(event)),
    onPointerLeave: () => onVisit(null),
    onBlur: () => onVisit(null),
    onClick: (event) => onSelect(under(event) ?? focused),
    onKeyDown: (event) => {
      const arrow = ARROWS[event.key];
      if (arrow) onVisit({ dx: within(focused.dx + arrow.dx), dy: within(focused.dy + arrow.dy) });
      else if (event.key === 'Home') onVisit({ dx: 0, dy: 0 });
      else if (event.key === 'Enter' || event.key === ' ') onSelect(focused);
      else if (event.key === 'Escape') onVisit(null);
      else return;
      event.preventDefault();
    },
  };
}

/** One of the three grids: colours, marks, numbers of the axes, and the cells to point at. */
export function ShiftMapGrid(props: ShiftMapGridProps) {
  const { id, index, grid, mode, current, cursor, say } = props;
  const { reach, size, ticks } = grid;
  const pixels = useMemo(() => shiftGridPixels(index, id, mode, reach), [index, id, mode, reach]);
  const whole = (value: number): number => Math.min(reach, Math.max(-reach, Math.round(value)));
  const focused = cursor ?? { dx: whole(current.dx), dy: whole(current.dy) };
  const handlers = useGridHandlers(props, focused);
  const percent = (position: number): string => `${(100 * position) / size}%`;
  return (
    <div className={shared.panel}>
      <span className={styles.name}>{props.title}</span>
      <div className={styles.axes}>
        <div className={shared.yTicks} aria-hidden="true">
          {ticks.map(({ value, position }) => (
            <span key={value} style={{ top: percent(position) }}>
              {placeText(value)}
            </span>
          ))}
        </div>
        <div className={styles.cells}>
          <PixelCanvas
            pixels={pixels}
            size={{ width: size, height: size }}
            region={{ left: 0, top: 0, width: size, height: size }}
            name={null}
          />
          <ShiftMapMarks index={index} grid={grid} current={current} cursor={cursor} />
          <CellGrid
            label={props.label}
            columns={size}
            rows={size}
            active={{ column: focused.dx + reach, row: focused.dy + reach, text: say(focused) }}
            tabbable={props.tabbable}
            handlers={handlers}
          />
        </div>
        <div className={shared.xTicks} aria-hidden="true">
          {ticks.map(({ value, position }) => (
            <span key={value} style={{ left: percent(position) }}>
              {placeText(value)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
