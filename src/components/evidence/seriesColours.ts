/** Colours of series, told apart by dash and mark, too. */
const COLOURS: readonly string[] = [
  'var(--series-lens-recall)',
  'var(--series-topk)',
  'var(--series-aligned)',
  'var(--series-lens-precision)',
  'var(--neutral)',
  'var(--series-sixth)',
];

/** Colour of the nth series as a CSS value; begins anew after the last. */
export const seriesColour = (index: number): string => COLOURS[index % COLOURS.length] ?? '';
