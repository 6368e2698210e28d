import decoderUrl from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm?url';
import encoderUrl from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm?url';

async function read(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.arrayBuffer();
}

/** The JPEG encoder and decoder from the server of the page, some 120 kB on the way; fetched when they are needed. */
export async function fetchJpegBinaries() {
  const [encoder, decoder] = await Promise.all([read(encoderUrl), read(decoderUrl)]);
  return { encoder, decoder };
}
