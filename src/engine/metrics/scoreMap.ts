import { Problem } from '../../domain/problem.ts';

/**
 * A map to be scored: `[height, width]`, row-major. An `AttributionMap` is one; maps of other tools
 * may come in float64, and are ranked in float64.
 */
export interface ScoreMap {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array | Float64Array;
}

/**
 * Checks two maps at the border of the metrics; everything behind it trusts them.
 * @throws Problem `map-size-mismatch` when the sizes differ, or a map has not height·width values or no pixel
 * @throws Problem `map-non-finite` naming the map and the first pixel that is NaN, ∞ or −∞
 */
export function checkMaps(original: ScoreMap, perturbed: ScoreMap): void {
  checkLength('original map', original);
  checkLength('perturbed map', perturbed);
  if (original.height !== perturbed.height || original.width !== perturbed.width)
    throw new Problem('map-size-mismatch', {
      what: 'perturbed map',
      allowed: `${original.height}×${original.width}`,
      got: `${perturbed.height}×${perturbed.width}`,
    });
  checkFinite('original map', original);
  checkFinite('perturbed map', perturbed);
}

function checkLength(what: string, { height, width, values }: ScoreMap): void {
  if (values.length === height * width && values.length > 0) return;
  throw new Problem('map-size-mismatch', {
    what,
    allowed: `${height}×${width} values, at least one`,
    got: `${values.length} values`,
  });
}

function checkFinite(what: string, { width, values }: ScoreMap): void {
  let bad = 0;
  while (bad < values.length && Number.isFinite(values[bad])) bad++;
  if (bad === values.length) return;
  const place = `row ${Math.floor(bad / width)}, column ${bad % width}`;
  const [allowed, got] = ['finite values', `${values[bad]} at ${place}`];
  throw new Problem(
    'map-non-finite',
    { what, allowed, got },
    `${what} must hold ${allowed}, got ${got}`,
  );
}
