/** Map files put together byte by byte, for tests. */

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Header text of a NumPy file, as NumPy writes it. */
export const npyHead = (descr: string, shape: string, fortran = false): string =>
  `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': ${shape}, }`;

/** A NumPy file of any header and any bytes behind it. */
export function npyFile(
  header: string,
  data: ArrayBufferView | readonly number[] = [],
  version: readonly [major: number, minor: number] = [1, 0],
): Uint8Array<ArrayBuffer> {
  const text = latin(`${header}\n`);
  const { length } = text;
  const size = [length & 255, length >> 8, ...(version[0] === 1 ? [] : [length >> 16, 0])];
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : data;
  return Uint8Array.from([...latin('\x93NUMPY'), ...version, ...size, ...text, ...bytes]);
}

/** A JSON file. */
export const jsonFile = (value: unknown): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(JSON.stringify(value)));
