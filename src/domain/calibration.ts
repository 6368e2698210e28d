/** Numbers of one picture at every k and w of a grid, `[ks, ws]`; null where one is missing. */
export type CalibrationCells = readonly (number | null)[];

/** What one picture says to a calibration. */
export interface CalibrationPicture {
  /** Agreement of its worst harmless change. */
  readonly harmless: CalibrationCells;
  /** Agreement of its map with that of another picture, and the largest score of that pair. */
  readonly reference: {
    readonly agreement: CalibrationCells;
    readonly best: CalibrationCells;
  } | null;
}

/** Of the false-alarm rate. */
export const RATE_LIMITS = { min: 0.001, max: 0.5, integer: false } as const;
