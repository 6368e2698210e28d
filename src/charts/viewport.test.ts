import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitViewport,
  MAX_SCALE,
  panBy,
  pixelAt,
  showPixel,
  visibleRegion,
  zoomAt,
} from './viewport.ts';

const size = { width: 96, height: 64 };

describe('viewport', () => {
  it('starts with the whole map', () => {
    const whole = { left: 0, top: 0, width: 96, height: 64 };
    expect(visibleRegion(fitViewport(size), size)).toEqual(whole);
    expect(visibleRegion(zoomAt(fitViewport(size), size, 0.5), size)).toEqual(whole);
  });

  it('keeps the pixel under the pointer while zooming', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.double({ min: 1, max: 8, noNaN: true }), (u, v, factor) => {
        const start = zoomAt(fitViewport(size), size, 3, 0.4, 0.6);
        const before = visibleRegion(start, size);
        const after = visibleRegion(zoomAt(start, size, factor, u, v), size);
        expect(after.left + u * after.width).toBeCloseTo(before.left + u * before.width, 9);
        expect(after.top + v * after.height).toBeCloseTo(before.top + v * before.height, 9);
      }),
    );
  });

  it('never shows anything outside the map nor magnifies beyond its limit', () => {
    const step = fc.tuple(
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let view = fitViewport(size);
        for (const [factor, pan] of steps)
          view = panBy(zoomAt(view, size, factor, 0.9, 0.1), size, pan, -pan);
        const { left, top, width, height } = visibleRegion(view, size);
        expect(view.scale).toBeLessThanOrEqual(MAX_SCALE);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1e-9);
        expect(left + width).toBeLessThanOrEqual(96 + 1e-9);
        expect(top + height).toBeLessThanOrEqual(64 + 1e-9);
      }),
    );
  });

  it('reads the pixel under a point', () => {
    const whole = fitViewport(size);
    expect(pixelAt(whole, size, 0, 0)).toEqual({ x: 0, y: 0 });
    expect(pixelAt(whole, size, 0.999, 0.999)).toEqual({ x: 95, y: 63 });
    expect(pixelAt(whole, size, 1, 0.5)).toBeNull();
    expect(pixelAt(whole, size, 0.5, -0.01)).toBeNull();
  });

  it('follows a pixel no further than needed', () => {
    const zoomed = zoomAt(fitViewport(size), size, 4);
    expect(showPixel(zoomed, size, { x: 48, y: 32 })).toEqual(zoomed);
    const region = visibleRegion(showPixel(zoomed, size, { x: 95, y: 0 }), size);
    expect(region).toMatchObject({ left: 72, top: 0 });
  });
});
