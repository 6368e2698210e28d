import type { Language } from '../domain/language.ts';

const MISSING = '–';
/** U+00A0 between number and unit in English; Japanese print sets none. */
const GAP: Record<Language, string> = { en: '\u00a0', ja: '' };

const proper = (text: string): string => text.replace('-', '\u2212');

/** How numbers are written in one language. `null` and non-finite numbers become an en dash. */
export interface Format {
  /** `1,000` */
  integer(value: number): string;
  /** A share 0…1 as `23 %`; one decimal within one per cent of either end. */
  share(value: number | null): string;
  /** A score with two decimals and a true minus sign: `0.23`, `−0.04`. */
  score(value: number | null): string;
  /** A p-value with three decimals: `0.012`, `<0.001`. */
  pValue(value: number | null): string;
  /** Up to `digits` decimals, no trailing zeros. */
  number(value: number | null, digits?: number): string;
  /** As `number`, always with a sign: `+1`, `−0.5`, `0`. */
  signed(value: number, digits?: number): string;
  /** A length of time in words short enough for a status line: `4 s`, `1 min 20 s`. */
  duration(milliseconds: number): string;
}

function share(value: number | null, gap: string, locale: string): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  const percent = value * 100;
  const nearAnEnd = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
  if (percent > 0 && percent < 0.1) return `<0.1${gap}%`;
  if (percent > 99.9 && percent < 100) return `>99.9${gap}%`;
  const digits = nearAnEnd ? 1 : 0;
  return proper(`${percent.toLocaleString(locale, { maximumFractionDigits: digits })}${gap}%`);
}

function duration(milliseconds: number, language: Language): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const gap = GAP[language];
  const [min, s] = language === 'ja' ? ['分', '秒'] : ['min', 's'];
  return minutes === 0
    ? `${rest}${gap}${s}`
    : `${minutes}${gap}${min}${language === 'ja' ? '' : ' '}${rest}${gap}${s}`;
}

/** The number formats of a language. */
export function formatFor(language: Language): Format {
  const number = (value: number | null, digits = 2): string =>
    value === null || !Number.isFinite(value)
      ? MISSING
      : proper(value.toLocaleString(language, { maximumFractionDigits: digits }));
  return {
    integer: (value) => number(value, 0),
    share: (value) => share(value, GAP[language], language),
    score: (value) =>
      value === null || !Number.isFinite(value)
        ? MISSING
        : proper(value.toFixed(2).replace(/^-0\.00$/, '0.00')),
    pValue: (value) => {
      if (value === null || !Number.isFinite(value)) return MISSING;
      return value < 0.001 ? '<0.001' : value.toFixed(3);
    },
    number,
    signed: (value, digits = 2) =>
      value > 0 ? `+${number(value, digits)}` : number(value, digits),
    duration: (milliseconds) => duration(milliseconds, language),
  };
}
