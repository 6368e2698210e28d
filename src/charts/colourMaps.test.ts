import { describe, expect, it } from 'vitest';
import { COLOUR_MAP_IDS } from '../domain/view.ts';
import { colourTable, cssColour, gradientStops, inkOn, tableColour } from './colourMaps.ts';

const lightness = ([r, g, b]: readonly number[]): number =>
  0.2126 * ((r ?? 0) / 255) ** 2.2 +
  0.7152 * ((g ?? 0) / 255) ** 2.2 +
  0.0722 * ((b ?? 0) / 255) ** 2.2;

describe('colour tables', () => {
  it.each(COLOUR_MAP_IDS)('%s has 256 colours whose lightness only rises', (id) => {
    const table = colourTable(id);
    expect(table).toHaveLength(768);
    for (let i = 1; i < 256; i++)
      expect(lightness([...table.subarray(3 * i, 3 * i + 3)])).toBeGreaterThanOrEqual(
        lightness([...table.subarray(3 * i - 3, 3 * i)]) - 0.004,
      );
  });

  it('diverging is blue below, red above, near-white and neutral in the middle', () => {
    const table = colourTable('diverging');
    const [lowRed, , lowBlue] = tableColour(table, 0.1);
    const [highRed, , highBlue] = tableColour(table, 0.9);
    expect(lowBlue).toBeGreaterThan(lowRed);
    expect(highRed).toBeGreaterThan(highBlue);
    for (const level of tableColour(table, 0.5)) expect(level).toBeGreaterThan(235);
  });

  it('takes the end colours outside the scale', () => {
    const table = colourTable('cividis');
    expect(tableColour(table, -3)).toEqual(tableColour(table, 0));
    expect(tableColour(table, 3)).toEqual(tableColour(table, 1));
    expect(tableColour(colourTable('grey'), 0.5)).toEqual([128, 128, 128]);
  });

  it('gives stops from the low to the high end', () => {
    const stops = gradientStops(colourTable('grey'), 3);
    expect(stops).toEqual(['rgb(0, 0, 0)', 'rgb(128, 128, 128)', 'rgb(255, 255, 255)']);
  });

  it('writes on a colour in the ink that can be read', () => {
    expect(inkOn([253, 234, 69])).toBe('black');
    expect(inkOn([0, 32, 81])).toBe('white');
    expect(cssColour([1, 2, 3])).toBe('rgb(1, 2, 3)');
  });
});
