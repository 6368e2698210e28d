import type { TruthId } from '../../domain/truth.ts';

interface TruthText {
  readonly name: string;
  /** Where there is little room. */
  readonly short: string;
  readonly meaning: string;
  readonly direction: string;
  readonly source: string;
}

const share =
  'Range 0 to 1; higher is better. A heatmap that knows nothing of the defect scores the share of the mask, given behind it.';
const clevr = 'Arras, Osman, Samek, CLEVR-XAI, Information Fusion 2022';

const byId: Record<TruthId, TruthText> = {
  pointingGame: {
    name: 'Pointing game',
    short: 'Pointing game',
    meaning: 'Does the strongest pixel of the heatmap lie on the marked defect?',
    direction:
      'A hit is better. A heatmap that knows nothing of the defect hits as often as the share of the mask says, given behind it.',
    source: 'Zhang, Lin, Brandt, Shen, Sclaroff, ECCV 2016',
  },
  relevanceMassAccuracy: {
    name: 'Relevance mass accuracy',
    short: 'Mass on the defect',
    meaning: 'Share of the heatmap’s positive sum that lies on the marked defect.',
    direction: share,
    source: clevr,
  },
  relevanceRankAccuracy: {
    name: 'Relevance rank accuracy',
    short: 'Top on the defect',
    meaning:
      'Of as many strongest pixels as the marked defect has, the share that lies on the defect.',
    direction: share,
    source: clevr,
  },
};

/** A mask of the defect, and the heatmaps held against it. */
export const truth = {
  open: 'Open mask',
  about: 'About masks',
  help: 'A PNG as large as the picture: above 0 is defect, 0 is not. With it, the checks under the heatmaps say how well they point at the defect. A pixel of the model’s input counts as defect when a quarter of it is covered. Where the part moves, the mask moves along.',
  restored:
    'A restored report holds its picture as the model saw it: for a mask, open the picture itself.',
  opening: (n: { name: string }) => `${n.name} is being read`,
  opened: (n: { name: string }) => `Mask ${n.name}`,
  share: (n: { share: string }) => `${n.share} of the input`,
  outline: 'Outline it in the heatmaps',
  remove: 'Remove mask',
  marksNothing: 'It marks no pixel the model sees: none is covered by a quarter.',
  byId,
  hit: 'hit',
  miss: 'miss',
  readAgainst: (n: { scores: string; share: string }) => `${n.scores} (mask ${n.share})`,
};
