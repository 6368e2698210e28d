import { Problem } from '../domain/problem.ts';

/** Most bytes a compressed text may unfold to. */
const MAX_UNFOLDED = 64 * 1024 * 1024;

const damaged = (got: string): Problem =>
  new Problem('image-damaged', { what: 'iTXt', allowed: '', got }, `iTXt: ${got}`);

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Pushes bytes through a (de)compression stream; stops when more than `limit` bytes come out. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, length);
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw damaged(`> ${limit} B`);
    }
    parts.push(value);
  }
}

/** Data of a compressed `iTXt` chunk (W3C PNG §11.3.3.4): Latin-1 keyword, UTF-8 text as a zlib stream. */
export async function encodeText(keyword: string, text: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const packed = await through(
    encoder.encode(text),
    new CompressionStream('deflate'),
    Number.POSITIVE_INFINITY,
  );
  // Keyword, end, compressed, by deflate, no language, no translated keyword.
  const head = [...encoder.encode(keyword), 0, 1, 0, 0, 0];
  const data = new Uint8Array(head.length + packed.length);
  data.set(head);
  data.set(packed, head.length);
  return data;
}

async function unfold(bytes: Uint8Array, compressed: boolean): Promise<string> {
  const copy = Uint8Array.from(bytes);
  const limit = MAX_UNFOLDED;
  const plain = compressed ? await through(copy, new DecompressionStream('deflate'), limit) : copy;
  return new TextDecoder('utf-8', { fatal: true }).decode(plain);
}

/** Keyword of an `iTXt` chunk; empty when it has none. */
export function keywordOf(data: Uint8Array): string {
  const end = data.indexOf(0);
  return end < 1 || end > 79 ? '' : String.fromCharCode(...data.subarray(0, end));
}

/**
 * Text of an `iTXt` chunk, compressed or not.
 * @throws Problem `image-damaged` when the chunk is malformed, unfolds to more than 64 MiB or is no UTF-8.
 */
export async function decodeText(data: Uint8Array): Promise<string> {
  const flags = data.indexOf(0) + 1;
  const languageEnd = data.indexOf(0, flags + 2);
  const keywordEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  const [compressed, method] = [data[flags], data[flags + 1]];
  if (keywordEnd < 0 || compressed > 1 || method !== 0) throw damaged('?');
  try {
    return await unfold(data.subarray(keywordEnd + 1), compressed === 1);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}
