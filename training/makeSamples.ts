import { mkdirSync, writeFileSync } from 'node:fs';
import { encode } from 'fast-png';
import type { Localised } from '../src/domain/model.ts';
import { renderSurface, SURFACE_CLASSES, type SurfaceClass } from './datasets/surface.ts';
import { SURFACE_NAMES } from './datasets/surfacePictures.ts';

/** Three times the model's side: shrinking by area average gives back what the model was trained on. */
const SIDE = 288;

/**
 * Seeds chosen by eye, clear examples that `surface-natural` decides rightly: every class twice on
 * different finishes, and one sound part.
 */
const SAMPLES: readonly (readonly [SurfaceClass, number])[] = [
  ['scratch', 403],
  ['scratch', 413],
  ['crack', 503],
  ['crack', 505],
  ['pit', 604],
  ['pit', 613],
  ['stain', 707],
  ['stain', 709],
  ['inclusion', 802],
  ['inclusion', 805],
  ['ok', 304],
];

const numbered = ({ en, ja }: Localised, count: number): Localised => ({
  en: `${en} ${count}`,
  ja: `${ja} ${count}`,
});

/** Grey, 0 or 255, in as few bytes as the encoder can. */
const maskPng = (mask: Uint8Array): Uint8Array => {
  const data = mask.map((flag) => 255 * flag);
  const image = { width: SIDE, height: SIDE, data, channels: 1 } as const;
  return encode({ ...image, depth: 8 }, { zlib: { level: 9 } });
};

/**
 * Writes the sample pictures of the page, the mask of every defect, and `index.json`, a list of
 * `{ file, label, seed, name, mask }`, without `mask` for a sound part.
 */
function makeSamples(folder: URL): void {
  mkdirSync(folder, { recursive: true });
  const made = new Map<SurfaceClass, number>();
  const index = SAMPLES.map(([label, seed]) => {
    const count = (made.get(label) ?? 0) + 1;
    made.set(label, count);
    const file = `${label}-${count}.png`;
    const options = { height: SIDE, width: SIDE, label: SURFACE_CLASSES.indexOf(label) };
    const { pixels, mask } = renderSurface(seed, options);
    const image = { width: SIDE, height: SIDE, data: new Uint8Array(pixels), channels: 1 };
    writeFileSync(new URL(file, folder), encode({ ...image, depth: 8 }));
    const sample = { file, label, seed, name: numbered(SURFACE_NAMES[label], count) };
    if (!mask.includes(1)) return sample;
    const maskFile = file.replace('.png', '.mask.png');
    writeFileSync(new URL(maskFile, folder), maskPng(mask));
    return { ...sample, mask: maskFile };
  });
  writeFileSync(new URL('index.json', folder), `${JSON.stringify(index, null, 2)}\n`);
  console.log(`${index.length} samples in ${folder.pathname}`);
}

makeSamples(new URL('../public/samples/', import.meta.url));
