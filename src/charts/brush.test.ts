import { expect, it } from 'vitest';
import { emptyRegion, paintedPixels, withStroke } from './brush.ts';

const rows = ({ flags }: { flags: Uint8Array }) =>
  Array.from({ length: 5 }, (_, y) => flags.slice(5 * y, 5 * y + 5).join(''));
const dot = { radius: 0, erase: false };

it('paints a disc, cut at the border', () => {
  const region = withStroke(
    emptyRegion(5, 5),
    { x: 0, y: 1 },
    { x: 0, y: 1 },
    { ...dot, radius: 1 },
  );
  expect(rows(region)).toEqual(['10000', '11000', '10000', '00000', '00000']);
});

it('paints the whole way between two places', () => {
  const region = withStroke(emptyRegion(5, 5), { x: 0, y: 0 }, { x: 4, y: 4 }, dot);
  expect(rows(region)).toEqual(['10000', '01000', '00100', '00010', '00001']);
});

it('erases, and gives back the same region where nothing changes', () => {
  const line = withStroke(emptyRegion(5, 5), { x: 0, y: 2 }, { x: 4, y: 2 }, dot);
  const cut = withStroke(line, { x: 2, y: 2 }, { x: 2, y: 2 }, { radius: 1, erase: true });
  expect(rows(cut)[2]).toBe('10001');
  expect(rows(line)[2]).toBe('11111');
  expect(withStroke(line, { x: 1, y: 2 }, { x: 3, y: 2 }, dot)).toBe(line);
});

it('shows paint over a grey picture', () => {
  const input = { height: 1, width: 2, channels: 1 as const, values: Float32Array.of(0.4, 0.4) };
  const region = { height: 1, width: 2, flags: Uint8Array.of(0, 1) };
  const pixels = paintedPixels(input, region);
  expect([...pixels.slice(0, 4)]).toEqual([102, 102, 102, 255]);
  // 0.55 of the paint, 0.45 of the picture.
  expect([...pixels.slice(4)]).toEqual([186, 113, 46, 255]);
});
