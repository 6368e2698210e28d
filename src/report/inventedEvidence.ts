import type {
  Cell,
  Estimate,
  ExperimentId,
  ExperimentResult,
  FactorId,
  Level,
} from '../domain/evidence.ts';

/** Invented results of experiments for tests: smooth, deterministic. No number was measured; never shown to a user. */

type Factors = Readonly<Partial<Record<FactorId, readonly Level[]>>>;
type At = Readonly<Partial<Record<FactorId, Level>>>;

const SCORES = [
  'topKIntersection',
  'lensRecallAtK',
  'lensPrecisionAtK',
  'topKDivIntersection',
  'lensRecallAtKDiv',
  'spearman',
  'kendall',
] as const;

/** An estimate with an interval of ± `half`. */
export const inventedEstimate = (value: number, half = 0.03): Estimate => ({
  value,
  low: value - half,
  high: value + half,
});

function crossed(factors: Factors): At[] {
  return Object.entries(factors).reduce<At[]>(
    (cells, [factor, levels]) =>
      cells.flatMap((cell) => levels.map((level) => ({ ...cell, [factor]: level }))),
    [{}],
  );
}

/** What is left of a score, from 1 down, and what chance alone reaches. */
interface Invented {
  readonly left: number;
  readonly chance?: number;
}

function scored(at: At, { left, chance = 0.05 }: Invented): Cell {
  const isRank = at.score === 'spearman' || at.score === 'kendall';
  const floor = isRank ? 0 : chance;
  const value = floor + (1 - floor) * left;
  // What did not change at all is certain.
  const half = Math.min(0.025, 1 - left);
  return {
    at,
    pictures: 200,
    estimates: {
      value: inventedEstimate(value, half),
      chance: inventedEstimate(floor, 0.002),
      corrected: inventedEstimate(left, half),
    },
  };
}

function alarmed(at: At, auc: number): Cell {
  const power = Math.max(0.05, 1 / auc - 1);
  const roc = Array.from({ length: 41 }, (_, i): [number, number] => [i / 40, (i / 40) ** power]);
  return {
    at,
    pictures: 200,
    estimates: {
      auc: inventedEstimate(auc, 0.03),
      falseAlarms: inventedEstimate(Math.min(0.96, 0.95 ** (1 / power)), 0.04),
    },
    roc,
  };
}

const forgives = (score: Level | undefined): number => (String(score).startsWith('lens') ? 1 : 0);
const strengthOf = ({ epsilon = 8 }: At): number => Number(epsilon) / 8;

const HARM: Readonly<Record<string, number>> = {
  noiseSign: 0.45,
  attackRandom: 0.55,
  attackTopK: 0.85,
  attackMassCenter: 0.7,
  attackLens: 0.8,
};
const ROBUST: Readonly<Record<string, number>> = {
  'surface-natural': 1,
  'surface-pgd': 0.45,
  'surface-ig-sum-norm': 0.35,
  'surface-antialiased': 0.95,
  'fashion-natural': 0.8,
  'fashion-pgd': 0.5,
  'fashion-small-natural': 0.95,
  'fashion-small-pgd': 0.45,
};
const AUCS: readonly number[] = [0.52, 0.91, 0.86, 0.55, 0.82, 0.64, 0.62];

const leftAfter = (at: At): number =>
  1 -
  (HARM[String(at.perturbation)] ?? 0.6) *
    strengthOf(at) *
    (ROBUST[String(at.model)] ?? 1) *
    (1 - 0.5 * forgives(at.score)) *
    (at.method === 'integratedGradients' ? 0.8 : 1);

/** What is left after a shift: phases of a stride of 8, unless the net is anti-aliased or its heatmaps are spun. */
function leftAfterShift({ shift = 0, frame, model, spins, score }: At): number {
  const distance = Number(shift);
  if (frame === 'raw') return Math.exp(-distance / (2 + 6 * forgives(score)));
  const phase = Math.abs(distance / 8 - Math.round(distance / 8)) * 2;
  const calm = model === 'surface-antialiased' || Number(spins) > 1;
  return 0.97 - (calm ? 0.05 : 0.5) * Math.min(1, 2.5 * phase);
}

const EPSILONS = [0, 1, 2, 4, 8];
const METHODS = ['gradient', 'integratedGradients'];
const OVERLAPS = SCORES.slice(0, 5);
const SURFACE = ['surface-natural', 'surface-pgd', 'surface-ig-sum-norm'];

