import type { Fit, Localised, Regime } from '../src/domain/model.ts';
import type { AdamSettings } from './adam.ts';
import type { Augmentation } from './augment.ts';
import type { TrainingData } from './datasets/labelledPictures.ts';
import type { ConvolutionPlan, NetworkPlan } from './network.ts';

/** Everything that decides the weights of a model. */
export interface Recipe {
  readonly id: string;
  readonly name: Localised;
  readonly regime: Regime;
  readonly seed: number;
  readonly input: {
    readonly height: number;
    readonly width: number;
    readonly channels: 1 | 3;
    readonly range: readonly [number, number];
    readonly fit: Fit;
  };
  readonly convolutions: readonly ConvolutionPlan[];
  /** Model whose convolutions the training starts from, where the shapes agree; null starts from chance. */
  readonly startFrom: string | null;
  readonly steps: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly warmUp: number;
  readonly adam: AdamSettings;
  readonly augmentation: Augmentation;
  /** Classes are drawn equally often, whatever their number of pictures. */
  readonly balanced: boolean;
  readonly measure: 'accuracy' | 'balancedAccuracy';
  /** What limits the accuracy; empty when there is nothing to say. */
  readonly remark: Localised;
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
