import { format } from 'd3';

/** A score or share with two decimals and a real minus: `0.98`, `−0.03`; `–` for a missing one. */
export function scoreText(value: number | null): string {
  return value === null ? '–' : format('.2f')(value);
}

/**
 * Formatter of map values against the upper end of their scale: three significant digits of the end, so that digits line up while the
 * cursor moves; powers of ten outside 0.001…9999. Real minus; a value that rounds to zero has no sign.
 */
export function valueFormatter(max: number): (value: number) => string {
  const magnitude = Math.abs(max);
  const exponent = magnitude > 0 ? Math.floor(Math.log10(magnitude)) : 0;
  const spread = exponent < -3 || exponent > 3;
  const write = format(spread ? '.1e' : `.${Math.max(0, 2 - exponent)}f`);
  return (value) => (value === 0 ? '0' : write(value).replace('e-', 'e−'));
}

/** A distance or strength without needless zeros: `0`, `0.5`, `−8`; at most two decimals. */
export function placeText(value: number): string {
  return format('.2~f')(value);
}

/** A shift component with its sign: `+1`, `−2.5`, `0`. */
export function signedText(value: number): string {
  return value > 0 ? `+${placeText(value)}` : placeText(value);
}
