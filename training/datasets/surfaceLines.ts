import type { Random } from '../../src/engine/random.ts';
import { type Box, between, edgeCoverage, type SurfaceCanvas, stamp } from './surfaceCanvas.ts';
import { createNoise } from './valueNoise.ts';

/** A line drawn through points (units) with a half-width at each of them. */
interface Stroke {
  readonly u: readonly number[];
  readonly v: readonly number[];
  readonly halfWidth: readonly number[];
}

/** Thin straight or slightly bent lines that cross the finish, bright or dark, with a faint raised edge. */
export function drawScratches(canvas: SurfaceCanvas, random: Random, grain: number): void {
  const bright = random.uniform() < 0.6;
  const count = random.integer(1, 4);
  const shared = grain + random.sign() * between(random, 0.4, Math.PI / 2);
  const together = random.uniform() < 0.5;
  const bite = createNoise(random, 2, 0.8);
  for (let i = 0; i < count; i++) {
    const fresh = grain + random.sign() * between(random, 0.4, Math.PI / 2);
    const direction = together ? shared + between(random, -0.12, 0.12) : fresh;
    const stroke = scratchStroke(canvas, random, direction);
    const contrast = between(random, 0.16, 0.32) * (bright ? 1 : -0.85);
    const [du, dv] = [-Math.sin(direction) * 1.3, Math.cos(direction) * 1.3];
    drawStroke(canvas, moved(stroke, du, dv), 0.3, (_, __, below) => below - 0.3 * contrast);
    drawStroke(
      canvas,
      stroke,
      1,
      (u, v, below) => below + contrast * (1 + 0.4 * bite(u * 0.3, v * 0.3)),
    );
  }
}

function scratchStroke(canvas: SurfaceCanvas, random: Random, direction: number): Stroke {
  const length = between(random, 28, 78);
  const bend = between(random, -0.045, 0.045) * length;
  const widest = between(random, 0.42, 0.8);
  const [du, dv] = [Math.cos(direction), Math.sin(direction)];
  const centreU = between(random, 0.25, 0.75) * (canvas.width / canvas.scale);
  const centreV = between(random, 0.25, 0.75) * (canvas.height / canvas.scale);
  const stroke = { u: [] as number[], v: [] as number[], halfWidth: [] as number[] };
  for (let i = 0; i <= 16; i++) {
    const t = i / 8 - 1;
    const along = (t * length) / 2;
    const aside = bend * (1 - t * t);
    stroke.u.push(centreU + along * du - aside * dv);
    stroke.v.push(centreV + along * dv + aside * du);
    stroke.halfWidth.push(widest * (1 - 0.6 * t ** 8) * between(random, 0.75, 1.15));
  }
  return stroke;
}

/** Jagged dark lines that wander and fork, wide at the root and thin at the tips. */
export function drawCracks(canvas: SurfaceCanvas, random: Random): void {
  const count = random.uniform() < 0.6 ? 1 : 2;
  for (let i = 0; i < count; i++) {
    const heading = between(random, 0, 2 * Math.PI);
    const [width, height] = [canvas.width / canvas.scale, canvas.height / canvas.scale];
    const length = between(random, 45, 85) / Math.sqrt(count);
    const startU = width * between(random, 0.3, 0.7) - (Math.cos(heading) * length) / 2;
    const startV = height * between(random, 0.3, 0.7) - (Math.sin(heading) * length) / 2;
    const depth = between(random, 0.5, 0.72);
    growCrack(canvas, random, {
      u: startU,
      v: startV,
      heading,
      length,
      widest: 1,
      depth,
      forks: 4,
    });
  }
}

interface CrackRoot {
  readonly u: number;
  readonly v: number;
  readonly heading: number;
  readonly length: number;
  readonly widest: number;
  /** Share of the light that is lost inside. */
  readonly depth: number;
  readonly forks: number;
}

