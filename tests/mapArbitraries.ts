import fc from 'fast-check';
import type { MapScores, OverlapScores } from '../src/domain/score.ts';
import { mapScores } from '../src/engine/metrics/pairDetails.ts';
import { emptySet, hasPixel, type PixelSet } from '../src/engine/metrics/pixelSet.ts';
import { preparePair } from '../src/engine/metrics/preparePair.ts';
import type { ScoreMap } from '../src/engine/metrics/scoreMap.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';

/** Share of the runs of a law. Mutation testing, which fails every law hundreds of times, asks for fewer. */
const SHARE_OF_RUNS = Number(process.env.SHARE_OF_RUNS ?? 1);

/** Whether there is time for large maps. */
export const IS_THOROUGH = SHARE_OF_RUNS === 1;

/** A law that must hold for everything the arbitrary makes. */
export function property<T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void, runs = 100) {
  fc.assert(fc.property(arbitrary, law), {
    numRuns: Math.ceil(runs * SHARE_OF_RUNS),
    // There a failure is enough; looking for the smallest one takes far longer.
    endOnFailure: !IS_THOROUGH,
  });
}

/** A size that crosses the 32-bit words of a row now and then. */
export const mapSize = fc.record({
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

/** A map of quarters from −2 to 2: many ties, and every sum of its values is exact. */
function quarterMapOf(height: number, width: number): fc.Arbitrary<ScoreMap> {
  const length = height * width;
  return fc
    .array(fc.integer({ min: -8, max: 8 }), { minLength: length, maxLength: length })
    .map((plain) => ({ height, width, values: Float64Array.from(plain, (v) => v / 4) }));
}

/** A map in which no two values are equal. */
export function distinctMapOf(height: number, width: number): fc.Arbitrary<ScoreMap> {
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
  mapSize.chain(({ height, width }) =>
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

/** Pairs with ties, whose sums are exact. */
export const quarterPairCase = caseOf(quarterMapOf);

/** The overlap scores of a case, same coordinates. */
export function overlapOf({ original, perturbed, k, windowRadius }: PairCase): OverlapScores {
  return scorePair(preparePair({ original, perturbed, motion: null }), { k, windowRadius }).raw;
}

/** The scores of the whole maps of a case. */
export function mapScoresOf({ original, perturbed, windowRadius }: PairCase): MapScores {
  return mapScores(original, perturbed, windowRadius);
}

/** `[height, width]` map of a function of the pixel. */
export function mapFrom(
  height: number,
  width: number,
  value: (y: number, x: number) => number,
): ScoreMap {
  const values = Float64Array.from({ length: height * width }, (_, i) =>
    value(Math.floor(i / width), i % width),
  );
  return { height, width, values };
}

/** A set of pixels from one flag each. */
export function setOf(flags: readonly boolean[], height: number, width: number): PixelSet {
  const set = emptySet(height, width);
  flags.forEach((flag, i) => {
    const [y, x] = [Math.floor(i / width), i % width];
    if (flag) set.words[y * set.stride + Math.floor(x / 32)] |= 1 << (x % 32);
  });
  return set;
}

/** One flag for each pixel of a set. */
export function flagsOf(set: PixelSet): boolean[] {
  return Array.from({ length: set.height * set.width }, (_, i) =>
    hasPixel(set, Math.floor(i / set.width), i % set.width),
  );
}

/** The same map as another object, so that nothing kept with the first is used. */
export const copyOf = (map: ScoreMap): ScoreMap => ({ ...map, values: map.values.slice() });

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
