import type { InputSpec } from '../../domain/model.ts';
import type { Mask } from '../../domain/truth.ts';
import { fitSpans, type Span } from './preprocess.ts';
import { resamplingTaps } from './resample.ts';

/** Share of a model pixel that the defect must cover. */
const COVERED = 0.25;
/** Sums of area shares may fall short of a quarter by this much. */
const ROUNDING = 1e-9;

/**
 * A mask as the model sees its picture: through the same fit and the same weights as `preprocess`. A pixel of the model's input
 * counts as defect from 25 % coverage: with half, a scratch thinner than a pixel would be lost; with any, its rim would
 * count. Bars of a letterbox are no defect. A mask of the input's own size is kept.
 * @param mask as large as the picture
 * @returns `[spec.height, spec.width]`
 */
export function fitMask(mask: Mask, spec: InputSpec): Mask {
  const { height, width } = spec;
  const { vertical, horizontal } = fitSpans(mask, spec);
  const rows = tapsOf(vertical, mask.height);
  const columns = tapsOf(horizontal, mask.width);
  const flags = new Uint8Array(height * width);
  const line = new Float64Array(mask.width);
  for (let y = 0; y < vertical.size; y++) {
    line.fill(0);
    for (let t = 0; t < rows.count[y]; t++) {
      const weight = rows.weights[rows.offset[y] + t];
      const from = (rows.first[y] + t) * mask.width;
      for (let x = 0; x < mask.width; x++) line[x] += weight * mask.flags[from + x];
    }
    for (let x = 0; x < horizontal.size; x++) {
      let covered = 0;
      for (let t = 0; t < columns.count[x]; t++)
        covered += columns.weights[columns.offset[x] + t] * line[columns.first[x] + t];
      if (covered < COVERED - ROUNDING) continue;
      flags[(vertical.start + y) * width + horizontal.start + x] = 1;
    }
  }
  return { height, width, flags };
}

const tapsOf = ({ from, length, size }: Span, available: number) =>
  resamplingTaps(from, length, size, available);
