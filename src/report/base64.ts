/** Bytes per step: `String.fromCharCode` takes its arguments from the stack. */
const STEP = 8192;

const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Little-endian bytes of float32 values, whatever the machine's own order. */
function bytesOf(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
  if (LITTLE) return bytes;
  for (let i = 0; i < bytes.length; i += 4) bytes.subarray(i, i + 4).reverse();
  return bytes;
}

/** Float32 values as base64 of their little-endian bytes. */
export function encodeFloats(values: Float32Array): string {
  const bytes = bytesOf(values);
  let text = '';
  for (let i = 0; i < bytes.length; i += STEP)
    text += String.fromCharCode(...bytes.subarray(i, i + STEP));
  return btoa(text);
}

/** The values `encodeFloats` was given, or null when the text is no base64 or no whole number of values. */
export function decodeFloats(text: string): Float32Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  if (bytes.length % 4 !== 0) return null;
  if (!LITTLE) for (let i = 0; i < bytes.length; i += 4) bytes.subarray(i, i + 4).reverse();
  return new Float32Array(bytes.buffer);
}
