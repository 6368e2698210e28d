import type { ReactNode } from 'react';
import type { AttributionMap } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { type Scale, useHeatmap } from '../figures/heatmapData.ts';
import { PixelCanvas } from '../figures/PixelCanvas.tsx';
import { useApp } from '../storeContext.ts';
import styles from './gallery.module.css';

interface ThumbProps {
  readonly map: AttributionMap;
  readonly input: ModelInput;
  readonly scale: Scale;
  readonly name: string;
}

/** A heatmap in small, whole. */
export function Thumb({ map, input, scale, name }: ThumbProps): ReactNode {
  const opacity = useApp(({ view }) => view.opacity);
  const pixels = useHeatmap(map, input, scale, opacity);
  const { height, width } = map;
  return (
    <div className={styles.thumb} style={{ aspectRatio: `${width} / ${height}` }}>
      <PixelCanvas
        pixels={pixels}
        size={{ width, height }}
        region={{ left: 0, top: 0, width, height }}
        name={name}
      />
    </div>
  );
}
