import type { Language } from './language.ts';

/** A name in every language of the product. */
export type Localised = Readonly<Record<Language, string>>;

/**
 * How a picture of another shape is brought to the model's input.
 * `stretch` scales both sides freely; `letterbox` keeps the proportions and fills the rest with
 * mid-grey; `crop` keeps the proportions and cuts the longer side, centred.
 */
export const FITS = ['stretch', 'letterbox', 'crop'] as const;
export type Fit = (typeof FITS)[number];

/** What a model takes: size, channels and the range its values are mapped to from the pixel scale 0…1. */
export interface InputSpec {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  /** The model's own range: pixel 0 maps to `range[0]`, pixel 1 to `range[1]`. */
  readonly range: readonly [number, number];
  readonly fit: Fit;
}

export const REGIMES = ['natural', 'pgd', 'ig-norm', 'ig-sum-norm'] as const;
export type Regime = (typeof REGIMES)[number];

/** Where the training pictures came from, and under which terms. */
export interface DataSource {
  readonly name: string;
  readonly licence: string;
  readonly citation: string;
  /** How the pictures were divided, for example `by tile`. */
  readonly split: string;
  readonly trainingPictures: number;
  readonly testPictures: number;
}

/** How a model did against pictures changed to mislead it (projected gradient steps on the cross-entropy, Madry et al. 2018). */
export interface UnderPgd {
  /** Largest change of a value, pixel scale 0…1. */
  readonly epsilon: number;
  readonly steps: number;
  /** Test pictures attacked. */
  readonly pictures: number;
  /** Share still right, by the measure of the card. */
  readonly accuracy: number;
}

/** How a model did on pictures it was not trained on. Shares, 0…1. */
export interface Accuracy {
  /** `balancedAccuracy` is the mean of the recalls of the classes. */
  readonly measure: 'accuracy' | 'balancedAccuracy';
  readonly clean: number;
  /** Share right per class, in the order of `classes`. */
  readonly perClass: readonly number[];
  /** Share of test pictures whose decision survives sign noise of 8/255; null when not measured. */
  readonly keptUnderNoise: number | null;
  /** Null when not measured. */
  readonly underPgd: UnderPgd | null;
  /** What limits the accuracy, in a sentence; empty when there is nothing to say. */
  readonly remark: Localised;
}

/** `card.json` beside the weights: everything a user must know to trust, or not to trust, a model. */
export interface ModelCard {
  readonly id: string;
  readonly name: Localised;
  readonly input: InputSpec;
  readonly classes: readonly Localised[];
  /** Name of the last layer that still has height and width. */
  readonly lastSpatialLayer: string;
  /** Product of all strides, input pixels: the network is equivariant to shifts by multiples of it only. */
  readonly totalStride: number;
  readonly data: DataSource;
  readonly regime: Regime;
  /** Every hyper-parameter of the run that made the weights. */
  readonly hyperparameters: Readonly<Record<string, number | string | boolean>>;
  readonly seed: number;
  readonly parameters: number;
  readonly accuracy: Accuracy;
  /** SHA-256 of `model.json` followed by its weight files, in manifest order, lower-case hexadecimal. */
  readonly sha256: string;
  /** Version of this project that trained the model. */
  readonly codeVersion: string;
}
