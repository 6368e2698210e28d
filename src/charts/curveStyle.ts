import type { SymbolType } from 'd3';
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3';
import type { CurveSeriesId } from './curve.ts';

/** How a line is told apart without its colour. */
export interface SeriesStyle {
  /** Lengths of dashes and gaps, CSS pixels; empty for a solid line. */
  readonly dash: readonly number[];
  /** SVG path of a mark, centred at the origin. */
  readonly mark: string;
}

const MARK_AREA = 26;
const mark = (type: SymbolType): string => symbol(type, MARK_AREA)() ?? '';

/** Dash and mark of every series of the stability curve, on the screen and on paper. */
export const SERIES_STYLES: Readonly<Record<CurveSeriesId, SeriesStyle>> = {
  topK: { dash: [], mark: mark(symbolSquare) },
  lensRecall: { dash: [], mark: mark(symbolCircle) },
  lensPrecision: { dash: [6, 3], mark: mark(symbolDiamond) },
  alignedTopK: { dash: [2, 3], mark: mark(symbolTriangle) },
};
