import type { Fit, Localised, Regime } from '../src/domain/model.ts';
import type { AdamSettings } from './adam.ts';
import type { Augmentation } from './augment.ts';
import type { TrainingData } from './datasets/labelledPictures.ts';
import type { Evaluation } from './evaluate.ts';
import type { ConvolutionPlan, NetworkPlan } from './network.ts';
import type { Adversary } from './regimes/adversary.ts';
import type { Locating } from './trained.ts';

/**
 * Training begins with parts of pictures, at the scale at which whole ones are seen: steps are cheaper, and small
 * defects fill more of what is seen.
 */
export interface CloseUps {
  /** Steps with parts; whole pictures follow. */
  readonly steps: number;
  /** Side of what the network sees, pixels. */
  readonly side: number;
  /** Largest share of each side of a picture that is shown. */
  readonly part: number;
  /** The part is smaller than that by a share drawn evenly from 0 to this, for each side. */
  readonly crop: number;
}

/** Another model as a beginning. */
export interface Start {
  readonly model: string;
  /** Its logits are taken over too: it answers the same question. Else they begin at 0. */
  readonly keepLogits: boolean;
}

/** Everything that decides the weights of a model. */
export interface Recipe {
  readonly id: string;
  readonly name: Localised;
  readonly regime: Regime;
  /** Left out in regime `natural`, there in every other. */
  readonly adversary?: Adversary;
  readonly seed: number;
  readonly input: {
    readonly height: number;
    readonly width: number;
    readonly channels: 1 | 3;
    readonly range: readonly [number, number];
    readonly fit: Fit;
  };
  readonly convolutions: readonly ConvolutionPlan[];
  /** What the training starts from, where names and shapes agree; null starts from chance. */
  readonly startFrom: Start | null;
  /** SHA-256 of the pictures, where somebody's own folder holds them: with others it is another run. */
  readonly pictures?: string;
  readonly steps: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly warmUp: number;
  readonly adam: AdamSettings;
  readonly augmentation: Augmentation;
  /** Classes are drawn equally often, whatever their number of pictures. */
  readonly balanced: boolean;
  /** Left out where the class of a picture alone teaches. */
  readonly locating?: Locating;
  /** Left out where whole pictures are shown from the start. */
  readonly closeUps?: CloseUps;
  /** Largest change of a value under which it is judged, pixel scale 0…1; has no part in the weights. */
  readonly attackEpsilon: number;
  readonly measure: 'accuracy' | 'balancedAccuracy';
  /** What limits the accuracy, in view of what came out; empty when there is nothing to say. */
  remark(evaluation: Evaluation): Localised;
  /** @param folder of the pictures, where the recipe takes them from disk; null for its usual place */
  load(report: (done: number, total: number) => void, folder: URL | null): Promise<TrainingData>;
}

/** The network of a recipe. */
export const planOf = ({ input, convolutions }: Recipe, classes: number): NetworkPlan => ({
  height: input.height,
  width: input.width,
  channels: input.channels,
  convolutions,
  classes,
});
