import type { KeyboardEvent, MouseEvent } from 'react';
import { useId } from 'react';
import type { CurveGeometry, CurveMode } from '../../charts/curve.ts';
import { nearestPlace } from '../../charts/curve.ts';
import { sentenceAt } from './curveWords.ts';
import styles from './StabilityCurve.module.css';
import type { StabilityCurveProps } from './StabilityCurve.tsx';

export interface CurveReaderProps extends StabilityCurveProps {
  readonly geometry: CurveGeometry;
  readonly mode: CurveMode;
  readonly active: number | null;
  readonly onActive: (index: number | null) => void;
}

function nextIndex(key: string, from: number, count: number): number | null {
  const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
  if (step !== undefined) return Math.min(count - 1, Math.max(0, from + step));
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** What makes the plot answer: a slider over the places, moved by pointer or keys, that speaks all values at a place. */
export function CurveReader(props: CurveReaderProps) {
  const { texts, points, unit, current, geometry, mode, active, onActive, onSelect } = props;
  const keysId = useId();
  const { plot, places, currentX } = geometry;
  const start = current === null || currentX === null ? 0 : nearestPlace(places, currentX);
  const index = active ?? Math.max(0, start);
  const point = points[index];
  const indexAt = (event: MouseEvent): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return nearestPlace(places, event.clientX - left + plot.left - PADDING);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, index, points.length);
    if (next !== null) onActive(next);
    else if (event.key === 'Enter' || event.key === ' ') onSelect(index);
    else if (event.key === 'Escape') onActive(null);
    else return;
    event.preventDefault();
  };
  if (!point) return <p className={styles.waiting}>{texts.waiting}</p>;
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        className={styles.reader}
        style={{
          left: plot.left - PADDING,
          top: plot.top,
          width: plot.right - plot.left + 2 * PADDING,
          height: plot.bottom - plot.top,
        }}
        aria-label={`${texts.title}: ${texts.xAxis[unit]}`}
        aria-describedby={keysId}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={index}
        aria-valuetext={sentenceAt(texts, unit, point, mode)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) onActive(index);
        }}
        onBlur={() => onActive(null)}
        onPointerMove={(event) => onActive(indexAt(event))}
        onPointerLeave={() => onActive(null)}
        onClick={(event) => onSelect(indexAt(event))}
      />
      <p id={keysId} className="visually-hidden">
        {texts.keys}
      </p>
    </>
  );
}

/** The first and last place are easier to point at with some room around them. */
const PADDING = 10;
