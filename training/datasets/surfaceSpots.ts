import type { Random } from '../../src/engine/random.ts';
import {
  type Box,
  between,
  edgeCoverage,
  type SurfaceCanvas,
  smoothStep,
  stamp,
} from './surfaceCanvas.ts';
import { createNoise } from './valueNoise.ts';

/** Small round holes, dark where the light does not reach, with a lit far wall and rim. */
export function drawPits(canvas: SurfaceCanvas, random: Random): void {
  const light = between(random, 0, 2 * Math.PI);
  const lightU = Math.cos(light);
  const lightV = Math.sin(light);
  const count = random.integer(2, 7);
  const placed: { u: number; v: number; radius: number }[] = [];
  for (let i = 0; i < count; i++) {
    const radius = between(random, 1.7, 4.2);
    const place = freePlace(canvas, random, radius + 3, placed);
    if (place) placed.push({ ...place, radius });
  }
  const shape = createNoise(random, 2);
  const depth = between(random, 0.6, 0.82);
  for (const { u, v, radius } of placed) {
    const inside = (pu: number, pv: number) =>
      radius * (1 + 0.16 * shape((pu - u) / radius + u, (pv - v) / radius + v)) -
      Math.hypot(pu - u, pv - v);
    const facing = (pu: number, pv: number) => ((pu - u) * lightU + (pv - v) * lightV) / radius;
    const rim = (pu: number, pv: number) =>
      Math.min(1, Math.max(0, facing(pu, pv))) * edgeCoverage(0.5 - Math.abs(inside(pu, pv) + 0.6));
    const box = around(u, v, radius * 1.3 + 2);
    const hole = (pu: number, pv: number) => edgeCoverage(inside(pu, pv));
    stamp(canvas, box, hole, (pu, pv, below) => below * (1 - depth * (1 - 0.4 * facing(pu, pv))));
    stamp(canvas, box, rim, (_, __, below) => below + 0.34);
  }
}

/** Large soft blotches of weak contrast, often darker where the liquid dried last. */
export function drawStains(canvas: SurfaceCanvas, random: Random): void {
  const count = random.integer(1, 3);
  const darker = random.uniform() < 0.8;
  const placed: { u: number; v: number; radius: number }[] = [];
  for (let i = 0; i < count; i++) {
    const radius = between(random, 13, 27) / Math.sqrt(count * 0.75);
    const place = freePlace(canvas, random, radius * 0.8, placed);
    if (place) placed.push({ ...place, radius });
  }
  for (const { u, v, radius } of placed) {
    const outline = createNoise(random, 3, 0.55);
    const contrast = between(random, 0.2, 0.36) * (darker ? -1 : 0.9);
    const ring = between(random, 0, 0.5);
    const softness = between(random, 0.22, 0.4);
    const oval = between(random, 0.75, 1.3);
    const turn = between(random, 0, Math.PI);
    const [along, across] = [Math.cos(turn), Math.sin(turn)];
    // The tone follows the edge of the blotch: `stamp` asks it right after the coverage of the same pixel.
    let reach = 0;
    const coverage = (pu: number, pv: number) => {
      const distance = Math.hypot((pu - u) * oval, (pv - v) / oval) / radius;
      if (distance > 2) return 0;
      const [p, q] = [(pu - u) * along + (pv - v) * across, (pv - v) * along - (pu - u) * across];
      reach = distance + 0.3 * outline((1.3 * p) / radius + 0.5, (1.3 * q) / radius + 0.5);
      return 1 - smoothStep(1 - softness, 1 + softness, reach);
    };
    stamp(canvas, around(u, v, radius * 2), coverage, (_, __, below) => {
      const edge = Math.exp(-(((reach - 0.85) / 0.2) ** 2));
      return below * (1 + contrast * (1 - 0.5 * ring + ring * edge));
    });
  }
}

/** Compact angular grains of foreign matter, bright or dark, with facets and a hard edge. */
export function drawInclusions(canvas: SurfaceCanvas, random: Random): void {
  const count = random.integer(1, 4);
  const bright = random.uniform() < 0.55;
  const placed: { u: number; v: number; radius: number }[] = [];
  for (let i = 0; i < count; i++) {
    const radius = between(random, 4.5, 8.5);
    const place = freePlace(canvas, random, radius + 2, placed);
    if (place) placed.push({ ...place, radius });
  }
  for (const { u, v, radius } of placed) drawGrain(canvas, random, { u, v, radius, bright });
}

interface Grain {
  readonly u: number;
  readonly v: number;
  readonly radius: number;
  readonly bright: boolean;
}

function drawGrain(canvas: SurfaceCanvas, random: Random, { u, v, radius, bright }: Grain): void {
  const sides = random.integer(4, 6);
  const stretch = between(random, 0.7, 1);
  const turn = between(random, 0, 2 * Math.PI);
  const facets = Array.from({ length: sides }, (_, i) => {
    const angle = ((i + between(random, -0.28, 0.28)) * 2 * Math.PI) / sides;
    const away = radius * between(random, 0.62, 1);
    return { du: Math.cos(angle), dv: Math.sin(angle), away, tone: between(random, -0.09, 0.09) };
  });
  const cut = random.uniform() < 0.5 ? between(random, -0.4, 0.4) * radius : 2 * radius;
  const grain = createNoise(random, 2, 0.8);
  const [along, across] = [Math.cos(turn), Math.sin(turn)];
  const tone = bright ? between(random, 0.78, 0.92) : between(random, 0.12, 0.24);
  const nearest = (pu: number, pv: number) => {
    const rough = 0.5 * grain(pu * 0.6, pv * 0.6);
    const p = (pu - u) * along + (pv - v) * across + rough;
    const q = ((pv - v) * along - (pu - u) * across) / stretch - rough;
    let inside = Number.POSITIVE_INFINITY;
    let shade = 0;
    for (const facet of facets) {
      const left = facet.away - (p * facet.du + q * facet.dv);
      if (left < inside) {
        inside = left;
        shade = facet.tone;
      }
    }
    return { inside: inside * stretch, shade: p > cut ? shade - 0.1 : shade };
  };
  const box = around(u, v, radius * 1.6 + 2);
  const halo = (pu: number, pv: number) => 0.25 * edgeCoverage(nearest(pu, pv).inside + 0.8);
  stamp(canvas, box, halo, () => (bright ? 0.2 : 0.75));
  stamp(
    canvas,
    box,
    (pu, pv) => edgeCoverage(nearest(pu, pv).inside),
    (pu, pv) => tone + nearest(pu, pv).shade + 0.05 * grain(pu, pv),
  );
}

const around = (u: number, v: number, reach: number): Box => ({
  left: u - reach,
  top: v - reach,
  right: u + reach,
  bottom: v + reach,
});

/** A place at least `radius` from the border and clear of what is placed; null when twenty tries found none. */
function freePlace(
  canvas: SurfaceCanvas,
  random: Random,
  radius: number,
  placed: readonly { u: number; v: number; radius: number }[],
): { u: number; v: number } | null {
  const [width, height] = [canvas.width / canvas.scale, canvas.height / canvas.scale];
  for (let i = 0; i < 20; i++) {
    const u = between(random, radius, width - radius);
    const v = between(random, radius, height - radius);
    const clear = placed.every(
      (other) => Math.hypot(other.u - u, other.v - v) > other.radius + radius,
    );
    if (clear) return { u, v };
  }
  return null;
}
