import type { MotionKind } from '../../domain/motion.ts';
import type { VerdictId, VerdictNumbers, VerdictReason } from '../../domain/score.ts';

interface ReasonText {
  readonly because: (n: VerdictNumbers) => string;
  readonly next: (n: VerdictNumbers) => string;
}

const headlines: Record<VerdictId, string> = {
  stable: 'Stable',
  movedWithPart: 'Moved with the part',
  changed: 'Changed',
  noBetterThanChance: 'No better than chance',
  void: 'Void: the decision itself changed',
  cannotTell: 'Cannot tell',
};

const reasons: Record<VerdictReason, ReasonText> = {
  'same-pixels': {
    because: (n) =>
      `${n.decision}Of the ${n.k} strongest pixels ${n.topK} are the very same (chance: ${n.topKChance}).`,
    next: () =>
      'At this size of change the heatmap may be argued with. The stability curve shows from where on it may not.',
  },
  'same-places': {
    because: (n) =>
      `${n.decision}Pixel by pixel ${n.topK} of the strongest ${n.k} agree, and ${n.lens} lie within ${n.w} px of their partners (chance: ${n.lensChance}).`,
    next: (n) =>
      `Read the heatmap as places, not as single pixels: it can be trusted to within ${n.w} px.`,
  },
  'aligned-agrees': {
    because: (n) =>
      `${n.decision}Pixel by pixel only ${n.topK} of the strongest ${n.k} agree, but after undoing the ${n.motion} ${n.aligned} do.`,
    next: () =>
      'The low score is the motion and nothing else. Bring the pictures into register before comparing heatmaps, or read the aligned scores.',
  },
  'window-agrees': {
    because: (n) =>
      `${n.decision}Pixel by pixel only ${n.topK} of the strongest ${n.k} agree, but ${n.lens} lie within ${n.w} px (chance: ${n.lensChance}).`,
    next: (n) =>
      `Read the heatmap as places, not as single pixels: it can be trusted to within ${n.w} px. The figures below show how far that holds.`,
  },
  'aligned-window-agrees': {
    because: (n) =>
      `${n.decision}Pixel by pixel only ${n.topK} of the strongest ${n.k} agree; after undoing the ${n.motion} ${n.aligned} do, and most of the others lie within ${n.w} px.`,
    next: (n) =>
      `The heatmap followed the part, to within ${n.w} px: read it as places, not as single pixels, and bring the pictures into register before comparing heatmaps.`,
  },
  aliasing: {
    because: (n) =>
      `${n.decision}The heatmap did not follow the part: after undoing the shift ${n.aligned} of the strongest ${n.k} agree. At multiples of the network’s stride (${n.stride} px) it does follow: ${n.atMultiples} on average of ${n.multiples} shifts. In between, the network’s sampling grid reshapes the heatmap (aliasing).`,
    next: () =>
      'Do not compare heatmaps of parts that lie at different places. A model with a blur before each stride, or the mean heatmap over all shifts within one stride, mends the cause.',
  },
  'stayed-behind': {
    because: (n) =>
      `${n.decision}The heatmap stayed where it was while the part moved: in the same place ${n.topK} of the strongest ${n.k} pixels agree, and ${n.lens} lie within ${n.w} px; after undoing the ${n.motion} only ${n.aligned} agree.`,
    next: () =>
      'Do not argue about the part with this heatmap: it points at the frame of the picture. Look for borders, shading or fixed marks that the model may have learnt.',
  },
  'places-changed': {
    because: (n) =>
      `${n.decision}The places that explain it are others: of the strongest ${n.k} pixels ${n.topK} agree, and ${n.lens} lie within ${n.w} px (chance: ${n.lensChance}).`,
    next: () =>
      'Do not base a process decision on this heatmap. See on the curve below which size it survives, then try SmoothGrad, or a model trained against such changes.',
  },
  chance: {
    because: (n) =>
      `${n.decision}The heatmaps agree no better than two unrelated ones: ${n.lens} lie within ${n.w} px, where chance alone gives ${n.lensChance}.`,
    next: () =>
      'Do not use this heatmap. If the chance line itself is high, choose a smaller k or w: the score then has room to tell.',
  },
  'decision-changed': {
    because: (n) =>
      `The model says ${n.after} instead of ${n.before} after this change. Heatmaps of two different decisions cannot be held against each other.`,
    next: () =>
      'Look at the decision before the explanation: it flips at this size of change. Use a smaller one, or a model that holds its decision.',
  },
  'gradient-check-failed': {
    because: (n) =>
      `The gradients computed here differ from finite differences by ${n.gradientError}, so both heatmaps may be wrong.`,
    next: () => 'Choose another backend at the top right, and run again.',
  },
  'backends-disagree': {
    because: (n) =>
      `Computed again on plain JavaScript, the heatmap of the original differs by up to ${n.backendDifference} of its range: this backend computes something else.`,
    next: () => 'Choose another backend at the top right, and run again.',
  },
  'dead-gradient': {
    because: () =>
      'A heatmap is zero everywhere: the output reacts to no pixel, or nothing at the layer speaks for the class. There is nothing to compare.',
    next: () => 'Choose another class to explain, another method, baseline or layer.',
  },
  'score-missing': {
    because: (n) => `A score the verdict stands on has no value: ${n.gap}.`,
    next: () => 'Choose a smaller k or w, or a smaller change.',
  },
};

/** What is undone before aligned scores are taken. */
const motions: Record<MotionKind, string> = {
  shift: 'shift',
  turn: 'rotation',
  zoom: 'change of size',
};

/** The verdict: what it is called, why, and what to do next. */
export const verdicts = {
  region: 'Verdict',
  next: 'What to do next',
  headlines,
  reasons,
  motions,
  decisionStays: (n: { name: string }) => `The decision stays ${n.name}. `,
  /** For two maps of another tool, without model, curve and shift map. */
  maps: {
    samePlaces:
      'Read the heatmap as places, not as single pixels. If the part moved between the two, enter the shift on the right: the aligned scores then tell whether the heatmap moved along.',
    zero: 'One of the two heatmaps is zero everywhere: there is nothing to compare.',
    next: {
      stable: 'At this size of change the heatmap may be argued with.',
      movedWithPart:
        'Read the heatmap as places, not as single pixels, and bring the pictures into register before comparing heatmaps.',
      changed:
        'Do not base a process decision on this heatmap. If the part moved between the two, enter the shift on the right: the aligned scores then tell motion from change.',
      noBetterThanChance:
        'Do not use this heatmap. If the chance line itself is high, choose a smaller k or w: the score then has room to tell.',
      void: 'Compare heatmaps of one and the same decision.',
      cannotTell: 'Choose a smaller k or w, or other maps.',
    } satisfies Record<VerdictId, string>,
  },
  agreeAt: (n: { agree: string; chance: string }) =>
    `Corrected scores count as agreeing from ${n.agree}, as chance up to ${n.chance}.`,
  outOfDate: 'Out of date: being computed anew with the settings on the right.',
  outOfDateIdle: 'Out of date: the settings have changed since.',
  pending: 'Waiting for both heatmaps.',
  previewing: (n: { caption: string }) => `Looking at ${n.caption}`,
  backToChosen: 'Back to the chosen change',
};
