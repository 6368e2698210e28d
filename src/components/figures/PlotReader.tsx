import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useId } from 'react';
import { nearestPlace } from '../../charts/curve.ts';
import type { PlotBox } from '../../charts/evidenceScale.ts';
import styles from './StabilityCurve.module.css';

export interface PlotReaderProps {
  /** Name of the figure and of what is walked along. */
  readonly label: string;
  /** What the keys do. */
  readonly keys: string;
  readonly plot: PlotBox;
  /** Where every place stands, along `direction`. */
  readonly places: readonly number[];
  /** `down`: places stand one below the other. */
  readonly direction?: 'right' | 'down';
  /** Place the keys begin at. */
  readonly start?: number;
  readonly active: number | null;
  /** Everything about a place in one sentence. */
  readonly sentenceAt: (index: number) => string;
  readonly onActive: (index: number | null) => void;
  /** Click, Enter or Space at a place. */
  readonly onSelect?: (index: number) => void;
}

function nextIndex(key: string, from: number, count: number, down: boolean): number | null {
  const step = { ArrowRight: 1, ArrowUp: down ? -1 : 1, ArrowLeft: -1, ArrowDown: down ? 1 : -1 }[
    key
  ];
  if (step !== undefined) return Math.min(count - 1, Math.max(0, from + step));
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** The first and last place are easier to point at with some room around them. */
const PADDING = 10;

/** What makes a plot answer: a slider over the places, moved by pointer or keys, that speaks all values at a place. */
export function PlotReader(props: PlotReaderProps): ReactNode {
  const { label, keys, plot, places, start = 0, active, sentenceAt, onActive, onSelect } = props;
  const down = props.direction === 'down';
  const keysId = useId();
  const index = active ?? Math.max(0, start);
  const indexAt = (event: MouseEvent): number => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return down
      ? nearestPlace(places, event.clientY - top + plot.top)
      : nearestPlace(places, event.clientX - left + plot.left - PADDING);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, index, places.length, down);
    if (next !== null) onActive(next);
    else if (onSelect && (event.key === 'Enter' || event.key === ' ')) onSelect(index);
    else if (event.key === 'Escape') onActive(null);
    else return;
    event.preventDefault();
  };
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
        aria-label={label}
        aria-orientation={down ? 'vertical' : 'horizontal'}
        aria-describedby={keysId}
        aria-valuemin={0}
        aria-valuemax={places.length - 1}
        aria-valuenow={index}
        aria-valuetext={sentenceAt(index)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) onActive(index);
        }}
        onBlur={() => onActive(null)}
        onPointerMove={(event) => onActive(indexAt(event))}
        onPointerLeave={() => onActive(null)}
        onClick={(event) => onSelect?.(indexAt(event))}
      />
      <p id={keysId} className="visually-hidden">
        {keys}
      </p>
    </>
  );
}
