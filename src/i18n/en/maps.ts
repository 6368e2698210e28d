/** Comparing two maps of another tool, without a model. */
export const maps = {
  heading: 'Two maps',
  intro: 'Heatmaps of another tool, compared without a model.',
  original: 'Original',
  perturbed: 'Perturbed',
  size: (n: { width: string; height: string; type: string }) =>
    `${n.width} × ${n.height} · ${n.type}`,
  swap: 'Swap the maps',
  back: 'Back to pictures',
  waiting: (n: { name: string }) => `${n.name} waits for a second map.`,
  waitingHint: 'Drop the other .npy or .json file.',
  dropHint: 'Two maps (.npy or .json) can be dropped, too.',
  shiftHeading: 'Shift between the maps',
  shiftHelp:
    'How far the part moved from the original to the perturbed map. Then the scores are also given after undoing it.',
  reductionHelp: 'How several channels become one value, for maps that have them.',
  noModel:
    'Without a model there is no decision, no curve and no shift map: these come with a picture.',
  done: (n: { original: string; perturbed: string }) => `${n.original} → ${n.perturbed}`,
};
