import type { SweepKind } from '../domain/analysis.ts';
import type { AttackResult } from '../domain/attack.ts';
import type { AttributionSettings } from '../domain/attribution.ts';
import type { BackendId } from '../domain/backend.ts';
import type { BeliefFinding } from '../domain/belief.ts';
import type { PerturbationSettings } from '../domain/perturbation.ts';
import type { Background } from '../domain/picture.ts';
import type { Problem } from '../domain/problem.ts';
import type { Profile } from '../domain/profile.ts';
import type { ScoreSettings, Thresholds } from '../domain/score.ts';
import type { TruthOfFile } from '../domain/truth.ts';
import type { AttackFound } from './attack.ts';
import type { SettledScores } from './details.ts';
import type { Maps } from './maps.ts';
import type { Parity } from './parity.ts';
import type { Asked, PictureFile, Sample, View } from './store.ts';
import type { Truth } from './truth.ts';

/** What studies found for the result and the settings in force; null where one was not run for them. */
export interface FoundForResult {
  readonly belief: readonly BeliefFinding[] | null;
  readonly attack: AttackResult | null;
}

/** Everything the page can ask for. Only the controller writes results into the store. */
export interface Controller {
  /** Opens files from the button, a drop or the clipboard: the first at once, several as a list. */
  readonly openFiles: (files: readonly File[], source: PictureFile['source']) => void;
  /** What two maps of another tool are compared by. */
  readonly maps: Omit<Maps, 'open' | 'refresh' | 'reload'>;
  /** The mask that the heatmaps of a picture are held against. */
  readonly mask: Pick<Truth, 'open' | 'remove'>;
  /** Holds the map on the screen against the one of the cpu backend. */
  readonly parity: Parity;
  /** Told by the screen when every piece of the evidence is drawn. */
  readonly evidenceDrawn: () => void;
  /** Opens a picture together with what is asked of it. */
  readonly openWith: (
    picture: PictureFile,
    asked: Pick<Asked, 'settings' | 'background' | 'backend'>,
  ) => void;
  readonly openSample: (sample: Sample) => Promise<void>;
  /** Opens a picture of the list. */
  readonly choosePicture: (id: string) => void;
  readonly setBackground: (background: Background) => void;
  readonly setModel: (modelId: string) => void;
  readonly setBackend: (backend: BackendId | null) => void;
  readonly setAttribution: (change: Partial<AttributionSettings>) => void;
  readonly setPerturbation: (change: Partial<PerturbationSettings>) => void;
  readonly setScore: (change: Partial<ScoreSettings>) => void;
  readonly setThresholds: (change: Partial<Thresholds>) => void;
  /** Takes over k, w and thresholds of a profile, or lets go of it and keeps them; one that does not fit the model is told. */
  readonly setProfile: (profile: Profile | null) => void;
  readonly setSeed: (seed: number) => void;
  readonly setView: (change: Partial<View>) => void;
  /** Looks at a computed place of a sweep; null goes back to the chosen perturbation. */
  readonly preview: (place: { readonly kind: SweepKind; readonly index: number } | null) => void;
  /** Looks at the picture an attack found; null goes back. */
  readonly lookAtAttack: (found: AttackFound | null) => void;
  /** Back to the model's default settings. */
  readonly reset: () => void;
  readonly undo: () => void;
  /** Ends the run or sweep under way; what was computed stays. */
  readonly cancel: () => void;
  /** Starts the same request again after a failure or a cancel. */
  readonly retry: () => void;
  /** Shows a problem that is no failure of the run. */
  readonly tell: (problem: Problem) => void;
  readonly dismissNotices: () => void;
  /** Every slower score of the result for the present k and w, and its truth, computed now if need be; with what studies found for it. */
  readonly settledScores: () => Promise<
    SettledScores & FoundForResult & { readonly truth: TruthOfFile | null }
  >;
}
