import type { EstimateId, ExperimentId, FactorId } from '../../../domain/evidence.ts';
import { midSentence } from './midSentence.ts';

const experiments: Record<ExperimentId, { readonly question: string; readonly about: string }> = {
  randomAgainstAttack: {
    question: 'Does it take an attack to change a heatmap?',
    about:
      'The same pictures under random noise and under attacks of the same size that keep the decision.',
  },
  falseAlarms: {
    question: 'Which score cries wolf?',
    about:
      'Every score is asked to tell attacked heatmaps from those of harmless random changes of the same size.',
  },
  regimes: {
    question: 'Does robust training steady the heatmap?',
    about:
      'The same pictures and changes through models of the same shape, trained in other ways; attacks as strong as those of the training.',
  },
  dataSize: {
    question: 'Does robust training still help with more pictures?',
    about:
      'Natural and adversarial training on a small and on a large training set; attacks as strong as those of the training.',
  },
  windowAndK: {
    question: 'How wide a window, and how many pixels?',
    about:
      'A wider window forgives more, and chance gains from it, too: only the score above its chance line says something.',
  },
  shifts: {
    question: 'How much of a shift’s loss is only motion?',
    about: 'Scores in the same coordinates, and with the motion of the part undone.',
  },
  methods: {
    question: 'Which attribution method is the steadiest?',
    about: 'The same pictures and changes through every method.',
  },
  antialiasing: {
    question: 'What helps against shifts?',
    about:
      'Strides that blur before they skip, robust training, and averaging over all phases of the stride (cycle spinning).',
  },
};

const factors: Record<FactorId, string> = {
  model: 'Model',
  method: 'Attribution method',
  spins: 'Cycle spinning',
  perturbation: 'Change',
  epsilon: 'ε (of 255)',
  shift: 'Shift (px)',
  score: 'Score',
  frame: 'Coordinates',
  scale: 'Read as',
  k: 'k (share of the map)',
  w: 'Window radius w (px)',
};

const estimates: Record<EstimateId, string> = {
  value: 'Value',
  chance: 'Chance',
  corrected: 'Corrected for chance',
  auc: 'AUC',
  falseAlarms: 'False alarms',
};

/** What an estimate says, in half a sentence. */
const notes: Record<EstimateId, string> = {
  value: 'as it is read off, chance and all',
  chance: 'what unrelated heatmaps reach',
  corrected: '(value − chance) / (1 − chance): 1 is the same heatmap, 0 is chance',
  auc: 'how often the score puts an attacked heatmap below a harmless one; 0.5 is a tossed coin',
  falseAlarms: 'harmless changes that raise the alarm when 95 % of the attacks do',
};

/** An attack is one of a kind; noise is not. */
const withArticle = (name: string): string =>
  /attack/i.test(name) ? `the ${midSentence(name)}` : midSentence(name);

/** The screen of the experiments’ results. */
export const frame = {
  title: 'Evidence',
  about:
    'What the experiments found, on pictures that no model was trained on. Every sentence is drawn from the numbers below it.',
  summary: 'What this shows',
  experiments,
  factors,
  estimates,
  notes,
  attacks: {
    attackRandom: 'Random search',
    attackTopK: 'Top-k attack',
    attackLens: 'LENS attack',
    attackMassCenter: 'Mass centre attack',
    attackTarget: 'Target attack',
    attackDecision: 'Attack on the decision',
    unrelated: 'Unrelated picture',
  },
  /** Checks of a single heatmap, beside the scores of pairs. */
  checks: {
    completeness: 'Completeness gap',
    latticeShare: 'Lattice share',
    noiseFloor: 'Noise floor',
    deletion: 'Deletion',
    insertion: 'Insertion',
    randomisation: 'Weight randomisation',
  },
  frames: { raw: 'As it stands', aligned: 'Motion undone' },
  levels: {
    epsilon: (n: { value: string }) => `${n.value}/255`,
    pixels: (n: { value: string }) => `${n.value} px`,
    spins: (n: { value: string }) => `${n.value} phases`,
    noSpins: 'off',
  },
  change: (n: { perturbation: string; epsilon: string }) =>
    `${withArticle(n.perturbation)} at ε = ${n.epsilon}`,
  changeOnly: (n: { perturbation: string }) => withArticle(n.perturbation),
  strengthOnly: (n: { epsilon: string }) => `changes of ε = ${n.epsilon}`,
  anyChange: 'the changes tried',
  estimate: (n: { value: string; low: string; high: string }) =>
    `${n.value} (${n.low} to ${n.high})`,
  /** Between names in a sentence. */
  comma: ', ',
  notRun: 'Not yet run.',
  notRunHow: 'This computes it and puts it here with the next build:',
  loading: 'Loading the result…',
  failed: 'The result of this experiment could not be read.',
  failedField: (n: { what: string; allowed: string; got: string }) =>
    `${n.what}: expected ${n.allowed}, got ${n.got}.`,
  retry: 'Try again',
  inconclusive: 'The numbers shown do not suffice for a conclusion.',
  switches: 'What is shown',
  axis: 'Along the axis',
  series: 'Told apart',
  oneSeries: 'Nothing',
  estimateShown: 'Number',
  undefinedHere: 'This number does not exist for this choice. Choose another number or score.',
  chart: (n: { estimate: string; score: string }) => `${n.score}: ${midSentence(n.estimate)}`,
  interval: '95 % interval',
  chance: 'chance',
  chanceOwn: 'chance, in the colour of its line',
  keys: 'Arrow keys go from place to place.',
  at: (n: { factor: string; level: string }) => `${n.factor}: ${n.level}`,
  valueAt: (n: { name: string; value: string }) => `${n.name} ${n.value}`,
  table: 'As a table',
  columns: { low: 'from', high: 'to', pictures: 'Pictures' },
  intervalNote: 'From and to: 95 % bootstrap interval over pictures.',
  roc: 'ROC curves',
  rocAbout: 'Detected attacks against false alarms, as the threshold of a score moves.',
  rocTable: 'Attacks detected, at a share of false alarms of:',
  rocX: 'false alarms',
  rocY: 'detected attacks',
  rocCurves: 'Curves',
  rocCoin: 'tossed coin',
  csvShown: 'Table shown (CSV)',
  csvAll: 'All numbers (CSV)',
  named: (n: { action: string; question: string }) => `${n.action}: ${n.question}`,
  source: 'Computed with',
  pictures: (n: { count: string }) => `${n.count} pictures`,
  picturesRange: (n: { least: string; most: string }) => `${n.least} to ${n.most} pictures`,
  seed: (n: { seed: string }) => `seed ${n.seed}`,
  version: (n: { version: string; commit: string }) => `Jitterscope ${n.version} (${n.commit})`,
  engine: (n: { tfjs: string; backend: string; node: string }) =>
    `TensorFlow.js ${n.tfjs} on ${n.backend}, Node ${n.node}`,
  models: 'Models (SHA-256)',
};
