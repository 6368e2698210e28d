import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3';
import type { SeriesStyle } from './curveStyle.ts';

/** Dash and mark of the nth series; the colour is that of the same number in the page's style sheet. */
const STYLES: readonly SeriesStyle[] = [
  { dash: [], type: symbolCircle },
  { dash: [7, 3], type: symbolSquare },
  { dash: [2, 3], type: symbolTriangle },
  { dash: [9, 3, 2, 3], type: symbolDiamond },
  { dash: [4, 4], type: symbolCross },
  { dash: [1, 3], type: symbolStar },
].map(({ dash, type }) => ({ dash, mark: symbol(type, 42)() ?? '' }));

/** How many series can be told apart. */
export const SERIES_STYLE_COUNT = STYLES.length;

/** How the nth series is told apart without its colour; begins anew after `SERIES_STYLE_COUNT`. */
export const evidenceStyle = (index: number): SeriesStyle =>
  STYLES[index % SERIES_STYLE_COUNT] ?? { dash: [], mark: '' };
