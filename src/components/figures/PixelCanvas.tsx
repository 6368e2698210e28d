import { useLayoutEffect, useRef } from 'react';
import type { RgbaPixels } from '../../charts/heatmapPixels.ts';
import type { MapRegion, MapSize } from '../../charts/viewport.ts';
import styles from './PixelCanvas.module.css';

export interface PixelCanvasProps {
  readonly pixels: RgbaPixels;
  readonly size: MapSize;
  /** Part of the map that fills the parent, map pixels. */
  readonly region: MapRegion;
  /** Accessible name of the image; null for one that says nothing new. */
  readonly name: string | null;
}

/**
 * One canvas pixel per map pixel, enlarged by the browser without smoothing: sharp at any device pixel ratio, and zoom and pan
 * repaint nothing. The parent must be positioned and clip.
 */
export function PixelCanvas({ pixels, size, region, name }: PixelCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { width, height } = size;
  useLayoutEffect(() => {
    ref.current?.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [pixels, width, height]);
  const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  const style = {
    left: percent(-region.left, region.width),
    top: percent(-region.top, region.height),
    width: percent(width, region.width),
    height: percent(height, region.height),
  };
  const meaning = name === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <canvas
      ref={ref}
      width={width}
      height={height}
      className={styles.canvas}
      style={style}
      {...meaning}
    />
  );
}
