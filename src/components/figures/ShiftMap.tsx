import { useId, useMemo, useState } from 'react';
import { colourTable, gradientStops } from '../../charts/colourMaps.ts';
import { placeText } from '../../charts/numbers.ts';
import type { Shift, ShiftMapMode } from '../../charts/shiftGrid.ts';
import { cellIn, indexCells, SHIFT_GRIDS, shiftGrid } from '../../charts/shiftGrid.ts';
import type { ShiftCell } from '../../domain/view.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import { ColourScale } from './ColourScale.tsx';
import shared from './cellFigure.module.css';
import figure from './figure.module.css';
import styles from './ShiftMap.module.css';
import { ShiftMapGrid } from './ShiftMapGrid.tsx';
import { ShiftMapLegend } from './ShiftMapLegend.tsx';
import { shiftWords } from './shiftWords.ts';

export interface ShiftMapProps {
  readonly texts: FigureTexts;
  /** Every shift asked for; those without scores are still being computed. */
  readonly cells: readonly ShiftCell[];
  /** Largest |dx| and |dy|, pixels. */
  readonly reach: number;
  /** The network's total stride, pixels. */
  readonly stride: number;
  /** The shift the page shows. */
  readonly current: Shift;
  /** LENS radius w, pixels. */
  readonly windowRadius: number;
  /** Scores corrected for chance instead of values. */
  readonly corrected: boolean;
  /** A computed cell came under the pointer or the keyboard's cursor. */
  readonly onHover: (dx: number, dy: number) => void;
  readonly onLeave: () => void;
  readonly onSelect: (dx: number, dy: number) => void;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, text: placeText(share) }));

/** Three grids over dx, dy: raw top-k, LENS, aligned top-k, with the network's aliasing lattice. */
export function ShiftMap(props: ShiftMapProps) {
  const { texts, cells, reach, stride, current, corrected, windowRadius } = props;
  const words = texts.shiftMap;
  const titleId = useId();
  const [cursor, setCursor] = useState<Shift | null>(null);
  const index = useMemo(() => indexCells(cells), [cells]);
  // One unit per cell: the drawing is scaled by the browser.
  const grid = useMemo(
    () => shiftGrid({ reach, stride, size: 2 * reach + 1, gap: 0 }),
    [reach, stride],
  );
  const mode: ShiftMapMode = corrected ? 'corrected' : 'value';
  const total = (2 * reach + 1) ** 2;
  const done = cells.filter(({ scores }) => scores).length;
  const visit = (shift: Shift | null): void => {
    if (shift?.dx === cursor?.dx && shift?.dy === cursor?.dy) return;
    setCursor(shift);
    if (shift && cellIn(index, shift)?.scores) props.onHover(shift.dx, shift.dy);
    else props.onLeave();
  };
  const title = (id: (typeof SHIFT_GRIDS)[number]): string =>
    id === 'lens' ? `${words.grids.lens}, ${words.window({ w: windowRadius })}` : words.grids[id];
  const say = (shift: Shift): string => shiftWords(words, index, shift, mode);
  const scaleName = corrected ? texts.colourScale.correctedScore : texts.colourScale.score;
  return (
    <figure className={figure.figure} aria-labelledby={titleId}>
      <figcaption className={figure.head}>
        <span id={titleId} className={figure.title}>
          {words.title}
        </span>
        <span className={figure.subtitle}>
          {words.subtitle({ reach })}
          {done < total && ` · ${words.progress({ done, total })}`}
        </span>
      </figcaption>
      <div className={styles.body}>
        <div className={styles.grids}>
          {SHIFT_GRIDS.map((id, position) => (
            <ShiftMapGrid
              key={id}
              title={title(id)}
              label={words.grid({ name: title(id) })}
              id={id}
              index={index}
              grid={grid}
              mode={mode}
              current={current}
              cursor={cursor}
              tabbable={position === 0}
              say={say}
              onVisit={visit}
              onSelect={({ dx, dy }) => props.onSelect(dx, dy)}
            />
          ))}
          <div className={styles.foot}>
            <div className={styles.scale}>
              <ColourScale
                stops={gradientStops(colourTable('cividis'))}
                ticks={TICKS}
                label={texts.colourScale.range({ name: scaleName, from: '0', to: '1' })}
                orientation="horizontal"
              />
            </div>
            <ShiftMapLegend
              texts={words}
              stride={grid.lattice.length > 0 ? stride : null}
              pending={done < total}
              changed={cells.some(({ decisionChanged }) => decisionChanged)}
            />
          </div>
        </div>
      </div>
      <p className={cursor ? shared.readout : shared.hint}>{cursor ? say(cursor) : words.hint}</p>
    </figure>
  );
}
