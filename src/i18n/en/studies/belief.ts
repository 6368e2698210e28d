import {
  BELIEF_LIMITS,
  type BeliefId,
  type BeliefReason,
  type BeliefVerdict,
} from '../../../domain/belief.ts';

interface Numbers {
  readonly value: string;
  readonly mean: string;
  readonly spread: string;
}

interface CheckText {
  readonly name: string;
  /** What it finds out, in a sentence. */
  readonly about: string;
  /** Where its verdict turns. */
  readonly limits: string;
  readonly source: string;
  readonly number: (n: Numbers) => string;
}

const { completeness, latticeShare, noiseFloor, agreement, randomisation } = BELIEF_LIMITS;

const byId: Record<BeliefId, CheckText> = {
  completeness: {
    name: 'Completeness gap',
    about:
      'Does the heatmap add up to what the picture added to the output, as its method promises?',
    limits: `Passes up to ${100 * completeness.pass} %, doubtful up to ${100 * completeness.doubtful} %.`,
    source: 'Sundararajan, Taly, Yan 2017',
    number: (n) => `gap ${n.value} (should be ${n.mean})`,
  },
  latticeShare: {
    name: 'Lattice share',
    about:
      'How much of the heatmap repeats with the stride of the network, and so shows its sampling grid and not the picture?',
    limits: `Read against the same heatmap with each cell of the grid shuffled within itself. Passes up to ${100 * latticeShare.pass} % beyond that, doubtful up to ${100 * latticeShare.doubtful} %.`,
    source: 'ours; aliasing: Azulay, Weiss 2019',
    number: (n) => `${n.value} (shuffled: ${n.mean} ± ${n.spread})`,
  },
  pointing: {
    name: 'Pointing game',
    about: 'Does the strongest pixel lie on the defect you marked?',
    limits:
      'A miss within the window radius w is doubtful. A mask over more than half the picture says nothing.',
    source: 'Zhang et al. 2016',
    number: (n) => `mask covers ${n.mean}`,
  },
  noiseFloor: {
    name: 'Noise floor',
    about: 'Does the method agree with itself when only its seed changes?',
    limits: `Corrected top-k with three other seeds. Passes from ${noiseFloor.pass}, doubtful from ${noiseFloor.doubtful}.`,
    source: 'ours',
    number: (n) => `${n.value} (same seed: ${n.mean})`,
  },
  deletion: {
    name: 'Deletion',
    about:
      'Does the decision fall quickly when the strongest pixels are taken away (replaced by the mean colour)?',
    limits:
      'Passes when better than all nine random rankings, doubtful when better than their mean only.',
    source: 'Petsiuk, Das, Saenko 2018',
    number: (n) => `area ${n.value} (random: ${n.mean} ± ${n.spread})`,
  },
  insertion: {
    name: 'Insertion',
    about:
      'Does the decision come back quickly when a blurred picture gets its strongest pixels back?',
    limits:
      'Passes when better than all nine random rankings, doubtful when better than their mean only.',
    source: 'Petsiuk, Das, Saenko 2018',
    number: (n) => `area ${n.value} (random: ${n.mean} ± ${n.spread})`,
  },
  agreement: {
    name: 'Agreement between methods',
    about: 'Do other methods show the same places?',
    limits: `Mean rank correlation with every other method. Passes from ${agreement.pass}, doubtful from ${agreement.doubtful}.`,
    source: 'Krishna et al. 2022',
    number: (n) => `ρ ${n.value} (unrelated: ${n.mean})`,
  },
  randomisation: {
    name: 'Weight randomisation',
    about:
      'Does the heatmap change when the network’s weights are shuffled layer by layer, from the output down? It must.',
    limits: `Rank correlation with the heatmap before. Passes up to ${randomisation.pass}, doubtful up to ${randomisation.doubtful}.`,
    source: 'Adebayo et al. 2018',
    number: (n) => `ρ ${n.value} (unrelated: ${n.mean})`,
  },
};

