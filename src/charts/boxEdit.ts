/** A box on a picture, whole pixels; lies within it and holds at least one pixel. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The middle ninth of a picture. */
export function middleBox({ width, height }: Size): PictureBox {
  const [w, h] = [Math.max(1, Math.round(width / 3)), Math.max(1, Math.round(height / 3))];
  return { x: Math.floor((width - w) / 2), y: Math.floor((height - h) / 2), width: w, height: h };
}

/** The box between two points that were dragged over, in shares of the picture 0…1; beyond the picture it ends at its border. */
export function boxBetween(
  a: readonly [u: number, v: number],
  b: readonly [u: number, v: number],
  size: Size,
): PictureBox {
  const along = (from: number, to: number, length: number) => {
    const first = within(Math.floor(Math.min(from, to) * length), 0, length - 1);
    const last = within(Math.ceil(Math.max(from, to) * length), first + 1, length);
    return [first, last - first] as const;
  };
  const [x, width] = along(a[0], b[0], size.width);
  const [y, height] = along(a[1], b[1], size.height);
  return { x, y, width, height };
}

/** The box moved, stopped by the border of the picture. */
export function movedBox(box: PictureBox, dx: number, dy: number, size: Size): PictureBox {
  return {
    ...box,
    x: within(box.x + dx, 0, size.width - box.width),
    y: within(box.y + dy, 0, size.height - box.height),
  };
}

/** The box with its lower right corner moved, at least one pixel large and within the picture. */
export function resizedBox(box: PictureBox, dx: number, dy: number, size: Size): PictureBox {
  return {
    ...box,
    width: within(box.width + dx, 1, size.width - box.x),
    height: within(box.height + dy, 1, size.height - box.y),
  };
}

/** `[height, width]` bytes, 255 in the box and 0 elsewhere. */
export function boxBytes(box: PictureBox, { width, height }: Size): Uint8Array {
  const bytes = new Uint8Array(width * height);
  for (let y = box.y; y < box.y + box.height; y++)
    bytes.fill(255, y * width + box.x, y * width + box.x + box.width);
  return bytes;
}
