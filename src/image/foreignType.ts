const KNOWN: readonly (readonly [start: RegExp, type: string])[] = [
  [/^%PDF/, 'application/pdf'],
  [/^PK\x03\x04/, 'application/zip'],
  [/^(II\*\0|MM\0\*)/, 'image/tiff'],
  [/^[^]{4}ftyp(heic|heix|mif1|hevc)/, 'image/heic'],
  [/^[^]{4}ftyp(avif|avis)/, 'image/avif'],
  [/^[^]{4}ftyp/, 'video/mp4'],
  [/^\0\0\x01\0/, 'image/x-icon'],
  [/^\xff\x0a|^\0\0\0\x0cJXL /, 'image/jxl'],
  [/^(\xef\xbb\xbf)?\s*(<\?xml[^]*)?<svg/, 'image/svg+xml'],
  [/^\x93NUMPY/, 'application/x-npy'],
];

const SAMPLE_BYTES = 512;

/** Media type of a file that is none of our pictures, as far as its start tells; else its first bytes in hexadecimal. */
export function foreignType(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const start = String.fromCharCode(...sample);
  for (const [pattern, type] of KNOWN) if (pattern.test(start)) return type;
  const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32) || byte === 127;
  if (!sample.some(isControl)) return 'text/plain';
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