const reasons: Record<BeliefReason, (n: Numbers) => string> = {
  'gap-small': () => 'The heatmap adds up to the output: nothing got lost on the way.',
  'gap-noticeable': () => 'A part of the output is missing or too much: take more steps.',
  'gap-large': () =>
    'The heatmap does not add up to the output. Take many more steps, or another baseline.',
  'no-law': () => 'This method does not promise to add up to anything.',
  'no-difference': () =>
    'The output is the same as for the baseline, so there is nothing to add up to. Choose another baseline.',
  'no-grid': () => 'The network’s grid has no noticeable part in the heatmap.',
  'some-grid': () => 'A part of the heatmap is the network’s grid: do not read its fine pattern.',
  'mostly-grid': () => 'Much of the heatmap is the network’s grid and not the picture.',
  'no-stride': () => 'The network has no stride, so there is no grid to find.',
  'map-too-small': () => 'The heatmap holds fewer than two cells of the grid.',
  hit: () => 'The strongest pixel lies on the defect.',
  'near-miss': () => 'The strongest pixel lies beside the defect, within the window radius.',
  miss: () =>
    'The strongest pixel lies elsewhere: the model may look at something other than the defect.',
  'no-mask': () => 'Mark the defect first: open a mask, or draw a box on the picture above.',
  'empty-mask': () => 'The mask marks no pixel that the model sees.',
  'mask-too-large': (n) =>
    `The mask covers ${n.mean} of the picture: hitting it would say nothing.`,
  'seed-agrees': () => 'Chance draws hardly change the heatmap.',
  'seed-partly': () =>
    'Chance draws change a part of it: smaller differences between heatmaps mean nothing. Take more samples.',
  'seed-differs': () =>
    'The method draws a different heatmap each time: take many more samples before comparing anything.',
  'draws-nothing': () => 'This method draws nothing: it gives the same heatmap for every seed.',
  'better-than-random': () =>
    'Better than every random ranking: the decision does depend on the places shown.',
  'near-random': () => 'Better than a random ranking on average, but not than each: weak evidence.',
  'worse-than-random': () =>
    'No better than pixels in random order: the decision does not depend on the places shown.',
  'nothing-to-lose': () =>
    'The model says much the same of the emptied picture (usual for sound parts), so nothing can be lost or won.',
  'methods-agree': () => 'The methods show the same places. They may still be wrong together.',
  'methods-partly': () =>
    'The methods agree in part: rely only on places that several of them show.',
  'methods-differ': () => 'The methods show different places: at most one of them is right.',
  'no-other-method': () => 'No other method could be compared.',
  'map-changed': () =>
    'The heatmap goes when what was learnt goes: it shows the network, not just the picture.',
  'map-partly': () =>
    'A part of the heatmap stays without what was learnt: edges of the picture shine through.',
  'map-stayed': () =>
    'The heatmap stays without what was learnt: it shows the picture, not the network.',
  'map-vanished': () =>
    'The randomised network gave no heatmap at all, so nothing could be compared.',
  'no-layers': () => 'This model does not give access to its layers.',
  'flat-map': () => 'The heatmap is the same everywhere: there is nothing to believe.',
  failed: () => 'The check could not be computed.',
};

const verdicts: Record<BeliefVerdict, string> = {
  pass: 'Passes',
  doubtful: 'Doubtful',
  fail: 'Fails',
  cannotSay: 'Cannot be said',
};

/** Checks of one heatmap. */
export const belief = {
  title: 'Can this heatmap be believed?',
  about:
    'A heatmap can be stable and wrong. These checks ask whether it shows what the decision rests on.',
  empty:
    'Eight checks: some seconds in all, minutes for methods that hide parts of the picture. The quick ones come first, each as soon as it is there.',
  summary: (n: { pass: string; doubtful: string; fail: string; cannotSay: string }) =>
    `${n.pass} pass · ${n.doubtful} doubtful · ${n.fail} fail · ${n.cannotSay} cannot be said`,
  list: 'Checks',
  pending: 'Being computed…',
  notReached: 'Not computed',
  source: 'Source',
  ownLimits: 'The limits are ours: the papers give none.',
  verdicts,
  byId,
  reasons,
  evidence: {
    more: (n: { name: string }) => `More: ${n.name}`,
    layers: 'Layers shuffled',
    methods: 'Compared with',
    spearman: 'ρ',
    topK: 'top-k',
    lens: 'LENS',
    refused: (n: { method: string }) => `${n.method} was left out:`,
    curve: (n: { name: string }) =>
      `${n.name}: probability of the class against the share of pixels`,
    own: 'this heatmap',
    random: 'random ranking (mean)',
    pixels: 'pixels',
    probability: 'probability',
  },
  box: {
    summary: 'Draw a box round the defect',
    help: 'Drag on the picture, or set the numbers. On the two handles, arrow keys move the box or its corner (with Shift ten pixels).',
    picture: 'Picture with the box',
    move: 'Move the box',
    resize: 'Move the corner of the box',
    left: 'Left (px)',
    top: 'Top (px)',
    width: 'Width (px)',
    height: 'Height (px)',
    use: 'Use as mask',
    current: (n: { name: string }) => `In use: ${n.name}`,
    restored:
      'A restored report holds its picture as the model saw it: open the picture itself to mark the defect.',
    fileName: (n: { x: number; y: number; width: number; height: number }) =>
      `box-${n.x}-${n.y}-${n.width}x${n.height}.png`,
  },
};
