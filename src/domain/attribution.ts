import type { Limits } from './limits.ts';

/** Attribution methods, in menu order. */
export const METHOD_IDS = [
  'integratedGradients',
  'gradient',
  'inputXGradient',
  'smoothGrad',
  'guidedBackprop',
  'deconvolution',
  'deepLift',
  'lrp',
  'gradCam',
  'gradCamPlusPlus',
  'guidedGradCam',
  'varGrad',
  'expectedGradients',
  'occlusion',
  'rise',
  'kernelShap',
] as const;
export type MethodId = (typeof METHOD_IDS)[number];

/** `[h, w, c]` → `[h, w]`: `sumAbs` Σ|a| (the paper's), `sum` Σa (signed), `maxAbs` max|a|. */
export const REDUCTIONS = ['sumAbs', 'sum', 'maxAbs'] as const;
export type Reduction = (typeof REDUCTIONS)[number];

/** The picture that stands for "nothing there": where a path starts, what covers a part. */
export const BASELINES = ['black', 'white', 'mean', 'blurred', 'noise'] as const;
export type Baseline = (typeof BASELINES)[number];

/** Limits of the numbers that methods take, and what they start with; label and help stand in the language catalogues. */
export const PARAMETER_LIMITS = {
  /** Path points of integrated gradients. */
  steps: { min: 4, max: 256, step: 4, integer: true, initial: 32 },
  /** Standard deviation of the noise, share of the pixel range 0…1. */
  sigma: { min: 0, max: 0.5, step: 0.01, integer: false, initial: 0.05 },
  /** Number of noisy copies, or of points on paths. */
  samples: { min: 1, max: 128, step: 1, integer: true, initial: 16 },
  /** Side of the patch that covers a part, pixels; never larger than the picture. */
  occlusionPatch: { min: 1, max: 64, step: 1, integer: true, initial: 12 },
  /** From one place of the patch to the next, pixels; at most its side, so that no pixel is left out. */
  occlusionStride: { min: 1, max: 64, step: 1, integer: true, initial: 6 },
  /** Number of random masks. */
  masks: { min: 16, max: 4096, step: 16, integer: true, initial: 1024 },
  /** Cells of a grid along each side; at most one per pixel. */
  cells: { min: 2, max: 16, step: 1, integer: true, initial: 8 },
  /** Share of the cells that a random mask keeps, on average. */
  keepShare: { min: 0.1, max: 0.9, step: 0.05, integer: false, initial: 0.5 },
  /** Sets of cells that the model is shown at most; every cell alone and every cell missing fit in always. */
  coalitions: { min: 512, max: 8192, step: 64, integer: true, initial: 1024 },
} as const satisfies Record<string, Limits & { readonly initial: number }>;
export type NumberParameter = keyof typeof PARAMETER_LIMITS;

/** In the order in which they are asked for. */
export const NUMBER_PARAMETERS = Object.keys(PARAMETER_LIMITS) as readonly NumberParameter[];

/** A value for every number that methods take. */
export const parametersBy = (
  value: (name: NumberParameter) => number,
): Readonly<Record<NumberParameter, number>> =>
  Object.fromEntries(NUMBER_PARAMETERS.map((name) => [name, value(name)])) as Record<
    NumberParameter,
    number
  >;

/** Parameters a method may have. */
export type MethodParameter = NumberParameter | 'baseline' | 'cover' | 'layer';

/** What is asked of the attribution stage. Parameters a method does not have are kept but not used. */
export interface AttributionSettings extends Readonly<Record<NumberParameter, number>> {
  readonly method: MethodId;
  readonly reduction: Reduction;
  readonly baseline: Baseline;
  /** What methods that hide parts of the picture show in their place. */
  readonly cover: Baseline;
  /** Layer whose activations a CAM weighs; '' is the model card's last layer with height and width. */
  readonly layer: string;
  /** Cycle spinning: shifts of the picture whose maps are averaged; 1 is off, the square of the total stride all there are. */
  readonly spins: number;
  /** Class explained; null is the class predicted for the original picture. */
  readonly targetClass: number | null;
}

/**
 * What a method may need of a model: the gradient of its output, a ReLU on the way, something that switches by
 * the picture where ReLU does not, a layer with height and width, or layers that all have a rule of relevance.
 */
export type MethodNeed = 'gradient' | 'relu' | 'switches' | 'spatialLayer' | 'layerRules';

/** By what a method explains; groups of the menu, in its order. */
export const METHOD_GROUPS = ['gradient', 'inside', 'hiding'] as const;
export type MethodGroup = (typeof METHOD_GROUPS)[number];

/** What a newcomer must know of a method; names and help stand in the language catalogues. */
export interface MethodCard {
  readonly id: MethodId;
  readonly parameters: readonly MethodParameter[];
  readonly needs: readonly MethodNeed[];
  readonly group: MethodGroup;
  /** True when Σ map must equal the output difference, so that a completeness gap is reported. */
  readonly complete: boolean;
  readonly citation: string;
  readonly url: string;
}

