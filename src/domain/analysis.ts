import type { Abilities } from './abilities.ts';
import type { AttributionMap, CompletenessGap } from './attribution.ts';
import type { BackendInfo, GradientCheck, ParityCheck } from './backend.ts';
import type { ModelCard } from './model.ts';
import type { Motion, PerturbationSettings, PerturbationSize } from './perturbation.ts';
import type { ModelInput } from './picture.ts';

/** What the model said of one picture, and why. */
export interface Explanation {
  /** The picture as the model saw it, pixel scale 0…1. */
  readonly input: ModelInput;
  /** One per class, before softmax. */
  readonly logits: Float32Array<ArrayBuffer>;
  /** Softmax of the logits, one per class. */
  readonly probabilities: Float32Array<ArrayBuffer>;
  readonly predictedClass: number;
  readonly map: AttributionMap;
  /** Null for methods without a completeness law. */
  readonly completenessGap: CompletenessGap | null;
  /** The map is zero everywhere (of a gradient method: so is the gradient): there is no explanation to draw. */
  readonly deadGradient: boolean;
  /** The softmax shows the largest probability as 1: probabilities do not react any more, logits do. */
  readonly saturated: boolean;
}

/** A perturbed picture, explained. */
export interface PerturbedExplanation extends Explanation {
  readonly perturbation: PerturbationSettings;
  readonly size: PerturbationSize;
  /** How the part moved; null when the perturbation is not geometric. */
  readonly motion: Motion | null;
}

/** One picture before and after one perturbation: everything that needs the model. */
export interface Analysis {
  readonly card: ModelCard;
  readonly backend: BackendInfo;
  /** Class both maps explain. */
  readonly targetClass: number;
  /** What the model offers to every method, not only to the one that ran. */
  readonly abilities: Abilities;
  readonly gradientCheck: GradientCheck;
  /** The original's map against the same on the cpu backend; null until somebody asks for it. */
  readonly parity: ParityCheck | null;
  readonly original: Explanation;
  readonly perturbed: PerturbedExplanation;
  readonly durationMs: number;
}

/**
 * One place of a sweep. It carries the map but not the perturbed picture, which is made again
 * (in well under a frame) when somebody looks at it: a shift map holds hundreds of places.
 */
export interface SweepPoint {
  /** Position in the order computed. */
  readonly index: number;
  /** Number of places of the whole sweep. */
  readonly total: number;
  /** Abscissa on the stability curve: distance in pixels, or strength; null on the shift map. */
  readonly at: number | null;
  readonly perturbation: PerturbationSettings;
  readonly size: PerturbationSize;
  readonly motion: Motion | null;
  readonly probabilities: Float32Array<ArrayBuffer>;
  readonly predictedClass: number;
  readonly map: AttributionMap;
  readonly deadGradient: boolean;
}

/** Which sweep: the stability curve, or every shift within reach. */
export type SweepKind = 'curve' | 'shiftMap';

/** Which places of a sweep one worker visits: every `of`-th, from `index` on. */
export interface SweepShare {
  readonly index: number;
  readonly of: number;
}
