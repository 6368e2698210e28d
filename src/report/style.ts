import type { CurveSeriesId } from '../charts/curve.ts';
import type { Language } from '../domain/language.ts';
import type { VerdictId } from '../domain/score.ts';
import type { Font } from './items.ts';

/** A4 across, points. */
export const PAGE = {
  width: 842,
  height: 595,
  marginX: 34,
  marginTop: 22,
  marginBottom: 18,
} as const;

/** Pixels per point of the finished picture: A4 across becomes 2480 pixels wide, 212 dpi. */
export const PIXELS_PER_POINT = 2480 / PAGE.width;

/** Inks of the page: dark enough on white for print, told apart by lightness where they stand side by side. */
export const COLOURS = {
  paper: '#ffffff',
  ink: '#14181f',
  muted: '#525c6b',
  rule: '#c3cad4',
  faint: '#e7ebf0',
  track: '#dde2e9',
  accent: '#0a5bd3',
} as const;

/** Ground, mark and headline of a verdict. The mark's shape says the same without colour. */
export interface VerdictLook {
  readonly tone: string;
  readonly ground: string;
  /** SVG path on a grid of 16, to be stroked. */
  readonly mark: string;
}

const GOOD = { tone: '#0d6b40', ground: '#e9f6ef' };
const WARN = { tone: '#845000', ground: '#fdf4e3' };
const BAD = { tone: '#b0231b', ground: '#fdeeec' };
const NEUTRAL = { tone: '#414b5b', ground: '#eef1f5' };

export const VERDICT_LOOKS: Readonly<Record<VerdictId, VerdictLook>> = {
  stable: { ...GOOD, mark: 'M3 8.5L6.5 12L13 4.5' },
  movedWithPart: { ...GOOD, mark: 'M2.5 8H12.5M9 4.5L12.5 8L9 11.5M2.5 4.5V11.5' },
  changed: { ...WARN, mark: 'M8 2.2L14.4 13.4H1.6ZM8 6.4V9.8M8 11.6V11.8' },
  noBetterThanChance: { ...BAD, mark: 'M4 4L12 12M12 4L4 12' },
  void: { ...BAD, mark: 'M3.8 3.8L12.2 12.2M8 2A6 6 0 1 0 8 14A6 6 0 0 0 8 2Z' },
  cannotTell: {
    ...NEUTRAL,
    mark: 'M5.6 6A2.4 2.4 0 1 1 9 8.2C8.3 8.6 8 9 8 9.8M8 12V12.2',
  },
};

/** Lines of the stability curve on paper; dashes and marks come from the charts. */
export const SERIES_INKS: Readonly<Record<CurveSeriesId, string>> = {
  topK: '#b0480c',
  lensRecall: '#0a5bd3',
  lensPrecision: '#8a36a6',
  alignedTopK: '#0d6b40',
};

const LATIN = '"Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial';
const JAPANESE =
  '"Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", "Yu Gothic", "Meiryo", "Noto Sans JP", "Noto Sans CJK JP"';
const MONO =
  '"SF Mono", Menlo, Consolas, "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono"';

/** Families on Windows, macOS and Linux. Japanese text takes Japanese faces first: Han letters of other faces look foreign. */
export const FAMILIES: Readonly<Record<Language, string>> = {
  en: `${LATIN}, ${JAPANESE}, sans-serif`,
  ja: `${JAPANESE}, ${LATIN}, sans-serif`,
};

/** Distance of baselines over font size in paragraphs. */
export const LEADING: Readonly<Record<Language, number>> = { en: 1.36, ja: 1.5 };

/** A font as canvas reads it, `size` in the units of the context, `families` for all but numbers of fixed width. */
export function cssFont({ size, bold, mono }: Font, families: string): string {
  return `${bold ? '600' : '400'} ${size}px ${mono ? `${MONO}, ${families}` : families}`;
}
