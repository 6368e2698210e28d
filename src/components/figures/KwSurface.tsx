import { useId, useState } from 'react';
import { colourTable, gradientStops } from '../../charts/colourMaps.ts';
import { KW_GRIDS, type KwCell, type KwGridId, kwReading } from '../../charts/kwGrid.ts';
import { placeText } from '../../charts/numbers.ts';
import type { KwSurface as Surface } from '../../domain/score.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { ColourScale } from './ColourScale.tsx';
import shared from './cellFigure.module.css';
import figure from './figure.module.css';
import { KwGrid } from './KwGrid.tsx';
import styles from './KwSurface.module.css';

export interface KwSurfaceProps {
  /** Null while it is being computed. */
  readonly surface: Surface | null;
  /** Pixels of the maps. */
  readonly pixels: number;
  readonly current: { readonly k: number; readonly windowRadius: number };
  /** Scores corrected for chance instead of values. */
  readonly corrected: boolean;
  /** Share above chance up to which a value proves nothing. */
  readonly threshold: number;
  readonly onSelect: (k: number, windowRadius: number) => void;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, text: placeText(share) }));

/** What the marks mean, and the scale of the colours. */
function Legend({ corrected, threshold }: Pick<KwSurfaceProps, 'corrected' | 'threshold'>) {
  const text = useText().figures;
  const format = useFormat();
  const name = corrected ? text.colourScale.correctedScore : text.colourScale.score;
  return (
    <div className={styles.foot}>
      <ColourScale
        stops={gradientStops(colourTable('cividis'))}
        ticks={TICKS}
        label={text.colourScale.range({ name, from: '0', to: '1' })}
        orientation="horizontal"
      />
      <ul className={styles.legend}>
        <li>
          <span className={styles.keyCurrent} />
          {text.kwSurface.current}
        </li>
        <li>
          <span className={styles.keyChance} />
          {text.kwSurface.followsChanceLong({ threshold: format.score(threshold) })}
        </li>
      </ul>
    </div>
  );
}

/** LENS recall and precision for every k and w: where they agree, and where they merely follow chance. */
export function KwSurface(props: KwSurfaceProps) {
  const { surface, pixels, current, corrected, threshold } = props;
  const text = useText().figures.kwSurface;
  const format = useFormat();
  const titleId = useId();
  const [cursor, setCursor] = useState<KwCell | null>(null);
  const say = (grid: KwGridId, cell: KwCell): string => {
    if (!surface) return '';
    const reading = kwReading(surface, grid, cell, threshold);
    const { k, w, value, chance, followsChance } = reading;
    const share = format.share(k / pixels);
    const numbers = { k: format.integer(k), share, w: format.integer(w), name: text.grids[grid] };
    const line = {
      chance: format.score(chance),
      corrected: format.score(reading.corrected),
    };
    const end = followsChance ? ` – ${text.followsChance}` : '';
    return `${text.cell({ ...numbers, value: format.score(value) })}; ${text.chance(line)}${end}`;
  };
  return (
    <figure className={figure.figure} aria-labelledby={titleId}>
      <figcaption className={figure.head}>
        <span id={titleId} className={figure.title}>
          {text.title}
        </span>
        <span className={figure.subtitle}>{text.subtitle}</span>
      </figcaption>
      {surface ? (
        <div className={styles.grids}>
          {KW_GRIDS.map((grid, position) => (
            <KwGrid
              key={grid}
              grid={grid}
              surface={surface}
              pixels={pixels}
              mode={corrected ? 'corrected' : 'value'}
              current={current}
              cursor={cursor}
              threshold={threshold}
              tabbable={position === 0}
              say={(cell) => say(grid, cell)}
              onVisit={setCursor}
              onSelect={({ column, row }) => props.onSelect(surface.ks[row], surface.ws[column])}
            />
          ))}
        </div>
      ) : (
        <p className={styles.waiting}>{text.waiting}</p>
      )}
      <Legend corrected={corrected} threshold={threshold} />
      <p className={cursor ? shared.readout : shared.hint}>
        {cursor
          ? KW_GRIDS.map((grid) => (
              <span key={grid} className={styles.line}>
                {say(grid, cursor)}
              </span>
            ))
          : text.hint}
      </p>
    </figure>
  );
}
