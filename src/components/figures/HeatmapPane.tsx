import type { ReactNode } from 'react';
import type { RgbaPixels } from '../../charts/heatmapPixels.ts';
import type { MapRegion } from '../../charts/viewport.ts';
import { visibleRegion } from '../../charts/viewport.ts';
import { CellGrid } from './CellGrid.tsx';
import { Crosshair } from './Crosshair.tsx';
import styles from './HeatmapPane.module.css';
import { PixelCanvas } from './PixelCanvas.tsx';
import type { LinkedView } from './useLinkedView.ts';
import { usePaneGestures } from './usePaneGestures.ts';

/** One picture of a pane; several lie on each other in the order given. */
export interface PaneLayer {
  readonly name: string;
  readonly pixels: RgbaPixels;
  /** Left and right end of the part that is shown, shares of the pane; the whole when absent. */
  readonly part?: readonly [from: number, to: number];
  /** Kept, but not seen. */
  readonly hidden?: boolean;
}

export interface HeatmapPaneProps {
  readonly title: ReactNode;
  readonly caption: string;
  readonly layers: readonly PaneLayer[];
  readonly link: LinkedView;
  /** Name of the grid that keyboard and screen reader walk through. */
  readonly gridLabel: string;
  /** What the cell under the cursor, or the middle one, says. */
  readonly cellText: (pixel: { readonly x: number; readonly y: number }) => string;
  readonly describedBy: string;
  readonly tabbable: boolean;
  /** Drawn over the pictures, in map coordinates of `region`. */
  readonly overlay?: (region: MapRegion) => ReactNode;
  /** Drawn over the pane, in its own coordinates. */
  readonly front?: ReactNode;
}

const clipOf = ({ part, hidden }: PaneLayer) => ({
  clipPath: part ? `inset(0 ${100 - 100 * part[1]}% 0 ${100 * part[0]}%)` : 'none',
  opacity: hidden ? 0 : 1,
});

/** One frame with heatmaps, crosshair and everything that can be done in it. */
export function HeatmapPane(props: HeatmapPaneProps) {
  const { title, caption, layers, link, cellText } = props;
  const { size, viewport, cursor } = link;
  const { surface, handlers } = usePaneGestures(link);
  const region = visibleRegion(viewport, size);
  const spoken = cursor ?? { x: Math.floor(viewport.x), y: Math.floor(viewport.y) };
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <strong className={styles.title}>{title}</strong>
        <span className={styles.caption}>{caption}</span>
      </div>
      <div className={styles.frame} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        {layers.map((layer) => (
          <div key={layer.name} className={styles.layer} style={clipOf(layer)}>
            <PixelCanvas pixels={layer.pixels} size={size} region={region} name={layer.name} />
          </div>
        ))}
        {props.overlay?.(region)}
        {cursor && <Crosshair region={region} pixel={cursor} />}
        <CellGrid
          surface={surface}
          label={props.gridLabel}
          columns={size.width}
          rows={size.height}
          active={{ column: spoken.x, row: spoken.y, text: cellText(spoken) }}
          tabbable={props.tabbable}
          describedBy={props.describedBy}
          handlers={handlers}
          touchAction={viewport.scale > 1 ? 'none' : 'pan-y'}
        />
        {props.front}
      </div>
    </div>
  );
}

/** The frame of a heatmap that is not there yet. */
export function PendingPane(props: {
  readonly title: string;
  readonly caption: string;
  readonly message: string;
  readonly aspect: string;
}) {
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <strong className={styles.title}>{props.title}</strong>
        <span className={styles.caption}>{props.caption}</span>
      </div>
      <div className={styles.pending} style={{ aspectRatio: props.aspect }}>
        {props.message}
      </div>
    </div>
  );
}
