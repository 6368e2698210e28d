/**
 * Batch sizes that occur, each compiled once on WebGL. The largest is the fixed micro-batch; the
 * smaller ones keep a rest (one plain gradient, say) from paying for a full batch.
 */
const SIZES = [1, 4, 16] as const;

/** Pictures computed at once. */
export const MICRO_BATCH = 16;

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
  pointLength: number,
): Generator<MicroBatch> {
  const points = streams.flatMap((stream, s) =>
    Array.from({ length: stream.count }, (_, index) => ({ stream: s, index })),
  );
  for (let start = 0; start < points.length; start += MICRO_BATCH) {
    const members = points.slice(start, start + MICRO_BATCH);
    const size = SIZES.find((candidate) => candidate >= members.length) ?? MICRO_BATCH;
    const values = new Float32Array(size * pointLength);
    members.forEach(({ stream, index }, r) => {
      streams[stream].write(index, values.subarray(r * pointLength, (r + 1) * pointLength));
    });
    yield { size, values, members };
  }
}
