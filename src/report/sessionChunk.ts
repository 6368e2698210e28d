import { Problem } from '../domain/problem.ts';
import type { ReportSession } from '../domain/session.ts';
import { decodeText, encodeText, keywordOf } from './internationalText.ts';
import { parseSession } from './parseSession.ts';
import { insertChunk, type PngChunk, walkChunks } from './pngChunks.ts';
import { sessionJson } from './session.ts';

/** Keyword of the chunk that carries the session. */
const KEYWORD = 'jitterscope';
const CHUNK = 'iTXt';

/** The PNG with the session in a compressed `iTXt` chunk. @throws Problem when `png` is no whole PNG. */
export async function writeSession(
  png: Uint8Array,
  session: ReportSession,
): Promise<Uint8Array<ArrayBuffer>> {
  return insertChunk(png, CHUNK, await encodeText(KEYWORD, sessionJson(session)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    throw new Problem('image-damaged', { what: 'session', allowed: 'JSON', got });
  }
}

function firstOfOurs(png: Uint8Array): PngChunk | null {
  for (const chunk of walkChunks(png))
    if (chunk.type === CHUNK && keywordOf(chunk.data) === KEYWORD) return chunk;
  return null;
}

/**
 * The session a report carries, every field checked; null when the PNG carries none. The first chunk of ours
 * counts, what comes behind it is not read.
 * @throws Problem `image-not-recognised` (no PNG), `image-damaged` (cut short, a CRC that does not match, a chunk that is malformed,
 * unfolds without end or holds what no report would)
 */
export async function readSession(png: Uint8Array): Promise<ReportSession | null> {
  const chunk = firstOfOurs(png);
  if (!chunk) return null;
  if (!chunk.crcMatches)
    throw new Problem('image-damaged', { what: 'session', allowed: 'CRC-32', got: '' });
  return parseSession(parseJson(await decodeText(chunk.data)));
}
