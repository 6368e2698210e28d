const heatmaps = {
  /** Names that automation and assistive technology rely on. */
  original: 'Original heatmap',
  perturbed: 'Perturbed heatmap',
  difference: 'Difference map',
  overlap: 'Overlap map',
  overlapAligned: 'after undoing the motion',
  overlapRaw: 'same coordinates',
  differenceCaption: 'perturbed − original',
  pending: 'Being computed…',
  noOverlap: 'The overlap appears as soon as the scores are there.',
  noAligned: 'Nothing moved, so there is nothing to align.',
  grid: (n: { name: string }) => `${n.name}, pixel by pixel`,
  keys: 'Arrow keys move the cursor, with Shift they move the picture; + and − zoom, 0 shows all.',
  readout: (n: { x: number; y: number; before: string; after: string }) =>
    `(${n.x}, ${n.y}): ${n.before} → ${n.after}`,
  readoutOne: (n: { x: number; y: number; value: string }) => `(${n.x}, ${n.y}): ${n.value}`,
  readoutHint: 'Point at a pixel to read it',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Show the whole picture',
  swipe: 'Position of the divide',
  swipeValue: (n: { percent: number }) => `original on the left ${n.percent} %`,
  play: 'Blink',
  pause: 'Pause',
  other: 'Show the other one',
  legend: 'Legend',
  kinds: {
    originalOnly: 'original only (S)',
    perturbedOnly: 'perturbed only (T)',
    both: 'in both',
    originalWindow: 'window around S',
    perturbedWindow: 'window around T',
    none: 'in neither',
  },
};

const colourScale = {
  value: 'Attribution',
  signed: 'Attribution, signed',
  difference: 'Change of attribution',
  score: 'Score',
  correctedScore: 'Score, corrected for chance',
  range: (n: { name: string; from: string; to: string }) => `${n.name}: ${n.from} to ${n.to}`,
  robust: '99.5th percentile',
  robustLong:
    'The scale ends at the 99.5th percentile of both maps; stronger pixels share its end colour.',
};

const series = {
  topK: 'top-k',
  lensRecall: 'LENS recall',
  lensPrecision: 'LENS precision',
  alignedTopK: 'top-k, aligned',
};

const curve = {
  /** Name that automation and assistive technology rely on. */
  title: 'Stability curve',
  subtitle: (n: { k: string; w: number }) => `k = ${n.k}, w = ${n.w} px`,
  xAxis: {
    px: 'shift distance (px)',
    '/255': 'strength (/255)',
    '%': 'strength (%)',
    '°': 'rotation (°)',
    size: 'scale (%)',
    gamma: 'gamma',
    sigma: 'σ of the blur (px)',
    length: 'length of the motion blur (px)',
    quality: 'JPEG quality',
    side: 'side of the patch (%)',
  },
  yAxis: 'score',
  yAxisCorrected: 'score, corrected for chance',
  place: {
    px: (n: { at: string }) => `shift ${n.at} px`,
    '/255': (n: { at: string }) => `strength ${n.at}/255`,
    '%': (n: { at: string }) => `strength ${n.at} %`,
    '°': (n: { at: string }) => `rotation ${n.at}°`,
    size: (n: { at: string }) => `scale ${n.at} %`,
    gamma: (n: { at: string }) => `gamma ${n.at}`,
    sigma: (n: { at: string }) => `σ ${n.at} px`,
    length: (n: { at: string }) => `motion blur ${n.at} px`,
    quality: (n: { at: string }) => `JPEG quality ${n.at}`,
    side: (n: { at: string }) => `patch ${n.at} %`,
  },
  series,
  chance: 'chance for LENS',
  current: 'current',
  stride: (n: { multiple: number; stride: number }) =>
    n.multiple === 1 ? `stride ${n.stride}` : `${n.multiple} × stride`,
  pending: 'being computed',
  waiting: 'The curve is drawn as results come in.',
  decisionChanged: 'the decision changed',
  valueAt: (n: { name: string; value: string }) => `${n.name} ${n.value}`,
  keys: 'Arrow keys go from place to place, Enter takes the place over.',
  table: 'As a table',
  tableSeries: {
    ...series,
    chanceRecall: 'Chance, LENS recall',
    chancePrecision: 'Chance, LENS precision',
    alignedLensRecall: 'LENS recall, aligned',
  },
  decision: 'Decision',
  kept: 'kept',
  changed: 'changed',
};

const shiftMap = {
  /** Name that automation and assistive technology rely on. */
  title: 'Shift map',
  subtitle: (n: { reach: number }) => `dx, dy from −${n.reach} to ${n.reach} px`,
  grids: {
    raw: 'top-k',
    lens: 'LENS recall',
    aligned: 'top-k, aligned',
  },
  window: (n: { w: number }) => `w = ${n.w}`,
  grid: (n: { name: string }) => `Shift map: ${n.name}`,
  cell: (n: { dx: string; dy: string; values: string }) => `dx ${n.dx}, dy ${n.dy}: ${n.values}`,
  value: (n: { name: string; value: string }) => `${n.name} ${n.value}`,
  separator: ' · ',
  pending: 'being computed',
  progress: (n: { done: number; total: number }) => `${n.done} of ${n.total}`,
  hint: 'Point at a cell to see that shift above; click to keep it.',
  lattice: (n: { stride: number }) =>
    `aliasing lattice: multiples of the network’s total stride, ${n.stride} px`,
  current: 'current shift',
  decisionChanged: 'decision changed',
};

const kwSurface = {
  /** Name that automation and assistive technology rely on. */
  title: 'k-w surface',
  subtitle: 'LENS for every k and w',
  grids: { recall: 'LENS recall', precision: 'LENS precision' },
  grid: (n: { name: string }) => `k-w surface: ${n.name}`,
  xAxis: 'window radius w (px)',
  yAxis: 'k',
  cell: (n: { k: string; share: string; w: string; name: string; value: string }) =>
    `k ${n.k} (${n.share}), w ${n.w} px: ${n.name} ${n.value}`,
  chance: (n: { chance: string; corrected: string }) =>
    `chance ${n.chance}, corrected ${n.corrected}`,
  followsChance: 'merely follows chance',
  followsChanceLong: (n: { threshold: string }) =>
    `merely follows chance: no more than ${n.threshold} above it`,
  current: 'current k and w',
  waiting: 'The surface is being computed.',
  hint: 'Point at a cell to read it; click to take its k and w.',
};

/** The figures: heatmap views, colour scale, stability curve, shift map, k-w surface. */
export const figures = { heatmaps, colourScale, curve, shiftMap, kwSurface };

/** What every language must say of the figures. */
export type FigureTexts = typeof figures;