export const METHODS: Readonly<Record<MethodId, MethodCard>> = {
  gradient: {
    id: 'gradient',
    parameters: [],
    needs: ['gradient'],
    group: 'gradient',
    complete: false,
    citation: 'Simonyan, Vedaldi, Zisserman 2013',
    url: 'https://arxiv.org/abs/1312.6034',
  },
  inputXGradient: {
    id: 'inputXGradient',
    parameters: [],
    needs: ['gradient'],
    group: 'gradient',
    complete: false,
    citation: 'Shrikumar, Greenside, Shcherbina, Kundaje 2016',
    url: 'https://arxiv.org/abs/1605.01713',
  },
  integratedGradients: {
    id: 'integratedGradients',
    parameters: ['steps', 'baseline'],
    needs: ['gradient'],
    group: 'gradient',
    complete: true,
    citation: 'Sundararajan, Taly, Yan 2017',
    url: 'https://arxiv.org/abs/1703.01365',
  },
  smoothGrad: {
    id: 'smoothGrad',
    parameters: ['sigma', 'samples'],
    needs: ['gradient'],
    group: 'gradient',
    complete: false,
    citation: 'Smilkov, Thorat, Kim, Viégas, Wattenberg 2017',
    url: 'https://arxiv.org/abs/1706.03825',
  },
  guidedBackprop: {
    id: 'guidedBackprop',
    parameters: [],
    needs: ['gradient', 'relu'],
    group: 'inside',
    complete: false,
    citation: 'Springenberg, Dosovitskiy, Brox, Riedmiller 2015',
    url: 'https://arxiv.org/abs/1412.6806',
  },
  deconvolution: {
    id: 'deconvolution',
    parameters: [],
    needs: ['gradient', 'relu', 'switches'],
    group: 'inside',
    complete: false,
    citation: 'Zeiler, Fergus 2014',
    url: 'https://arxiv.org/abs/1311.2901',
  },
  deepLift: {
    id: 'deepLift',
    parameters: ['baseline'],
    needs: ['gradient'],
    group: 'inside',
    complete: true,
    citation: 'Shrikumar, Greenside, Kundaje 2017',
    url: 'https://arxiv.org/abs/1704.02685',
  },
  lrp: {
    id: 'lrp',
    parameters: [],
    needs: ['layerRules'],
    group: 'inside',
    complete: true,
    citation: 'Bach, Binder, Montavon, Klauschen, Müller, Samek 2015',
    url: 'https://doi.org/10.1371/journal.pone.0130140',
  },
  gradCam: {
    id: 'gradCam',
    parameters: ['layer'],
    needs: ['gradient', 'spatialLayer'],
    group: 'inside',
    complete: false,
    citation: 'Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra 2017',
    url: 'https://arxiv.org/abs/1610.02391',
  },
  gradCamPlusPlus: {
    id: 'gradCamPlusPlus',
    parameters: ['layer'],
    needs: ['gradient', 'spatialLayer'],
    group: 'inside',
    complete: false,
    citation: 'Chattopadhay, Sarkar, Howlader, Balasubramanian 2018',
    url: 'https://arxiv.org/abs/1710.11063',
  },
  guidedGradCam: {
    id: 'guidedGradCam',
    parameters: ['layer'],
    needs: ['gradient', 'relu', 'spatialLayer'],
    group: 'inside',
    complete: false,
    citation: 'Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra 2017',
    url: 'https://arxiv.org/abs/1610.02391',
  },
  varGrad: {
    id: 'varGrad',
    parameters: ['sigma', 'samples'],
    needs: ['gradient'],
    group: 'gradient',
    complete: false,
    citation: 'Adebayo, Gilmer, Muelly, Goodfellow, Hardt, Kim 2018',
    url: 'https://arxiv.org/abs/1810.03292',
  },
  expectedGradients: {
    id: 'expectedGradients',
    parameters: ['samples', 'sigma', 'baseline'],
    needs: ['gradient'],
    group: 'gradient',
    complete: true,
    citation: 'Erion, Janizek, Sturmfels, Lundberg, Lee 2021',
    url: 'https://arxiv.org/abs/1906.10670',
  },
  occlusion: {
    id: 'occlusion',
    parameters: ['occlusionPatch', 'occlusionStride', 'cover'],
    needs: [],
    group: 'hiding',
    complete: false,
    citation: 'Zeiler, Fergus 2014',
    url: 'https://arxiv.org/abs/1311.2901',
  },
  rise: {
    id: 'rise',
    parameters: ['masks', 'cells', 'keepShare', 'cover'],
    needs: [],
    group: 'hiding',
    complete: false,
    citation: 'Petsiuk, Das, Saenko 2018',
    url: 'https://arxiv.org/abs/1806.07421',
  },
  kernelShap: {
    id: 'kernelShap',
    parameters: ['cells', 'coalitions', 'cover'],
    needs: [],
    group: 'hiding',
    complete: true,
    citation: 'Lundberg, Lee 2017',
    url: 'https://arxiv.org/abs/1705.07874',
  },
};

/** A channel-reduced attribution: `[height, width]`, row-major, finite. */
export interface AttributionMap {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** A map out of a file: `[height, width]`, row-major, in the precision it was saved with; not yet known to be finite. */
export interface FloatMap {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
}

/** Σ of the unreduced attribution against the output difference it must equal (logits). */
export interface CompletenessGap {
  readonly sum: number;
  readonly outputDifference: number;
  /** |sum − outputDifference| / |outputDifference|; null when the difference is 0. */
  readonly relative: number | null;
}
