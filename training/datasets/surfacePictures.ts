import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Localised } from '../../src/domain/model.ts';
import { CACHE, type LabelledPicture, type TrainingData } from './labelledPictures.ts';
import { renderSurface, SURFACE_CLASSES, type SurfaceClass } from './surface.ts';

/** Side of the pictures, pixels. */
const SIDE = 96;
const PIXELS = SIDE * SIDE;
/** Seeds of test pictures start here, far above those of training pictures. */
const FIRST_TEST_SEED = 2 ** 31;
/** Seeds set apart for each seed of a recipe. */
const SEEDS_PER_RECIPE = 2 ** 20;

/** Names of the classes, as cards and samples show them. */
export const SURFACE_NAMES: Readonly<Record<SurfaceClass, Localised>> = {
  ok: { en: 'ok', ja: '良品' },
  scratch: { en: 'scratch', ja: 'キズ' },
  crack: { en: 'crack', ja: '割れ' },
  pit: { en: 'pit', ja: 'ピット' },
  stain: { en: 'stain', ja: 'シミ' },
  inclusion: { en: 'inclusion', ja: '異物' },
};

/** How many pictures to draw. */
export interface SurfaceCounts {
  readonly train: number;
  readonly test: number;
}

/**
 * Pictures of the seeded generator, 96×96. No picture is in both parts. Drawn once and kept in
 * `.cache/`, under a name that changes when the generator draws differently.
 * @param report told how many of how many are drawn, now and then
 */
export function loadSurfacePictures(
  { train, test }: SurfaceCounts,
  seed: number,
  report: (done: number, total: number) => void,
): TrainingData {
  const first = (seed * SEEDS_PER_RECIPE) % FIRST_TEST_SEED;
  return {
    classes: SURFACE_CLASSES.map((id) => SURFACE_NAMES[id]),
    source: {
      name: 'surface',
      licence: 'Apache-2.0',
      citation: 'Jitterscope, training/datasets/surface.ts',
      split: 'by seed',
    },
    soundClass: SURFACE_CLASSES.indexOf('ok'),
    train: draw(first, train, report),
    test: draw(FIRST_TEST_SEED + first, test, report),
  };
}

function draw(
  seed: number,
  count: number,
  report: (done: number, total: number) => void,
): LabelledPicture[] {
  mkdirSync(CACHE, { recursive: true });
  const file = new URL(`surface-${seed}-${count}-${fingerprint(seed)}.bin`, CACHE);
  if (!existsSync(file)) writeFileSync(file, render(seed, count, report));
  const bytes = readFileSync(file);
  return Array.from({ length: count }, (_, i) => ({
    label: bytes[i] ?? 0,
    get picture() {
      return asPicture(bytes.subarray(count + i * PIXELS, count + (i + 1) * PIXELS));
    },
  }));
}

/** Labels, then pixels. */
function render(
  seed: number,
  count: number,
  report: (done: number, total: number) => void,
): Uint8Array {
  const bytes = new Uint8Array(count * (1 + PIXELS));
  for (let i = 0; i < count; i++) {
    const { label, pixels } = renderSurface(seed + i);
    bytes[i] = label;
    bytes.set(pixels, count + i * PIXELS);
    if (i % 100 === 0) report(i, count);
  }
  return bytes;
}

/** What the generator draws today. */
function fingerprint(seed: number): string {
  const hash = createHash('sha256');
  for (let label = 0; label < SURFACE_CLASSES.length; label++)
    hash.update(renderSurface(seed + label, { label }).pixels);
  return hash.digest('hex').slice(0, 12);
}

function asPicture(grey: Uint8Array): LabelledPicture['picture'] {
  const pixels = new Uint8ClampedArray(3 * PIXELS);
  for (let i = 0; i < PIXELS; i++) {
    pixels[3 * i] = grey[i];
    pixels[3 * i + 1] = grey[i];
    pixels[3 * i + 2] = grey[i];
  }
  return { width: SIDE, height: SIDE, pixels };
}
