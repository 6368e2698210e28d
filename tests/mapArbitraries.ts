import fc from 'fast-check';
import type { ScoreMap } from '../src/engine/metrics/scoreMap.ts';

/** A size that crosses the 32-bit words of a row now and then. */
const size = fc.record({
  height: fc.integer({ min: 1, max: 12 }),
  width: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 30, max: 70 })),
});

/** Values with many ties, with few, and of every magnitude and sign. */
const value = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0),
);

/** A map of float32 or float64 values. */
export function mapOf(height: number, width: number): fc.Arbitrary<ScoreMap> {
  const values = fc.array(value, { minLength: height * width, maxLength: height * width });
  return fc.tuple(values, fc.boolean()).map(([plain, single]) => ({
    height,
    width,
    values: single
      ? Float32Array.from(plain, (v) => Math.max(-3e38, Math.min(3e38, v)))
      : Float64Array.from(plain),
  }));
}

/** A map in which no two values are equal. */
function distinctMapOf(height: number, width: number): fc.Arbitrary<ScoreMap> {
  const ranks = Array.from({ length: height * width }, (_, i) => i - 3);
  return fc
    .shuffledSubarray(ranks, { minLength: ranks.length, maxLength: ranks.length })
    .map((plain) => ({ height, width, values: Float64Array.from(plain) }));
}

/** Two maps of one size, and a k and w for them. */
export interface PairCase {
  readonly original: ScoreMap;
  readonly perturbed: ScoreMap;
  readonly k: number;
  readonly windowRadius: number;
}

const caseOf = (make: (height: number, width: number) => fc.Arbitrary<ScoreMap>) =>
  size.chain(({ height, width }) =>
    fc.record<PairCase>({
      original: make(height, width),
      perturbed: make(height, width),
      k: fc.integer({ min: 1, max: height * width }),
      windowRadius: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 64 })),
    }),
  );

/** Pairs with ties. */
export const pairCase = caseOf(mapOf);

/** Pairs without ties. */
export const distinctPairCase = caseOf(distinctMapOf);

/** The map seen in a mirror: rows, columns or both reversed. */
export function mirrored(map: ScoreMap, flipRows: boolean, flipColumns: boolean): ScoreMap {
  return remapped(map, (y, x, { height, width }) => [
    flipRows ? height - 1 - y : y,
    flipColumns ? width - 1 - x : x,
  ]);
}

/** The map moved around by whole pixels; what leaves on one side comes in on the other. */
export function rolled(map: ScoreMap, dy: number, dx: number): ScoreMap {
  return remapped(map, (y, x, { height, width }) => [
    (((y - dy) % height) + height) % height,
    (((x - dx) % width) + width) % width,
  ]);
}

function remapped(
  map: ScoreMap,
  source: (y: number, x: number, map: ScoreMap) => [number, number],
): ScoreMap {
  const { width, values } = map;
  const moved = values.map((_, i) => {
    const [y, x] = source(Math.floor(i / width), i % width, map);
    return values[y * width + x];
  });
  return { ...map, values: moved };
}
