import { useMemo } from 'react';
import { maskOutline } from '../../charts/maskOutline.ts';
import type { MapRegion } from '../../charts/viewport.ts';
import type { Mask } from '../../domain/truth.ts';
import styles from './DefectOutline.module.css';

interface DefectOutlineProps {
  readonly mask: Mask | null | undefined;
  readonly region: MapRegion;
  /** Left and right end of the part that is shown, shares of the pane. */
  readonly part?: readonly [from: number, to: number];
}

/** A line around the defect, dark and light so that it is seen on every colour. Decoration: the checks say it in numbers. */
export function DefectOutline({ mask, region, part = [0, 1] }: DefectOutlineProps) {
  const path = useMemo(() => mask && maskOutline(mask.flags, mask.width, 1), [mask]);
  if (!path) return null;
  return (
    <svg
      aria-hidden="true"
      className={styles.overlay}
      style={{ clipPath: `inset(0 ${100 - 100 * part[1]}% 0 ${100 * part[0]}%)` }}
      viewBox={`${region.left} ${region.top} ${region.width} ${region.height}`}
      preserveAspectRatio="none"
    >
      <path d={path} className={styles.dark} />
      <path d={path} className={styles.light} />
    </svg>
  );
}
