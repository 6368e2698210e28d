import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import { excerpt, mapUnreadable } from './mapChecks.ts';

/** Samples of a decoded picture, pixel by pixel. */
interface Samples {
  readonly values: Uint8Array | Uint8ClampedArray | Uint16Array;
  readonly channels: number;
}

/**
 * Flags of a PNG mask, row-major: 1 where any colour is above 0 and the pixel is not wholly transparent. All colour
 * types, 1 to 16 bits, of which none is lost; colour profiles and single transparent colours are not applied.
 * @throws Problem `map-unreadable` when it is damaged, or interlaced with less than 8 bits
 */
export function pngFlags(bytes: Uint8Array, name: string): Uint8Array<ArrayBuffer> {
  const png = decoded(bytes, name);
  const { values, channels } = samplesOf(png, bytes, name);
  const hasAlpha = channels === 2 || channels === 4;
  const colours = hasAlpha ? channels - 1 : channels;
  const flags = new Uint8Array(png.width * png.height);
  for (let pixel = 0; pixel < flags.length; pixel++) {
    const from = pixel * channels;
    if (hasAlpha && values[from + colours] === 0) continue;
    for (let c = 0; c < colours; c++) if (values[from + c] > 0) flags[pixel] = 1;
  }
  return flags;
}

const WHOLE = 'a whole PNG';

function decoded(bytes: Uint8Array, name: string): DecodedPng {
  try {
    return decode(bytes, { checkCrc: true });
  } catch (error) {
    throw mapUnreadable(name, WHOLE, excerpt(error instanceof Error ? error.message : ''));
  }
}

function samplesOf(png: DecodedPng, bytes: Uint8Array, name: string): Samples {
  const { data, depth, channels, palette } = png;
  // The decoder takes a byte a sample for those.
  if (depth < 8 && bytes[28] !== 0)
    throw mapUnreadable(name, 'a PNG that is not interlaced', `${depth} bits, interlaced`);
  if (!palette || channels !== 1) return { values: depth < 8 ? unpacked(png) : data, channels };
  try {
    return { values: convertIndexedToRgb(png), channels: palette[0].length };
  } catch (error) {
    throw mapUnreadable(name, WHOLE, excerpt(error instanceof Error ? error.message : ''));
  }
}

/** Grey samples of 1, 2 or 4 bits, a byte each; rows begin at whole bytes. */
function unpacked({ width, height, data, depth }: DecodedPng): Uint8Array {
  const rowBytes = Math.ceil((width * depth) / 8);
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const byte = data[y * rowBytes + (bit >> 3)];
      values[y * width + x] = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }
  return values;
}
