/** All methods side by side. */
export const gallery = {
  title: 'Method gallery',
  about:
    'The same picture and the same perturbation through every method, with the parameters that are set.',
  empty:
    'Shows the heatmaps of every method before and after the perturbation, and how stable they are.',
  list: 'Methods',
  original: (n: { method: string }) => `${n.method}, original`,
  perturbed: (n: { method: string }) => `${n.method}, perturbed`,
  recall: 'LENS recall, corrected',
  raw: 'same place',
  aligned: 'aligned',
  time: 'Time',
  seconds: (n: { time: string }) => `${n.time} s`,
  use: 'Use this method',
  useNamed: (n: { method: string }) => `Use this method: ${n.method}`,
  current: 'In use',
  pending: 'Being computed…',
  notReached: 'Not computed',
  dead: 'A heatmap is zero everywhere.',
  scale:
    'Each pair has a colour scale of its own: compare places, not brightness, between methods.',
};
