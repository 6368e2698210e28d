import { interpolateCividis, interpolateRdBu, interpolateViridis, rgb } from 'd3';
import type { Rgb } from '../domain/picture.ts';
import type { ColourMapId } from '../domain/view.ts';

/** 256 colours as sRGB bytes, `[256, 3]` row-major, from the low end of the scale to the high end. */
export type ColourTable = Uint8ClampedArray<ArrayBuffer>;

/** Number of colours in a table. */
export const TABLE_SIZE = 256;

const grey = (share: number): string => {
  const level = Math.round(255 * share);
  return `rgb(${level}, ${level}, ${level})`;
};

const INTERPOLATORS: Readonly<Record<ColourMapId | 'diverging', (share: number) => string>> = {
  cividis: interpolateCividis,
  viridis: interpolateViridis,
  grey,
  // d3's RdBu runs from red to blue; a rise is red in the field.
  diverging: (share) => interpolateRdBu(1 - share),
};

const tables = new Map<ColourMapId | 'diverging', ColourTable>();

function makeTable(id: ColourMapId | 'diverging'): ColourTable {
  const table = new Uint8ClampedArray(TABLE_SIZE * 3);
  for (let i = 0; i < TABLE_SIZE; i++) {
    const colour = rgb(INTERPOLATORS[id](i / (TABLE_SIZE - 1)));
    table.set([colour.r, colour.g, colour.b], 3 * i);
  }
  return table;
}

/**
 * The 256 colours of a map; made once, do not write into it.
 * `cividis` (Nuñez, Anderton, Renslow 2018) and `viridis` rise in lightness and are safe for colour-blind
 * readers; `grey` is linear in sRGB; `diverging` is ColorBrewer's RdBu turned round: blue negative, near-white zero, red
 * positive, symmetric about entry 127.5.
 */
export function colourTable(id: ColourMapId | 'diverging'): ColourTable {
  const made = tables.get(id);
  if (made) return made;
  const table = makeTable(id);
  tables.set(id, table);
  return table;
}

/** Entry of the table for a share of the scale; shares outside 0…1 take the end colours. `share` must be finite. */
export function tableColour(table: ColourTable, share: number): Rgb {
  const entry = 3 * Math.round(Math.min(1, Math.max(0, share)) * (TABLE_SIZE - 1));
  return [table[entry] ?? 0, table[entry + 1] ?? 0, table[entry + 2] ?? 0];
}

/** `rgb(r, g, b)`, as CSS and canvas read it. */
export function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Evenly spaced colours of a table as CSS, low end first, for a gradient of `count` ≥ 2 stops. */
export function gradientStops(table: ColourTable, count = 17): string[] {
  return Array.from({ length: count }, (_, i) => cssColour(tableColour(table, i / (count - 1))));
}

/**
 * Black or white, whichever stands out more from a colour (relative luminance of WCAG 2.2 against
 * the level where both contrasts are equal).
 */
export function inkOn([red, green, blue]: Rgb): 'black' | 'white' {
  const linear = (level: number): number => {
    const c = level / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return luminance > 0.179 ? 'black' : 'white';
}
