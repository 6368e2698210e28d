import { expect, it } from 'vitest';
import { microBatches, microBatchSize } from './microBatches.ts';

it.each([
  [28, 16],
  [96, 16],
  [97, 4],
  [160, 4],
  [224, 1],
  [1024, 1],
])('pictures of side %d: %d at once', (side, size) => {
  expect(microBatchSize({ height: side, width: side })).toBe(size);
});

it.each([
  [2, [16, 16, 4]],
  [160, Array<number>(9).fill(4)],
])('side %d: every point once, in order, whatever the batches', (side, sizes) => {
  const write = (index: number, into: Float32Array) => into.fill(index + 1);
  const streams = [
    { count: 30, write },
    { count: 5, write },
  ];
  const batches = [...microBatches(streams, { height: side, width: side, channels: 1 })];
  expect(batches.map(({ size }) => size)).toEqual(sizes);
  const seen = batches.flatMap(({ members, values }) =>
    members.map(({ stream, index }, r) => [stream, index, values[r * side * side]]),
  );
  const all = [0, 1].flatMap((stream) =>
    Array.from({ length: streams[stream]?.count ?? 0 }, (_, i) => [stream, i, i + 1]),
  );
  expect(seen).toEqual(all);
});
