import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

async function read(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(require.resolve(`@jsquash/jpeg/codec/${file}`));
  return new Uint8Array(bytes).buffer;
}

/** The JPEG encoder and decoder from the disk, for Node. */
export async function readJpegBinaries() {
  const [encoder, decoder] = await Promise.all([
    read('enc/mozjpeg_enc.wasm'),
    read('dec/mozjpeg_dec.wasm'),
  ]);
  return { encoder, decoder };
}
