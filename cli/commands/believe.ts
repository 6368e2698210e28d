import type { InputSpec } from '../../src/domain/model.ts';
import type { PictureInfo } from '../../src/domain/picture.ts';
import type { Mask } from '../../src/domain/truth.ts';
import { examineBelief } from '../../src/engine/belief/examine.ts';
import { fitMask } from '../../src/engine/model/fitMask.ts';
import { parsePictureMask } from '../../src/image/pictureMask.ts';
import { say, show, untiring } from '../messages.ts';
import { basisJson, oneResult } from '../oneResult.ts';
import { readBytes } from '../readFiles.ts';
import { ATTRIBUTION_OPTIONS } from '../settings.ts';
import { type Given, missing, readArguments } from '../usage.ts';

const BOX = 'X,Y,WIDTH,HEIGHT in pixels of the picture';

/** A box on the picture as a mask. @throws Problem unless it lies within the picture and has an area */
function boxMask(text: string, { width, height }: Pick<PictureInfo, 'width' | 'height'>): Mask {
  const numbers = text.split(',').map(Number);
  const [x, y, w, h] = numbers;
  const inside = x >= 0 && y >= 0 && w >= 1 && h >= 1 && x + w <= width && y + h <= height;
  if (numbers.length !== 4 || !numbers.every(Number.isInteger) || !inside)
    throw missing('--box', `${BOX}, within ${width} × ${height} px`, text);
  const flags = new Uint8Array(width * height);
  for (let row = y; row < y + h; row++) flags.fill(1, row * width + x, row * width + x + w);
  return { width, height, flags };
}

async function maskOf(given: Given, info: PictureInfo, spec: InputSpec): Promise<Mask | null> {
  const [path, box] = [given.text('mask'), given.text('box')];
  if (path !== undefined && box !== undefined)
    throw missing('--mask and --box', 'given one at a time', 'both');
  if (box !== undefined) return fitMask(boxMask(box, info), spec);
  return path === undefined
    ? null
    : fitMask(parsePictureMask(await readBytes(path), path, info), spec);
}

/**
 * `believe IMAGE --model ID|DIR --method M [--mask MASK | --box X,Y,W,H] [--k K --w W --seed N]`: every check of one heatmap, each with its number, what it is
 * read against, verdict and reason.
 */
export async function believe(args: readonly string[]): Promise<void> {
  const given = readArguments(args, [...ATTRIBUTION_OPTIONS, 'k', 'w', 'profile', 'mask', 'box']);
  const started = performance.now();
  const result = await oneResult('believe', given);
  const { engine, settings, input, info, analysis } = result;
  const mask = await maskOf(given, info, engine.model.card.input);
  const request = { input, settings, targetClass: analysis.targetClass, mask };
  const checks = await examineBelief(engine, request, untiring, ({ id, verdict }) =>
    say(`${info.name}: ${id} ${verdict}`),
  );
  show({ ...basisJson(result), checks, durationMs: performance.now() - started });
}