function growCrack(canvas: SurfaceCanvas, random: Random, root: CrackRoot): void {
  const stroke = { u: [root.u], v: [root.v], halfWidth: [root.widest * 0.6] };
  let { u, v } = root;
  let grown = 0;
  let forks = root.forks;
  let lean = 0;
  while (grown < root.length) {
    const step = between(random, 2, 5.5);
    lean = 0.5 * lean + between(random, -0.55, 0.55);
    const heading = root.heading + lean + random.sign() * between(random, 0.15, 0.6);
    u += step * Math.cos(heading);
    v += step * Math.sin(heading);
    grown += step;
    const left = Math.max(0, 1 - grown / root.length);
    stroke.u.push(u);
    stroke.v.push(v);
    stroke.halfWidth.push(root.widest * between(random, 0.5, 1.1) * (0.4 + 0.65 * left ** 0.5));
    if (forks > 0 && grown > 0.15 * root.length && random.uniform() < 0.3) {
      forks--;
      const side = root.heading + random.sign() * between(random, 0.5, 1.1);
      const length = root.length * between(random, 0.2, 0.42);
      const widest = root.widest * 0.72;
      growCrack(canvas, random, {
        ...root,
        u,
        v,
        heading: side,
        length,
        widest,
        forks: forks > 2 ? 1 : 0,
      });
    }
  }
  const gape = createNoise(random, 2, 0.8);
  drawStroke(
    canvas,
    stroke,
    1,
    (pu, pv, below) => below * (1 - root.depth * (0.9 + 0.25 * gape(pu * 0.3, pv * 0.3))),
  );
}

const moved = ({ u, v, halfWidth }: Stroke, du: number, dv: number): Stroke => ({
  u: u.map((x) => x + du),
  v: v.map((y) => y + dv),
  halfWidth,
});

/** Stamps a stroke segment by segment; a pixel takes the coverage of the nearest segment. */
function drawStroke(
  canvas: SurfaceCanvas,
  stroke: Stroke,
  strength: number,
  tone: (u: number, v: number, below: number) => number,
): void {
  const { scale, width, height } = canvas;
  const covered = new Float32Array(width * height);
  const { u, v, halfWidth } = stroke;
  for (let i = 1; i < u.length; i++) {
    const segment = {
      u0: u[i - 1] ?? 0,
      v0: v[i - 1] ?? 0,
      u1: u[i] ?? 0,
      v1: v[i] ?? 0,
      half0: halfWidth[i - 1] ?? 0,
      half1: halfWidth[i] ?? 0,
    };
    coverSegment(covered, canvas, segment);
  }
  const at = (pu: number, pv: number) =>
    strength * (covered[Math.floor(pv * scale) * width + Math.floor(pu * scale)] ?? 0);
  stamp(canvas, strokeBox(stroke), at, tone);
}

interface Segment {
  readonly u0: number;
  readonly v0: number;
  readonly u1: number;
  readonly v1: number;
  readonly half0: number;
  readonly half1: number;
}

function coverSegment(covered: Float32Array, canvas: SurfaceCanvas, segment: Segment): void {
  const { scale, width, height } = canvas;
  const { u0, v0, u1, v1, half0, half1 } = segment;
  const margin = Math.max(half0, half1) + 0.6 + 1 / scale;
  const [du, dv] = [u1 - u0, v1 - v0];
  const squared = du * du + dv * dv || 1;
  const x0 = Math.max(0, Math.floor((Math.min(u0, u1) - margin) * scale));
  const x1 = Math.min(width - 1, Math.ceil((Math.max(u0, u1) + margin) * scale));
  const y0 = Math.max(0, Math.floor((Math.min(v0, v1) - margin) * scale));
  const y1 = Math.min(height - 1, Math.ceil((Math.max(v0, v1) + margin) * scale));
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const pu = (x + 0.5) / scale - u0;
      const pv = (y + 0.5) / scale - v0;
      const t = Math.min(1, Math.max(0, (pu * du + pv * dv) / squared));
      const distance = Math.sqrt((pu - t * du) ** 2 + (pv - t * dv) ** 2);
      const share = edgeCoverage(half0 + t * (half1 - half0) - distance);
      const at = y * width + x;
      if (share > (covered[at] ?? 0)) covered[at] = share;
    }
  }
}

function strokeBox({ u, v, halfWidth }: Stroke): Box {
  const margin = Math.max(...halfWidth) + 1.5;
  return {
    left: Math.min(...u) - margin,
    top: Math.min(...v) - margin,
    right: Math.max(...u) + margin,
    bottom: Math.max(...v) + margin,
  };
}
