import { useCallback, useState } from 'react';
import type { MapPixel, MapSize, Viewport } from '../../charts/viewport.ts';
import { clampViewport, fitViewport, zoomAt } from '../../charts/viewport.ts';

/** Zoom, pan and cursor that all panes of a heatmap view share. */
export interface LinkedView {
  readonly size: MapSize;
  readonly viewport: Viewport;
  /** Pixel under the pointer or the keyboard's cursor; null when neither is over the picture. */
  readonly cursor: MapPixel | null;
  readonly change: (step: (viewport: Viewport) => Viewport) => void;
  readonly zoomBy: (factor: number) => void;
  readonly reset: () => void;
  readonly setCursor: (cursor: MapPixel | null) => void;
}

/** The shared view of maps of one size; survives new maps and starts over only where a new size no longer holds it. */
export function useLinkedView(size: MapSize): LinkedView {
  const [asked, setAsked] = useState<Viewport | null>(null);
  const [cursor, setCursor] = useState<MapPixel | null>(null);
  const { width, height } = size;
  const change = useCallback(
    (step: (viewport: Viewport) => Viewport) =>
      setAsked((last) => {
        const bounds = { width, height };
        return step(clampViewport(last ?? fitViewport(bounds), bounds));
      }),
    [width, height],
  );
  const zoomBy = useCallback(
    (factor: number) => change((viewport) => zoomAt(viewport, { width, height }, factor)),
    [change, width, height],
  );
  const reset = useCallback(() => setAsked(null), []);
  const inside = cursor && cursor.x < width && cursor.y < height ? cursor : null;
  const viewport = clampViewport(asked ?? fitViewport(size), size);
  return { size, viewport, cursor: inside, change, zoomBy, reset, setCursor };
}
