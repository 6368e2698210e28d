import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { InputSpec } from '../domain/model.ts';
import type { ReportSession } from '../domain/session.ts';
import { fitMask } from '../engine/model/fitMask.ts';
import { preprocess } from '../engine/model/preprocess.ts';
import { decodePicture, readPicture } from '../image/decodePicture.ts';
import { inputPicture } from '../image/inputPicture.ts';
import { parseMapFile } from '../image/mapFile.ts';
import { parsePictureMask } from '../image/pictureMask.ts';
import { previewOf } from '../image/preview.ts';
import { readSession } from '../report/sessionChunk.ts';
import { serve } from './host.ts';
import type { OpenedPicture, PictureOperations } from './protocol.ts';

/** Longer side of the preview, pixels. */
const PREVIEW_SIDE = 512;

/** A report opened like a picture: the picture is what the model saw, its facts are those of the file it came from. */
function openedReport(session: ReportSession, spec: InputSpec): OpenedPicture {
  const { picture: info, input: stored } = session;
  const { height, width, channels } = stored;
  const picture = inputPicture(stored);
  const fits = height === spec.height && width === spec.width && channels === spec.channels;
  const input = fits ? stored : preprocess(picture, spec);
  return { info, preview: previewOf(picture, PREVIEW_SIDE), input, session };
}

serve<PictureOperations>(self, {
  async open({ file, name, background, spec }, task) {
    await task.checkpoint({ stage: 'decode', done: 0, total: 1 });
    const read = await readPicture(file, name);
    const session = read.header.format === 'png' ? await readSession(read.bytes) : null;
    if (session) return openedReport(session, spec);
    const { info, picture } = await decodePicture(read, background);
    await task.checkpoint({ stage: 'decode', done: 1, total: 1 });
    const preview = previewOf(picture, PREVIEW_SIDE);
    return { info, preview, input: preprocess(picture, spec), session: null };
  },
  async openMask({ file, name, picture, spec }, task) {
    await task.checkpoint({ stage: 'decode', done: 0, total: 1 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const mask = parsePictureMask(bytes, name, picture);
    return { name, sha256: bytesToHex(sha256(bytes)), mask: fitMask(mask, spec) };
  },
  async openMap({ file, name, reduction }, task) {
    await task.checkpoint({ stage: 'decode', done: 0, total: 1 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const map = parseMapFile(bytes, name, reduction);
    return { name, sha256: bytesToHex(sha256(bytes)), map };
  },
});
