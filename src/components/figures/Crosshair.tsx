import type { MapPixel, MapRegion } from '../../charts/viewport.ts';
import styles from './HeatmapPane.module.css';

/** Cross and frame round one pixel, white on black, so that it is seen on any colour. */
export function Crosshair({
  region,
  pixel,
}: {
  readonly region: MapRegion;
  readonly pixel: MapPixel;
}) {
  const { left, top, width, height } = region;
  const [x, y] = [pixel.x + 0.5, pixel.y + 0.5];
  const arms = `M${left} ${y}H${pixel.x}M${pixel.x + 1} ${y}H${left + width}M${x} ${top}V${pixel.y}M${x} ${pixel.y + 1}V${top + height}`;
  const frame = `M${pixel.x} ${pixel.y}h1v1h-1z`;
  return (
    <svg
      aria-hidden="true"
      className={styles.overlay}
      viewBox={`${left} ${top} ${width} ${height}`}
      preserveAspectRatio="none"
    >
      <path d={arms} className={styles.crossUnder} />
      <path d={arms} className={styles.cross} />
      <path d={frame} className={styles.frameUnder} />
      <path d={frame} className={styles.frameLine} />
    </svg>
  );
}
