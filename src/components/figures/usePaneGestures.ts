import type { DOMAttributes, KeyboardEvent, PointerEvent, RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { MapPixel } from '../../charts/viewport.ts';
import { MAX_SCALE, panBy, pixelAt, showPixel, zoomAt } from '../../charts/viewport.ts';
import type { LinkedView } from './useLinkedView.ts';

/** Zoom step of the keys and buttons. */
export const ZOOM_STEP = 1.5;
const PAN_STEP = 0.15;

/** A place in a pane as shares of its sides. */
interface Spot {
  readonly u: number;
  readonly v: number;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function spotOf(element: Element, event: { clientX: number; clientY: number }): Spot {
  const box = element.getBoundingClientRect();
  return { u: (event.clientX - box.left) / box.width, v: (event.clientY - box.top) / box.height };
}

const mean = (spots: readonly Spot[]): Spot => ({
  u: spots.reduce((sum, { u }) => sum + u, 0) / spots.length,
  v: spots.reduce((sum, { v }) => sum + v, 0) / spots.length,
});

const spread = ([a, b]: readonly Spot[]): number =>
  a && b ? Math.max(1e-3, Math.hypot(a.u - b.u, a.v - b.v)) : 1;

/** One finger or the mouse drags, two pinch: the picture follows their middle and their distance. */
function follow(link: LinkedView, before: readonly Spot[], after: readonly Spot[]): void {
  const [from, to] = [mean(before), mean(after)];
  const factor = spread(after) / spread(before);
  link.change((view) =>
    zoomAt(panBy(view, link.size, from.u - to.u, from.v - to.v), link.size, factor, to.u, to.v),
  );
}

function useWheel(surface: RefObject<HTMLDivElement | null>, link: LinkedView): void {
  const { change, size, viewport } = link;
  const { scale } = viewport;
  useEffect(() => {
    const element = surface.current;
    const zoom = (event: WheelEvent): void => {
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
      const factor = Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002));
      // At either end the wheel belongs to the page again.
      if (factor < 1 ? scale <= 1 : scale >= MAX_SCALE) return;
      event.preventDefault();
      const { u, v } = spotOf(
        event.currentTarget instanceof Element ? event.currentTarget : document.body,
        event,
      );
      change((view) => zoomAt(view, size, factor, u, v));
    };
    element?.addEventListener('wheel', zoom, { passive: false });
    return () => element?.removeEventListener('wheel', zoom);
  }, [surface, change, size, scale]);
}

function moveCursor(link: LinkedView, [dx, dy]: readonly [number, number]): void {
  const { size, viewport } = link;
  const { x, y } = link.cursor ?? { x: Math.floor(viewport.x), y: Math.floor(viewport.y) };
  const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  const next: MapPixel = { x: within(x + dx, size.width), y: within(y + dy, size.height) };
  link.setCursor(next);
  link.change((view) => showPixel(view, size, next));
}

function onKey(link: LinkedView, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  if (arrow && event.shiftKey)
    link.change((view) => panBy(view, link.size, arrow[0] * PAN_STEP, arrow[1] * PAN_STEP));
  else if (arrow) moveCursor(link, arrow);
  else if (event.key === '+' || event.key === '=') link.zoomBy(ZOOM_STEP);
  else if (event.key === '-' || event.key === '_') link.zoomBy(1 / ZOOM_STEP);
  else if (event.key === '0') link.reset();
  else return;
  event.preventDefault();
}

/** Everything a pane answers to: wheel, drag, pinch, hover and keys, all on the linked view. */
export function usePaneGestures(link: LinkedView): {
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly handlers: DOMAttributes<HTMLDivElement>;
} {
  const surface = useRef<HTMLDivElement>(null);
  const pressed = useRef(new Map<number, Spot>());
  useWheel(surface, link);
  const release = (event: PointerEvent): void => {
    pressed.current.delete(event.pointerId);
  };
  const handlers: DOMAttributes<HTMLDivElement> = {
    onKeyDown: (event) => onKey(link, event),
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      const spot = spotOf(event.currentTarget, event);
      pressed.current.set(event.pointerId, spot);
      link.setCursor(pixelAt(link.viewport, link.size, spot.u, spot.v));
    },
    onPointerMove: (event) => {
      const spot = spotOf(event.currentTarget, event);
      if (pressed.current.has(event.pointerId)) {
        const before = [...pressed.current.values()];
        pressed.current.set(event.pointerId, spot);
        follow(link, before, [...pressed.current.values()]);
      }
      link.setCursor(pixelAt(link.viewport, link.size, spot.u, spot.v));
    },
    onPointerUp: release,
    onPointerCancel: release,
    onPointerLeave: () => link.setCursor(null),
    onBlur: () => link.setCursor(null),
  };
  return { surface, handlers };
}
