import type { AttributionSettings } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { createRandom, type Random } from '../random.ts';

/**
 * One mask of RISE, `[h, w]`, 0 (covered) … 1 (kept): a grid of `cells`×`cells`, each kept with
 * probability `keepShare`, stretched bilinearly to one cell more than the picture has along each side
 * and cut to the picture at a random offset below one cell. Mask `index` of a seed is the same for every picture of that size.
 * Petsiuk, Das, Saenko 2018, section 3.2.
 */
export function randomMask(
  { height, width }: Pick<ModelInput, 'height' | 'width'>,
  { cells, keepShare }: Pick<AttributionSettings, 'cells' | 'keepShare'>,
  seed: number,
  index: number,
): Float32Array {
  const random = createRandom(seed, `rise ${index}`);
  const kept = Uint8Array.from({ length: cells * cells }, () =>
    random.uniform() < keepShare ? 1 : 0,
  );
  const rows = samplesAlong(height, cells, random);
  const columns = samplesAlong(width, cells, random);
  const mask = new Float32Array(height * width);
  let at = 0;
  for (const row of rows)
    for (const column of columns) {
      const mix = (line: number) =>
        (1 - column.share) * kept[line * cells + column.from] +
        column.share * kept[line * cells + column.to];
      mask[at++] = (1 - row.share) * mix(row.from) + row.share * mix(row.to);
    }
  return mask;
}

/** Between which two cells each pixel lies, and the share of the second. */
function samplesAlong(length: number, cells: number, random: Random) {
  const cell = Math.ceil(length / cells);
  const offset = random.integer(0, cell - 1);
  const scale = cells / ((cells + 1) * cell);
  return Array.from({ length }, (_, i) => {
    const position = Math.min(cells - 1, Math.max(0, (i + offset + 0.5) * scale - 0.5));
    const from = Math.floor(position);
    return { from, to: Math.min(cells - 1, from + 1), share: position - from };
  });
}
