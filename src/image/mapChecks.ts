import { Problem } from '../domain/problem.ts';

/** Most pixels of a map file. */
const MOST_PIXELS = 64_000_000;

/** `map.npy must be little-endian float32 or float64, got int32 (<i4)`: the problem of a map file that cannot be used. */
export function mapUnreadable(what: string, allowed: string, got: string): Problem {
  return new Problem(
    'map-unreadable',
    { what, allowed, got },
    `${what} must be ${allowed}, got ${got}`,
  );
}

/** Holds the size of a map against its limits. @throws Problem `map-unreadable` */
export function checkPixels(name: string, height: number, width: number): void {
  const pixels = height * width;
  if (pixels >= 1 && pixels <= MOST_PIXELS) return;
  const allowed = `a map of 1…${MOST_PIXELS} pixels`;
  throw mapUnreadable(name, allowed, `${pixels} (${height}×${width})`);
}

/** Text of a stranger's file, fit for one line of a message: printable, and cut after 60 characters. */
export function excerpt(text: string): string {
  const line = text.replace(/[^\x20-\x7e]+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
