/** The bar over the heatmaps, and what stands around the figures. */
export const view = {
  bar: 'View',
  mode: 'View of the heatmaps',
  modes: {
    sideBySide: 'Side by side',
    swipe: 'Swipe',
    blink: 'Blink',
    difference: 'Difference',
    overlap: 'Overlap',
  },
  opacity: 'Opacity',
  colourMap: 'Colours',
  colourMaps: { cividis: 'Cividis', viridis: 'Viridis', grey: 'Grey' },
  robustScale: 'Clip 0.5 %',
  alignedOverlap: 'Undo the motion',
  corrected: 'Corrected for chance',
};
