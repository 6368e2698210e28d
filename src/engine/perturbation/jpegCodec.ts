import { Problem } from '../../domain/problem.ts';

/** WebAssembly of encoder and decoder, as `@jsquash/jpeg` ships it. */
export interface JpegBinaries {
  readonly encoder: ArrayBuffer;
  readonly decoder: ArrayBuffer;
}

/** RGBA bytes, `[height, width, 4]`. */
interface Rgba {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly height: number;
  readonly width: number;
}

/** A JPEG encoder and decoder that are ready. */
interface JpegCodec {
  /** @param quality whole number of 1…100 on the scale of the Independent JPEG Group */
  encode(picture: Rgba, quality: number): Promise<ArrayBuffer>;
  decode(bytes: ArrayBuffer): Promise<Rgba>;
}

let readBinaries: (() => Promise<JpegBinaries>) | null = null;
let started: Promise<JpegCodec> | null = null;

/** Says where the binaries come from: a server, or a disk. They are read when the first JPEG is asked for. */
export function provideJpegBinaries(read: () => Promise<JpegBinaries>): void {
  readBinaries = read;
  started = null;
}

/**
 * MozJPEG as WebAssembly: one binary, no threads, hence the same bytes on every machine. Started once;
 * after a failure the next call tries again.
 * @throws Problem `codec-missing` when the binaries cannot be had or do not run
 */
export async function jpegCodec(): Promise<JpegCodec> {
  started ??= start();
  try {
    return await started;
  } catch (error) {
    started = null;
    const got = error instanceof Error ? error.message : String(error);
    throw new Problem('codec-missing', { what: 'JPEG', allowed: '', got });
  }
}

/** The example tables of the JPEG standard, its Annex K: what cameras and libjpeg scale by the quality. */
const STANDARD_TABLES = 0;

async function start(): Promise<JpegCodec> {
  if (!readBinaries) throw new Error('nobody said where its binaries are');
  const [binaries, encoder, decoder] = await Promise.all([
    readBinaries(),
    import('@jsquash/jpeg/encode.js'),
    import('@jsquash/jpeg/decode.js'),
  ]);
  await Promise.all([
    encoder.init({ instantiateWasm: instantiating(await WebAssembly.compile(binaries.encoder)) }),
    decoder.init({ instantiateWasm: instantiating(await WebAssembly.compile(binaries.decoder)) }),
  ]);
  return {
    encode: (picture, quality) =>
      encoder.default(new ImageData(picture.data, picture.width, picture.height), {
        quality,
        baseline: true,
        progressive: false,
        quant_table: STANDARD_TABLES,
      }),
    decode: (bytes) => decoder.default(bytes),
  };
}

/** Emscripten fetches the binary by itself unless it is given another way. */
const instantiating =
  (module: WebAssembly.Module) =>
  (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance);
    return instance.exports;
  };
