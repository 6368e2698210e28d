import type { AttributionMap, AttributionSettings } from '../src/domain/attribution.ts';
import type { Motion, PerturbationSettings } from '../src/domain/perturbation.ts';
import type { ModelInput } from '../src/domain/picture.ts';
import { defaultSettings, kFromShare } from '../src/domain/settings.ts';
import type { Engine } from '../src/engine/engine.ts';
import { explain, largest, predict } from '../src/engine/explain.ts';
import { preparePair } from '../src/engine/metrics/preparePair.ts';
import { scorePair } from '../src/engine/metrics/scorePair.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { perturb } from '../src/engine/perturbation/registry.ts';
import { loadSurfacePictures } from '../training/datasets/surfacePictures.ts';
import { openShipped } from './openShipped.ts';
import { overlap } from './overlap.ts';
import { type Interval, interval } from './summary.ts';

const MODEL = 'surface-natural';
const SEED = 1;
/** Pictures held out of the training of the model, decided rightly. */
const PICTURES = 24;
/** Pixels at each border that are not compared: half the receptive field, so far do padding and what a shift brings in reach. */
const BORDER = 24;
/** Share of the compared pixels that k is. */
const K_SHARE = 0.05;
const WINDOW_RADIUS = 2;
/** Sign noise, levels of 255. */
const NOISE = 8;

type Change = Pick<AttributionSettings, 'method' | 'spins'> &
  Partial<Pick<AttributionSettings, 'sigma' | 'samples'>>;

/** What is compared, and at which shifts: SmoothGrad costs 16 times as much and is asked at fewer. */
const ARMS: Readonly<Record<string, { readonly change: Change; readonly every: boolean }>> = {
  gradient: { change: { method: 'gradient', spins: 1 }, every: true },
  gradientSpun: { change: { method: 'gradient', spins: 64 }, every: true },
  smoothGrad: {
    change: { method: 'smoothGrad', spins: 1, sigma: 0.05, samples: 16 },
    every: false,
  },
  smoothGradSpun: {
    change: { method: 'smoothGrad', spins: 64, sigma: 0.05, samples: 16 },
    every: false,
  },
};

/** Along x, along y, and both, up to the total stride. */
const SHIFTS = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((d) => [
  [d, 0],
  [0, d],
  [d, d],
]);
const FEW_SHIFTS = [
  [1, 0],
  [3, 3],
  [8, 0],
];

interface ArmResult {
  /** Aligned top-k intersection inside the border, by shift `dx,dy`. */
  readonly alignedTopK: Readonly<Record<string, Interval>>;
  /** The same over the whole valid area, border and all. */
  readonly alignedTopKWhole: Readonly<Record<string, Interval>>;
  /** The shift where it is lowest. */
  readonly lowest: { readonly shift: string; readonly mean: number };
  /** Under sign noise: 2-LENS recall and precision over the whole picture. */
  readonly lensRecall: Interval;
  readonly lensPrecision: Interval;
}

/**
 * Does cycle spinning make the heatmap follow the part at every whole-pixel shift, and does SmoothGrad
 * keep its calm under noise with it? `surface-natural`, the class predicted for the original.
 */
export async function cycleSpinning(
  report: (done: number, total: number) => void,
): Promise<object> {
  const engine = await openShipped(MODEL);
  const inputs = await rightlyDecided(engine);
  const scores = Object.fromEntries(Object.keys(ARMS).map((arm) => [arm, emptyScores()]));
  for (const [i, { input, targetClass }] of inputs.entries())
    for (const [name, arm] of Object.entries(ARMS)) {
      report(i, inputs.length);
      await scoreArm(engine, input, { targetClass, ...arm }, scores[name] ?? emptyScores());
    }
  engine.model.dispose();
  return {
    model: MODEL,
    modelSha256: engine.model.card.sha256,
    backend: engine.backend.id,
    seed: SEED,
    pictures: inputs.length,
    border: BORDER,
    kShare: K_SHARE,
    windowRadius: WINDOW_RADIUS,
    noise: `noiseSign ${NOISE}/255`,
    arms: Object.fromEntries(
      Object.entries(ARMS).map(([name, { change }]) => [
        name,
        { settings: change, ...summary(scores[name] ?? emptyScores()) },
      ]),
    ),
  };
}

