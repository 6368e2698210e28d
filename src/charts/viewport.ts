/**
 * What part of a map a pane shows. `x`, `y`: map coordinates (pixels, fractional) at the pane's centre; `scale`: 1 shows the
 * whole map, 8 an eighth of its side. Shared by all panes, whatever their size on the screen.
 */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Size of a map, pixels. */
export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** Part of the map in view, map pixels (fractional). */
export interface MapRegion {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A pixel of the map, integers. */
export interface MapPixel {
  readonly x: number;
  readonly y: number;
}

/** Most magnification: pixels stay recognisable as parts of a picture. */
export const MAX_SCALE = 24;

/** The whole map. */
export function fitViewport({ width, height }: MapSize): Viewport {
  return { x: width / 2, y: height / 2, scale: 1 };
}

const within = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** The nearest viewport that stays within 1…`MAX_SCALE` and shows nothing outside the map. */
export function clampViewport({ x, y, scale }: Viewport, { width, height }: MapSize): Viewport {
  const zoom = within(scale, 1, MAX_SCALE);
  const halfWidth = width / zoom / 2;
  const halfHeight = height / zoom / 2;
  return {
    x: within(x, halfWidth, width - halfWidth),
    y: within(y, halfHeight, height - halfHeight),
    scale: zoom,
  };
}

/** Part of the map a viewport shows. */
export function visibleRegion({ x, y, scale }: Viewport, size: MapSize): MapRegion {
  const width = size.width / scale;
  const height = size.height / scale;
  return { left: x - width / 2, top: y - height / 2, width, height };
}

/**
 * Zoomed by `factor` with the map point under (`u`, `v`) kept in place; `u`, `v` are shares of the pane, 0…1 from its upper left
 * corner (0.5, 0.5: the centre).
 */
export function zoomAt(view: Viewport, size: MapSize, factor: number, u = 0.5, v = 0.5): Viewport {
  const scale = within(view.scale * factor, 1, MAX_SCALE);
  const gain = 1 / view.scale - 1 / scale;
  return clampViewport(
    {
      x: view.x + (u - 0.5) * size.width * gain,
      y: view.y + (v - 0.5) * size.height * gain,
      scale,
    },
    size,
  );
}

/** Moved by shares of the pane: `du` > 0 shows what lies to the right. */
export function panBy(view: Viewport, size: MapSize, du: number, dv: number): Viewport {
  const { width, height } = visibleRegion(view, size);
  return clampViewport({ ...view, x: view.x + du * width, y: view.y + dv * height }, size);
}

/** Moved just so far that a pixel is in view, whole. */
export function showPixel(view: Viewport, size: MapSize, { x, y }: MapPixel): Viewport {
  const { width, height } = visibleRegion(view, size);
  const centre = (at: number, position: number, extent: number): number =>
    extent <= 1 ? position + 0.5 : within(at, position + 1 - extent / 2, position + extent / 2);
  return clampViewport(
    { ...view, x: centre(view.x, x, width), y: centre(view.y, y, height) },
    size,
  );
}

/** Map pixel under (`u`, `v`), shares of the pane; null outside the map. */
export function pixelAt(view: Viewport, size: MapSize, u: number, v: number): MapPixel | null {
  const { left, top, width, height } = visibleRegion(view, size);
  const x = Math.floor(left + u * width);
  const y = Math.floor(top + v * height);
  return x >= 0 && y >= 0 && x < size.width && y < size.height ? { x, y } : null;
}
