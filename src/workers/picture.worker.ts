import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { preprocess } from '../engine/model/preprocess.ts';
import { decodePicture } from '../image/decodePicture.ts';
import { parseMapFile } from '../image/mapFile.ts';
import { previewOf } from '../image/preview.ts';
import { serve } from './host.ts';
import type { PictureOperations } from './protocol.ts';

/** Longer side of the preview, pixels. */
const PREVIEW_SIDE = 512;

serve<PictureOperations>(self, {
  async open({ file, name, background, spec }, task) {
    await task.checkpoint({ stage: 'decode', done: 0, total: 1 });
    const { info, picture } = await decodePicture(file, name, background);
    await task.checkpoint({ stage: 'decode', done: 1, total: 1 });
    return { info, preview: previewOf(picture, PREVIEW_SIDE), input: preprocess(picture, spec) };
  },
  async openMap({ file, name, reduction }, task) {
    await task.checkpoint({ stage: 'decode', done: 0, total: 1 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const map = parseMapFile(bytes, name, reduction);
    return { name, sha256: bytesToHex(sha256(bytes)), map };
  },
});
