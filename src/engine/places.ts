import type { SweepKind } from '../domain/analysis.ts';
import {
  PERTURBATIONS,
  type PerturbationSettings,
  type StrengthCard,
} from '../domain/perturbation.ts';
import { LIMITS } from '../domain/settings.ts';

/** One place of a sweep. */
export interface SweepPlace {
  /** Abscissa on the stability curve: distance in pixels, or strength; null on the shift map. */
  readonly at: number | null;
  readonly place: PerturbationSettings;
}

/** How far the shift map reaches, pixels each way. */
const REACH = 8;
/** The shift curve goes at least this far, pixels. */
const CURVE_REACH = 10;
/** Up to here the shift curve is looked at closely, pixels. */
const CLOSE = 4;
const CLOSE_STEP = 0.5;
/** Points of the shift curve beyond `CLOSE`, about. */
const FAR_POINTS = 7;
const STRENGTHS = 8;
/** Of a strength: finer than any step of a card. */
const DECIMALS = 6;

/**
 * The places of a sweep around the current perturbation, in the order they are computed.
 * @param stride total stride of the network, pixels: the shift map reaches at least so far
 */
export function sweepPlaces(
  kind: SweepKind,
  settings: PerturbationSettings,
  stride: number,
): SweepPlace[] {
  if (kind === 'curve') return curvePlaces(settings);
  const reach = Math.max(REACH, stride);
  return shiftMapPlaces(settings, reach, stride).map((place) => ({ at: null, place }));
}

/**
 * From no change outwards, the current place included. Shift: distances along its own direction (to
 * the right when it is 0), out to 10 px or the current distance rounded up, or to the limit of a
 * shift. Others: strengths from the neutral one of their card to the end of its curve on the side of
 * the current one (a JPEG's quality falls), close together where little changes (multiples of the
 * card's step growing as a square).
 */
export function curvePlaces(settings: PerturbationSettings): SweepPlace[] {
  return settings.id === 'shift' ? shiftCurve(settings) : strengthCurve(settings);
}

function shiftCurve(settings: PerturbationSettings): SweepPlace[] {
  const { shiftX, shiftY } = settings;
  const distance = Math.hypot(shiftX, shiftY);
  const [x, y] = distance > 0 ? [shiftX / distance, shiftY / distance] : [1, 0];
  const limit = LIMITS.shiftX.max / Math.max(Math.abs(x), Math.abs(y));
  const end = Math.min(limit, Math.max(CURVE_REACH, Math.ceil(distance)));
  const step = Math.max(1, Math.ceil((end - CLOSE) / FAR_POINTS));
  const distances = [...range(0, CLOSE, CLOSE_STEP), ...range(CLOSE + step, end, step)];
  return withCurrent(distances, distance).map((at) => ({
    at,
    place:
      at === distance ? settings : { ...settings, shiftX: plain(at * x), shiftY: plain(at * y) },
  }));
}

function strengthCurve(settings: PerturbationSettings): SweepPlace[] {
  const card = PERTURBATIONS[settings.id].strength;
  if (!card) return [{ at: 0, place: settings }];
  const { neutral, step } = card;
  const { strength } = settings;
  const end = endOfCurve(card, strength);
  const sign = end < neutral ? -1 : 1;
  const strengths = Array.from({ length: STRENGTHS + 1 }, (_, i) => {
    const steps = Math.round((Math.abs(end - neutral) * (i / STRENGTHS) ** 2) / step);
    // 1 + 3 · 0.05 is 1.1500000000000001.
    return Number((neutral + sign * steps * step).toFixed(DECIMALS));
  });
  return withCurrent(
    strengths.map((value) => sign * value),
    sign * strength,
  ).map((value) => ({
    at: plain(sign * value),
    place: { ...settings, strength: plain(sign * value) },
  }));
}

/** On the side of the current strength, and beyond the curve's own end where that is. */
function endOfCurve({ neutral, max, curve: [least, most] }: StrengthCard, strength: number) {
  const falls = strength < neutral || neutral === max;
  return falls ? Math.min(least, strength) : Math.max(most, strength);
}

/** −0 becomes 0: number formats print its sign. */
const plain = (value: number): number => value + 0;

const range = (from: number, to: number, step: number): number[] =>
  Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, i) => from + i * step,
  );

/** Ascending, the current one in its place, none twice (a rounding apart counts as the same). */
function withCurrent(values: readonly number[], current: number): number[] {
  const others = values.filter((value) => Math.abs(value - current) > 1e-9);
  return [...new Set([...others, current])].sort((a, b) => a - b);
}

/**
 * All whole shifts (dx, dy) in −reach…reach: the centre, then the multiples of the stride, on which
 * the verdict on aliasing stands, then ring by ring. Border and unused settings are those of `settings`.
 */
export function shiftMapPlaces(
  settings: PerturbationSettings,
  reach: number,
  stride: number,
): PerturbationSettings[] {
  const rings = Array.from({ length: reach }, (_, i) => ringOf(i + 1)).flat();
  const onLattice = ([x, y]: [number, number]) => x % stride === 0 && y % stride === 0;
  const lattice = rings.filter(onLattice);
  const others = rings.filter((shift) => !onLattice(shift));
  return [[0, 0], ...lattice, ...others].map(([shiftX, shiftY]) => ({
    ...settings,
    id: 'shift',
    shiftX,
    shiftY,
  }));
}

/** The square ring at Chebyshev distance r, once round from its upper left corner. */
function ringOf(r: number): [number, number][] {
  const side = Array.from({ length: 2 * r }, (_, i) => i - r);
  return [
    ...side.map((t): [number, number] => [t, -r]),
    ...side.map((t): [number, number] => [r, t]),
    ...side.map((t): [number, number] => [plain(-t), r]),
    ...side.map((t): [number, number] => [-r, plain(-t)]),
  ];
}