const FACTORS: Readonly<Record<ExperimentId, Factors>> = {
  randomAgainstAttack: {
    model: ['surface-natural'],
    method: METHODS,
    perturbation: Object.keys(HARM),
    epsilon: EPSILONS,
    score: OVERLAPS,
    k: [0.05],
    w: [2],
  },
  falseAlarms: {
    model: ['surface-natural'],
    method: METHODS,
    perturbation: ['attackTopK', 'attackLens'],
    epsilon: [4, 8],
    score: SCORES,
  },
  regimes: {
    model: SURFACE,
    perturbation: ['noiseSign', 'attackTopK'],
    epsilon: EPSILONS,
    score: OVERLAPS,
  },
  dataSize: {
    model: ['fashion-small-natural', 'fashion-small-pgd', 'fashion-natural', 'fashion-pgd'],
    perturbation: ['attackTopK'],
    epsilon: EPSILONS,
    score: OVERLAPS,
  },
  windowAndK: {
    model: ['surface-natural'],
    perturbation: ['noiseSign'],
    epsilon: [8],
    score: ['lensRecallAtK', 'lensPrecisionAtK', 'lensRecallAtKDiv'],
    k: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2],
    w: [0, 1, 2, 3, 4, 5, 6, 7],
  },
  shifts: {
    model: ['surface-natural'],
    method: METHODS,
    shift: [0, 1, 2, 3, 4, 5],
    score: OVERLAPS,
    frame: ['raw', 'aligned'],
  },
  methods: {
    model: ['surface-natural'],
    method: ['gradient', 'integratedGradients', 'smoothGrad', 'gradCam', 'lrp', 'occlusion'],
    perturbation: ['noiseSign', 'attackTopK'],
    epsilon: [8],
    score: OVERLAPS,
  },
  antialiasing: {
    model: ['surface-natural', 'surface-antialiased', 'surface-pgd'],
    spins: [1, 64],
    shift: [0, 1, 2, 4, 6, 8, 12, 16],
    score: OVERLAPS,
    frame: ['raw', 'aligned'],
  },
};

const METHOD_HARM: Readonly<Record<string, number>> = {
  gradient: 1,
  integratedGradients: 0.7,
  smoothGrad: 0.25,
  gradCam: 0.22,
  lrp: 0.6,
  occlusion: 0.35,
};

function cellOf(experiment: ExperimentId, at: At): Cell {
  switch (experiment) {
    case 'falseAlarms': {
      const auc = AUCS[SCORES.findIndex((id) => id === at.score)] ?? 0.5;
      return alarmed(at, 0.5 + (auc - 0.5) * strengthOf(at));
    }
    case 'windowAndK': {
      const [w, k] = [Number(at.w), Number(at.k)];
      const chance = 1 - (1 - k) ** ((2 * w + 1) ** 2 / 3);
      const left = Math.max(0, 0.35 + 0.25 * w - 0.055 * w * w - 0.04 * Math.max(0, w - 4));
      return scored(at, { left, chance });
    }
    case 'shifts':
    case 'antialiasing':
      return scored(at, { left: leftAfterShift(at) });
    case 'methods':
      return scored(at, {
        left: 1 - (METHOD_HARM[String(at.method)] ?? 1) * (1 - leftAfter({ ...at, method: '' })),
      });
    case 'randomAgainstAttack':
    case 'regimes':
    case 'dataSize':
      return scored(at, { left: leftAfter(at) });
  }
}

const NAMES: Readonly<Record<string, string>> = {
  natural: 'natural',
  pgd: 'PGD',
  'ig-sum-norm': 'IG-SUM-NORM',
  antialiased: 'anti-aliased',
};

function modelName(id: Level) {
  const [, set = '', small = '', regime = ''] =
    /^(\w+?)(-small)?-((?:natural|pgd|ig-sum-norm|antialiased))$/.exec(String(id)) ?? [];
  const [en, ja] = set === 'surface' ? ['Surface', '表面'] : ['Fashion', 'ファッション'];
  const [few, fewJa] = small ? [', small set', '・少数'] : ['', ''];
  const name = NAMES[regime] ?? regime;
  return { en: `${en} (${name}${few})`, ja: `${ja}（${name}${fewJa}）` };
}

/** An invented result of every kind. */
export function inventedEvidence(experiment: ExperimentId): ExperimentResult {
  const factors = FACTORS[experiment];
  const models = factors.model ?? [];
  return {
    experiment,
    source: {
      version: '0.0.0-invented',
      commit: 'invented',
      node: 'v20.0.0',
      tfjs: '4.22.0',
      backend: 'wasm',
      seed: 1,
      models: Object.fromEntries(models.map((id) => [id, 'f'.repeat(64)])),
    },
    factors,
    modelNames: Object.fromEntries(models.map((id) => [id, modelName(id)])),
    cells: crossed(factors).map((at) => cellOf(experiment, at)),
  };
}
