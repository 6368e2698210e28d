import type { AttackSettings } from '../../domain/attack.ts';
import type { AttributionSettings } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import type { ScoreSettings } from '../../domain/score.ts';
import type { Mask } from '../../domain/truth.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import type { Sight } from './attackGoal.ts';

/** One attack on one picture, and all it may use. */
export interface AttackRun {
  readonly model: LoadedModel;
  readonly input: ModelInput;
  readonly settings: AttackSettings;
  readonly attribution: AttributionSettings;
  /** Seed of the method's own noise. */
  readonly seed: number;
  /** Class the maps explain. */
  readonly targetClass: number;
  readonly score: ScoreSettings;
  readonly region: Mask | null;
  /** What the network itself says of pictures. */
  look(inputs: readonly ModelInput[]): Promise<Sight[]>;
  /** Told how many of the steps are done; throws when cancelled. */
  checkpoint(done: number, total: number): Promise<void>;
}
