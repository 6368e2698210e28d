import type { Regime } from '../../../domain/model.ts';

/** What a model was trained for: its name in a sentence, and what that means. */
const trainings: Record<Regime, { readonly name: string; readonly about: string }> = {
  natural: {
    name: 'natural training',
    about:
      'Trained to be right on pictures as they come (cross-entropy). Nothing was asked of its explanation, or of what small changes do to it.',
  },
  pgd: {
    name: 'PGD training',
    about:
      'Trained on pictures that were changed, within a limit, so as to mislead it most: its decision is to withstand small changes. Madry et al., ICLR 2018.',
  },
  'ig-norm': {
    name: 'IG-NORM training',
    about:
      'Trained so that no small change moves the integrated gradients of its loss far: its explanation is to withstand small changes. Chen et al., NeurIPS 2019.',
  },
  'ig-sum-norm': {
    name: 'IG-SUM-NORM training',
    about:
      'Trained against both at once: changes that mislead the decision, and changes that move the integrated gradients of its loss. Chen et al., NeurIPS 2019.',
  },
};

/** Models that were trained otherwise on the same pictures, side by side. */
export const regimes = {
  title: 'Trainings side by side',
  about:
    'The same picture and the same perturbation through every model that was trained on the same pictures in another way.',
  empty:
    'Shows decision, heatmaps, scores and verdict of each model before and after the perturbation.',
  trainings,
  antialiased: (n: { name: string }) => `anti-aliased ${n.name}`,
  antialiasedAbout:
    'Its strides are blurred, so that the heatmap can follow a part that moves by less than a stride. Zhang, ICML 2019.',
  /** Two models of one training. */
  ofModel: (n: { name: string; model: string }) => `${n.name} (${n.model})`,
  compared: (n: { models: string }) => `Compared: ${n.models}.`,
  absent: (n: { models: string }) => `No model here for ${n.models}.`,
  none: (n: { data: string; models: string }) =>
    `There is nothing to compare with: no other model here was trained on “${n.data}” with this input and these classes. Models for ${n.models} would stand side by side. “npm run train” lists the ones that can be made; for a folder of your own: “npm run train -- folder DIR --regime pgd”.`,
  list: 'Models',
  current: 'In use',
  use: 'Use this model',
  useNamed: (n: { model: string }) => `Use this model: ${n.model}`,
  original: (n: { name: string }) => `Original heatmap, ${n.name}`,
  perturbed: (n: { name: string }) => `Perturbed heatmap, ${n.name}`,
  before: 'Before',
  after: 'After',
  decided: (n: { name: string; share: string }) => `${n.name}, ${n.share}`,
  explained: 'Class explained',
  scale:
    'The two heatmaps of a model share one colour scale, with its numbers below them. Each model has a scale of its own: compare places, not brightness, between models.',
  ownClass: 'Each model explains the class it predicts for the original picture.',
  fixedClass: (n: { name: string }) => `Every model explains “${n.name}”, the class that is set.`,
  differ: (n: { models: string }) =>
    `The models decide differently for the original picture: ${n.models}. Compare how stable the heatmaps are, not where they lie.`,
  says: (n: { model: string; name: string }) => `${n.model} says ${n.name}`,
  scores: (n: { model: string }) => `Scores, ${n.model}`,
  score: 'Score',
  value: 'Value',
  chance: 'Chance',
  aligned: 'Aligned',
  alignedChance: 'Chance, aligned',
  underPgd: (n: { epsilon: string; steps: string }) =>
    `Under attack (PGD, ε ${n.epsilon}/255, ${n.steps} steps)`,
  dead: 'A heatmap is zero everywhere.',
  why: (n: { model: string }) => `Why, ${n.model}`,
  pending: 'Being computed…',
  notReached: 'Not computed',
  /** The sentence drawn from the numbers. */
  conclusion: (n: { clauses: string }) => `Under this change ${n.clauses}.`,
  between: '; ',
  holds: (n: { models: string }) => `the explanation holds with ${n.models}`,
  lost: (n: { models: string }) => `the explanation is lost with ${n.models}`,
  void: (n: { models: string }) => `the decision itself changes with ${n.models}`,
  untold: (n: { models: string }) => `nothing can be said of ${n.models}`,
  alike: (n: { said: string }) => `${n.said} This change does not tell the trainings apart.`,
  evidence: (n: { model: string; score: string; value: string; chance: string }) =>
    `${n.model} (${n.score} ${n.value}, chance ${n.chance})`,
  alignedScore: (n: { score: string }) => `aligned ${n.score}`,
  turned: (n: { model: string; before: string; after: string }) =>
    `${n.model} (${n.before} → ${n.after})`,
};
