import { type DOMAttributes, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type BrushPlace, withStroke } from '../../charts/brush.ts';
import type { Mask } from '../../domain/truth.ts';

/** Brush radii, pixels. */
export const BRUSH_LIMITS = { min: 0, max: 24, step: 1, integer: true } as const;
const FIRST_RADIUS = 4;
/** Pixels an arrow key goes with Shift. */
const LONG_STEP = 8;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Painting a region by pointer and keyboard. */
export interface Brush {
  readonly cursor: BrushPlace;
  readonly radius: number;
  readonly setRadius: (radius: number) => void;
  readonly erase: boolean;
  readonly setErase: (erase: boolean) => void;
  readonly handlers: DOMAttributes<HTMLDivElement>;
}

const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));

export function useBrush(region: Mask, onPaint: (region: Mask) => void): Brush {
  const { height, width } = region;
  const [cursor, setCursor] = useState({ x: width >> 1, y: height >> 1 });
  const [radius, setRadius] = useState(FIRST_RADIUS);
  const [erase, setErase] = useState(false);
  /** Where the stroke under way was last; null without one. */
  const last = useRef<BrushPlace | null>(null);

  const paint = (from: BrushPlace, to: BrushPlace, off: boolean) => {
    const painted = withStroke(region, from, to, { radius, erase: off });
    if (painted !== region) onPaint(painted);
  };
  const placeOf = (event: PointerEvent<HTMLDivElement>): BrushPlace => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: within(Math.floor(((event.clientX - box.left) / box.width) * width), width),
      y: within(Math.floor(((event.clientY - box.top) / box.height) * height), height),
    };
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const place = placeOf(event);
    setCursor(place);
    if (last.current) paint(last.current, place, erase);
    if (last.current) last.current = place;
  };
  const press = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    const steps = event.shiftKey ? LONG_STEP : 1;
    if (arrow)
      setCursor(({ x, y }) => ({
        x: within(x + steps * arrow[0], width),
        y: within(y + steps * arrow[1], height),
      }));
    else if (event.key === ' ' || event.key === 'Enter') paint(cursor, cursor, erase);
    else if (event.key === 'Delete' || event.key === 'Backspace') paint(cursor, cursor, true);
    else if (event.key === '+') setRadius(Math.min(BRUSH_LIMITS.max, radius + 1));
    else if (event.key === '-') setRadius(Math.max(BRUSH_LIMITS.min, radius - 1));
    else return;
    event.preventDefault();
  };
  const end = () => {
    last.current = null;
  };
  return {
    cursor,
    radius,
    setRadius,
    erase,
    setErase,
    handlers: {
      onPointerDown(event) {
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = placeOf(event);
        drag(event);
      },
      onPointerMove: drag,
      onPointerUp: end,
      onPointerCancel: end,
      onKeyDown: press,
    },
  };
}
