import type { InputSpec } from '../../domain/model.ts';

/**
 * Batch sizes that occur, each compiled once on WebGL. The largest that memory allows is the fixed
 * micro-batch; the smaller ones keep a rest (one plain gradient, say) from paying for a full batch.
 */
const SIZES = [1, 4, 16] as const;

/**
 * Pixels computed at once at most. A gradient keeps every layer of every picture until its end, and
 * wasm memory never shrinks again: with 16 pictures of 224×224 a small MobileNet took 1 GB in each
 * worker, with one 100 MB, and was faster.
 */
const BATCH_PIXELS = 16 * 96 * 96;

/** Pictures computed at once: 16, fewer where they are large. */
export function microBatchSize({ height, width }: Pick<InputSpec, 'height' | 'width'>): number {
  return SIZES.findLast((size) => size * height * width <= BATCH_PIXELS) ?? 1;
}

/** A series of points in input space, made one by one, never all in memory. */
export interface PointStream {
  readonly count: number;
  /** Writes point `index` (model's own range, `[h, w, c]`) over the whole of `into`. */
  write(index: number, into: Float32Array): void;
}

/** A full batch; rows beyond `members` are zeros and mean nothing. */
export interface MicroBatch {
  readonly size: number;
  /** `[size, h, w, c]` */
  readonly values: Float32Array;
  /** Row r holds point `index` of stream `stream`. */
  readonly members: readonly { readonly stream: number; readonly index: number }[];
}

/** The points of all streams in order, cut into batches of few sizes. */
export function* microBatches(
  streams: readonly PointStream[],
  spec: Pick<InputSpec, 'height' | 'width' | 'channels'>,
): Generator<MicroBatch> {
  const pointLength = spec.height * spec.width * spec.channels;
  const full = microBatchSize(spec);
  const points = streams.flatMap((stream, s) =>
    Array.from({ length: stream.count }, (_, index) => ({ stream: s, index })),
  );
  for (let start = 0; start < points.length; start += full) {
    const members = points.slice(start, start + full);
    const size = SIZES.find((candidate) => candidate >= members.length) ?? full;
    const values = new Float32Array(size * pointLength);
    members.forEach(({ stream, index }, r) => {
      streams[stream].write(index, values.subarray(r * pointLength, (r + 1) * pointLength));
    });
    yield { size, values, members };
  }
}
