import { exifOrientation } from './exif.ts';
import type { HeaderBytes } from './headerBytes.ts';
import { cutShort } from './headerBytes.ts';
import type { Orientation, PictureHeader } from './pictureHeader.ts';

const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const EXIF = 'Exif\0\0';

const standsAlone = (marker: number): boolean =>
  marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** SOF0…SOF15 without DHT, JPG and DAC, which share the row. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Offset of the next marker's 0xFF after entropy-coded data; the end of the file when there is none. */
function skipScan(data: Uint8Array, from: number): number {
  for (let at = data.indexOf(0xff, from); at >= 0; at = data.indexOf(0xff, at + 1)) {
    const next = data[at + 1];
    if (next === undefined) break;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return data.length;
}

interface Segment {
  readonly marker: number;
  /** First byte after the length, and the byte after the segment; equal for markers without data. */
  readonly start: number;
  readonly end: number;
}

/** Segments in order, entropy-coded data skipped, up to the end mark or the end of the file. */
function* segments(data: Uint8Array, bytes: HeaderBytes): Generator<Segment> {
  let offset = 2;
  while (offset + 2 <= data.length) {
    if (data[offset] !== 0xff || data[offset + 1] === 0xff) {
      offset++;
      continue;
    }
    const marker = data[offset + 1];
    const bare = standsAlone(marker) || marker === EOI;
    if (!bare && offset + 4 > data.length) return;
    const end = offset + 2 + (bare ? 0 : bytes.u16(offset + 2));
    yield { marker, start: bare ? end : offset + 4, end };
    if (marker === EOI || end > data.length) return;
    offset = marker === SOS ? skipScan(data, end) : end;
  }
}

/**
 * Header of a JPEG (ITU-T T.81): size from the frame header, orientation from EXIF. Complete when the end
 * mark follows the picture data; the end mark of an embedded thumbnail does not count, nor do bytes behind the end.
 * @throws Problem `image-damaged` when the file ends before the frame header.
 */
export function sniffJpeg(data: Uint8Array, bytes: HeaderBytes, name: string): PictureHeader {
  let size: { width: number; height: number } | null = null;
  let orientation: Orientation = 1;
  let scans = 0;
  let complete = false;
  for (const { marker, start, end } of segments(data, bytes)) {
    if (isFrame(marker) && size === null)
      size = { height: bytes.u16(start + 1), width: bytes.u16(start + 3) };
    const exif = marker === APP1 && end - start > EXIF.length && end <= data.length;
    if (exif && bytes.text(start, EXIF.length) === EXIF)
      orientation = exifOrientation(bytes, start + EXIF.length, end);
    if (marker === SOS) scans++;
    if (marker === EOI) complete = scans > 0;
  }
  if (!size) throw cutShort(name, 'SOF', data.length);
  return {
    ...{ format: 'jpeg', ...size, orientation, complete },
    ...{ animated: false, mayBeTransparent: false },
  };
}
