import type { InputSpec } from '../../domain/model.ts';
import type { ModelInput, Picture } from '../../domain/picture.ts';
import { resamplingTaps, type Taps } from './resample.ts';

/** Rec. 601 luminance. */
const LUMINANCE = [0.299, 0.587, 0.114] as const;
/** What fills the rest of a letterbox. */
const MID_GREY = 0.5;

/** Part of the source that is shown, and where on the target, one axis, pixels. */
export interface Span {
  readonly from: number;
  readonly length: number;
  readonly start: number;
  readonly size: number;
}

/**
 * A picture as the model sees it. Each axis is averaged by area where it shrinks and interpolated
 * linearly (pixel centres, edge repeated) where it grows; sums in float64. One channel is the
 * Rec. 601 luminance of the 8-bit values. A picture of the input's own size keeps its pixels.
 * @returns `[height, width, channels]`, 0…1
 */
export function preprocess(picture: Picture, spec: InputSpec): ModelInput {
  const { height, width, channels } = spec;
  if (picture.height === height && picture.width === width) return unchanged(picture, channels);
  const { vertical, horizontal } = fitSpans(picture, spec);
  const columns = resamplingTaps(
    horizontal.from,
    horizontal.length,
    horizontal.size,
    picture.width,
  );
  const rows = resamplingTaps(vertical.from, vertical.length, vertical.size, picture.height);
  const values = new Float32Array(height * width * channels).fill(MID_GREY);
  const resizedRow = rowReader(picture, columns, channels);
  const line = new Float64Array(horizontal.size * channels);
  for (let y = 0; y < vertical.size; y++) {
    line.fill(0);
    const from = rows.first[y];
    for (let t = 0; t < rows.count[y]; t++) {
      const weight = rows.weights[rows.offset[y] + t] / 255;
      const row = resizedRow(from + t);
      for (let i = 0; i < line.length; i++) line[i] += weight * row[i];
    }
    values.set(line, ((vertical.start + y) * width + horizontal.start) * channels);
  }
  return { height, width, channels, values };
}

/** A picture that has the input's size already. */
function unchanged({ height, width, pixels }: Picture, channels: 1 | 3): ModelInput {
  const values = new Float32Array(height * width * channels);
  if (channels === 3) for (let i = 0; i < values.length; i++) values[i] = pixels[i] / 255;
  else
    for (let i = 0; i < values.length; i++)
      values[i] = luminance(pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) / 255;
  return { height, width, channels, values };
}

const luminance = (red: number, green: number, blue: number): number =>
  LUMINANCE[0] * red + LUMINANCE[1] * green + LUMINANCE[2] * blue;

/** Which part of a picture goes where on the model's input, as `spec.fit` says. */
export function fitSpans(
  picture: Pick<Picture, 'height' | 'width'>,
  spec: InputSpec,
): { vertical: Span; horizontal: Span } {
  const across = spec.width / picture.width;
  const down = spec.height / picture.height;
  if (spec.fit === 'stretch')
    return {
      vertical: { from: 0, length: picture.height, start: 0, size: spec.height },
      horizontal: { from: 0, length: picture.width, start: 0, size: spec.width },
    };
  if (spec.fit === 'letterbox') {
    const scale = Math.min(across, down);
    return {
      vertical: boxed(picture.height, spec.height, scale),
      horizontal: boxed(picture.width, spec.width, scale),
    };
  }
  const scale = Math.max(across, down);
  return {
    vertical: cropped(picture.height, spec.height, scale),
    horizontal: cropped(picture.width, spec.width, scale),
  };
}

/** The whole source, centred on the target. */
function boxed(source: number, target: number, scale: number): Span {
  const size = Math.min(target, Math.max(1, Math.round(source * scale)));
  return { from: 0, length: source, start: Math.floor((target - size) / 2), size };
}

/** The whole target, filled from the centre of the source. */
function cropped(source: number, target: number, scale: number): Span {
  const length = Math.min(source, target / scale);
  return { from: (source - length) / 2, length, start: 0, size: target };
}

/** Source rows, resized across, 0…255. Keeps the last two: neighbouring target rows share them. */
function rowReader(picture: Picture, columns: Taps, channels: 1 | 3): (y: number) => Float64Array {
  const kept = new Map<number, Float64Array>();
  return (y) => {
    const known = kept.get(y);
    if (known) return known;
    const row = resizeRow(picture, y, columns, channels);
    for (const old of kept.keys()) if (kept.size > 1) kept.delete(old);
    kept.set(y, row);
    return row;
  };
}

function resizeRow(
  { width, pixels }: Picture,
  y: number,
  columns: Taps,
  channels: 1 | 3,
): Float64Array {
  const row = new Float64Array(columns.count.length * channels);
  for (let x = 0; x < columns.count.length; x++) {
    let [red, green, blue] = [0, 0, 0];
    for (let t = 0; t < columns.count[x]; t++) {
      const weight = columns.weights[columns.offset[x] + t];
      const at = 3 * (y * width + columns.first[x] + t);
      red += weight * pixels[at];
      green += weight * pixels[at + 1];
      blue += weight * pixels[at + 2];
    }
    if (channels === 1) row[x] = luminance(red, green, blue);
    else row.set([red, green, blue], 3 * x);
  }
  return row;
}