const emptyScores = () => ({
  alignedTopK: new Map<string, number[]>(),
  alignedTopKWhole: new Map<string, number[]>(),
  lensRecall: new Array<number>(),
  lensPrecision: new Array<number>(),
});
type Scores = ReturnType<typeof emptyScores>;

async function rightlyDecided(engine: Engine) {
  const { test } = loadSurfacePictures({ train: 0, test: 2 * PICTURES }, SEED, () => {});
  const found: { input: ModelInput; targetClass: number }[] = [];
  for (const { picture, label } of test) {
    const input = preprocess(picture, engine.model.card.input);
    const [logits] = await predict(engine, [input], idle);
    if (logits && largest(logits) === label && found.length < PICTURES)
      found.push({ input, targetClass: label });
  }
  return found;
}

async function scoreArm(
  engine: Engine,
  input: ModelInput,
  { targetClass, change, every }: { targetClass: number; change: Change; every: boolean },
  scores: Scores,
): Promise<void> {
  const settings = defaultSettings(engine.model.card);
  const question = {
    targetClass,
    settings: { attribution: { ...settings.attribution, ...change }, seed: SEED },
  };
  const mapOf = async (picture: ModelInput): Promise<AttributionMap> => {
    const [{ map }] = await explain(engine, [picture], question, idle);
    return map;
  };
  const original = await mapOf(input);
  for (const [dx, dy] of every ? SHIFTS : FEW_SHIFTS) {
    const aside = { ...settings.perturbation, shiftX: dx, shiftY: dy };
    const { input: moved } = await perturb(input, aside, SEED);
    const there = await mapOf(moved);
    for (const [kind, border] of [
      ['alignedTopK', BORDER],
      ['alignedTopKWhole', 0],
    ] as const) {
      const value = alignedTopK(original, there, { dx, dy }, border);
      const key = `${dx},${dy}`;
      scores[kind].set(key, [...(scores[kind].get(key) ?? []), value]);
    }
  }
  const noise: PerturbationSettings = {
    ...settings.perturbation,
    id: 'noiseSign',
    strength: NOISE,
  };
  const { input: changed } = await perturb(input, noise, SEED);
  const noisy = await mapOf(changed);
  const { raw } = scorePair(preparePair({ original, perturbed: noisy, motion: null }), {
    k: kFromShare(K_SHARE, original.height, original.width),
    windowRadius: WINDOW_RADIUS,
  });
  scores.lensRecall.push(raw.lensRecallAtK.value ?? Number.NaN);
  scores.lensPrecision.push(raw.lensPrecisionAtK.value ?? Number.NaN);
}

/** Aligned top-k intersection over what is at least `border` pixels from every side in both pictures. */
export function alignedTopK(
  original: AttributionMap,
  perturbed: AttributionMap,
  motion: Motion,
  border: number,
): number {
  const [here, there] = overlap(original, perturbed, motion, border);
  const { raw } = scorePair(preparePair({ original: here, perturbed: there, motion: null }), {
    k: kFromShare(K_SHARE, here.height, here.width),
    windowRadius: WINDOW_RADIUS,
  });
  return raw.topKIntersection.value ?? Number.NaN;
}

function summary(scores: Scores): ArmResult {
  const shifts = intervals(scores.alignedTopK);
  const [shift, { mean }] = shifts.reduce((low, one) => (one[1].mean < low[1].mean ? one : low));
  return {
    alignedTopK: Object.fromEntries(shifts),
    alignedTopKWhole: Object.fromEntries(intervals(scores.alignedTopKWhole)),
    lowest: { shift, mean },
    lensRecall: interval(scores.lensRecall, SEED),
    lensPrecision: interval(scores.lensPrecision, SEED),
  };
}

const intervals = (byShift: ReadonlyMap<string, readonly number[]>) =>
  [...byShift].map(([shift, values]) => [shift, interval(values, SEED)] as const);

const idle = (): Promise<void> => Promise.resolve();
