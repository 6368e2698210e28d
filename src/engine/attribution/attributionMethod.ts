import {
  type AttributionSettings,
  type CompletenessGap,
  METHODS,
} from '../../domain/attribution.ts';
import { drawsAtRandom, phaseCount, spinsOf } from '../../domain/attributionRules.ts';
import type { ModelInput } from '../../domain/picture.ts';
import type { LoadedModel } from '../model/loadedModel.ts';

/** Everything a method may use. Pictures share micro-batches; each gets its own attribution. */
export interface AttributionContext {
  readonly model: LoadedModel;
  /** Pixel scale 0…1, all of the model's input size. */
  readonly inputs: readonly ModelInput[];
  readonly targetClass: number;
  readonly settings: AttributionSettings;
  readonly seed: number;
  /** Called between micro-batches with gradients done of gradients in all; throws when cancelled. */
  readonly checkpoint: (done: number, total: number) => Promise<void>;
}

/** Signed, `[h, w, channels]`, with respect to x in the model's own range; finite. */
export interface Attribution {
  readonly values: Float32Array<ArrayBuffer>;
  /** Those of the picture; 1 for methods that give one number per pixel. */
  readonly channels: number;
  /** Null for methods without a completeness law. */
  readonly completenessGap: CompletenessGap | null;
  /** Logits of the picture, `[classes]`, from a method that heard them on its way. */
  readonly logits?: Float32Array;
}

/**
 * One attribution method, in its own file, named as in its paper. Attributions come in the order
 * of `inputs`, and one picture's does not depend on which others stand beside it.
 * @throws Problem `non-finite-gradient`, `cancelled`; no tensor stays behind
 */
export type AttributionMethod = (context: AttributionContext) => Promise<Attribution[]>;

/**
 * Text that is equal for two requests exactly when the attribution kept for them is bound to be equal:
 * only the settings the method uses, and the seed only where it draws. Cycle spinning keeps reduced maps.
 */
export function attributionKey(
  settings: AttributionSettings,
  seed: number,
  totalStride: number,
): string {
  const { method, reduction } = settings;
  const used = METHODS[method].parameters.map((name) => `${name}=${settings[name]}`);
  const spins = spinsOf(settings);
  const spun = spins > 1 ? [`spins=${spins}`, reduction] : [];
  const drawn = draws(settings, totalStride) ? `seed=${seed}` : '';
  return [method, ...used, ...spun, drawn].join(' ');
}

/** Whether another seed gives another attribution: the method draws, or spinning draws the shifts it visits. */
export function draws(settings: AttributionSettings, totalStride: number): boolean {
  const spins = spinsOf(settings);
  return drawsAtRandom(settings) || (spins > 1 && spins < phaseCount(totalStride));
}
