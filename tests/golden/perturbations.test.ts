import { describe, expect, it } from 'vitest';
import { readJpegBinaries } from '../../cli/nodeJpeg.ts';
import {
  BORDER_MODES,
  PERTURBATION_IDS,
  type PerturbationSettings,
} from '../../src/domain/perturbation.ts';
import type { ModelInput } from '../../src/domain/picture.ts';
import { DEFAULT_PERTURBATION } from '../../src/domain/settings.ts';
import { jpegCodec, provideJpegBinaries } from '../../src/engine/perturbation/jpegCodec.ts';
import { PERTURBATION, perturb } from '../../src/engine/perturbation/registry.ts';
import golden from './arrays/perturbations.json' with { type: 'json' };
import { draws, lcgPair } from './lcgMaps.ts';

provideJpegBinaries(readJpegBinaries);

/** Weights of the same sums, rounded in another order. */
const TOLERANCE = 1e-10;

interface Written extends Omit<Partial<PerturbationSettings>, 'id' | 'border'> {
  readonly id: string;
  readonly border?: string;
}

function settingsOf({ id, border, ...rest }: Written): PerturbationSettings {
  const found = PERTURBATION_IDS.find((one) => one === id);
  const mode = BORDER_MODES.find((one) => one === (border ?? 'edge'));
  if (!found || !mode) throw new Error(`no such change: ${id} ${border}`);
  return { ...DEFAULT_PERTURBATION, ...rest, id: found, border: mode };
}

describe('scipy and scikit-image', () => {
  it.each(golden.cases)('$settings, $channels channels', async (one) => {
    const { height, width } = golden;
    const count = height * width * one.channels;
    const values = Float32Array.from(draws(one.seed, count), (draw) => draw / 2 ** 24);
    const input: ModelInput = { height, width, channels: one.channels === 1 ? 1 : 3, values };
    const settings = settingsOf(one.settings);
    const changed = await PERTURBATION[settings.id](input, settings, 1);
    expect(changed).toHaveLength(one.values.length);
    changed.forEach((value, i) => {
      expect(Math.abs(value - (one.values[i] ?? Number.NaN)), `value ${i}`).toBeLessThan(TOLERANCE);
    });
  });
});

/** Row-major places in the order in which a file writes a table. */
function zigzag(): number[] {
  const places = Array.from({ length: 64 }, (_, i) => ({ y: Math.floor(i / 8), x: i % 8, i }));
  places.sort((a, b) => {
    const [first, second] = [a.y + a.x, b.y + b.x];
    if (first !== second) return first - second;
    return first % 2 === 0 ? b.y - a.y : a.y - b.y;
  });
  return places.map(({ i }) => i);
}

describe('Pillow', () => {
  const { height, width } = golden.jpeg;
  const levels = lcgPair(golden.jpeg)[0].values;
  const values = Float32Array.from(levels, (level) => level / 255);
  const input: ModelInput = { height, width, channels: 1, values };

  it.each(golden.jpegs)('JPEG of quality $quality', async ({ quality, table, rms }) => {
    const data = new Uint8ClampedArray(levels.length * 4).fill(255);
    levels.forEach((level, i) => data.fill(level, 4 * i, 4 * i + 3));
    const codec = await jpegCodec();
    const file = new Uint8Array(await codec.encode({ data, height, width }, quality));
    const at = file.findIndex((byte, i) => byte === 0xff && file[i + 1] === 0xdb);
    const written = file.subarray(at + 5, at + 69);
    expect(zigzag().map((place) => table[place])).toEqual(Array.from(written));

    const settings = settingsOf({ id: 'jpeg', strength: quality });
    const { size } = await perturb(input, settings, 1);
    const error = (size.l2 * 255) / Math.sqrt(values.length);
    // MozJPEG gives up some accuracy for shorter files where libjpeg rounds to the nearest.
    expect(error).toBeGreaterThan(0.95 * rms);
    expect(error).toBeLessThan(1.35 * rms);
  });
});
