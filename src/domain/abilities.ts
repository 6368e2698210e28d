import { METHODS, type MethodId, type MethodNeed } from './attribution.ts';
import { Problem } from './problem.ts';

/** Why a method cannot run with a model. */
export interface Inability {
  /** What is lacking. */
  readonly need: MethodNeed;
  /** The operation or layer in the way; empty when nothing is there at all. */
  readonly got: string;
}

/** What a loaded model offers to the methods, on the backend that runs. */
export interface Abilities {
  /** Names of the layers with height and width, from the picture to the output. */
  readonly layers: readonly string[];
  /** Methods that cannot run, each with the first thing it lacks. */
  readonly unavailable: Readonly<Partial<Record<MethodId, Inability>>>;
}

/** In plain English, for logs and the command line. */
const NEEDED: Readonly<Record<MethodNeed, string>> = {
  gradient: 'a network whose operations all have a gradient',
  relu: 'a network with a ReLU',
  switches: 'max pooling, without which its map is the same for every picture',
  spatialLayer: 'a layer with height and width',
  layerRules: 'layers that all have a rule of relevance',
};

/** The inabilities of all methods, from what is lacking. */
export function unavailableMethods(
  lacking: Readonly<Partial<Record<MethodNeed, string>>>,
): Abilities['unavailable'] {
  return Object.fromEntries(
    Object.values(METHODS).flatMap(({ id, needs }) => {
      const need = needs.find((one) => lacking[one] !== undefined);
      return need ? [[id, { need, got: lacking[need] ?? '' }]] : [];
    }),
  );
}

/**
 * `lrp needs layers that all have a rule of relevance, got up_1 (UpSampling3D)`. `allowed` holds the need by
 * its id, for the page to put into words.
 */
export function methodUnavailable(method: MethodId, need: MethodNeed, got = ''): Problem {
  return new Problem(
    'method-unavailable',
    { what: method, allowed: need, got },
    `${method} needs ${NEEDED[need]}, got ${got || 'none'}`,
  );
}
