import type { AttributionMap } from '../../domain/attribution.ts';
import type { ScoreSettings } from '../../domain/score.ts';
import type { Mask } from '../../domain/truth.ts';

/** What the network itself says of a picture. */
export interface Sight {
  /** Σ|attribution| over the channels. */
  readonly map: AttributionMap;
  readonly logits: Float32Array;
  readonly probabilities: Float32Array<ArrayBuffer>;
  readonly predictedClass: number;
}

/** What a goal is set by. */
export interface Target {
  readonly original: Sight;
  readonly score: ScoreSettings;
  /** The painted region, of the map's size; null where an attack needs none. */
  readonly region: Mask | null;
}

/** What an attack wants of a picture. */
export interface AttackGoal {
  /** Its score, against the original; NaN where the sight has none (a map that is zero). */
  measure(sight: Sight): number;
  /** What unrelated maps would score; null where there is no such line. */
  readonly chance: number | null;
  /** What is climbed, step by step: the smooth side of the score. */
  readonly climb: MapClimb | LogitClimb;
}

/** A height over maps. */
export interface MapClimb {
  readonly of: 'map';
  /** Of a map normalised to sum h·w; the higher, the more the attacker has. */
  height(map: Float64Array): number;
  /** ∂height/∂map, through the normalisation, one for each pixel. */
  slope(map: Float64Array): Float64Array;
}

/** The height is the lead of the largest other logit over that of one class. */
export interface LogitClimb {
  readonly of: 'logits';
  readonly against: number;
}

/** One attack, in its own file. */
export type Attack = (target: Target) => AttackGoal;
