import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Abilities } from '../domain/abilities.ts';
import type { Analysis, Explanation, SweepPoint } from '../domain/analysis.ts';
import type { AttackId } from '../domain/attack.ts';
import type { Reduction } from '../domain/attribution.ts';
import type { BackendId } from '../domain/backend.ts';
import type { ScoredPair } from '../domain/judgement.ts';
import type { Language } from '../domain/language.ts';
import type { MapPair } from '../domain/mapFile.ts';
import type { Localised, ModelCard } from '../domain/model.ts';
import type { Background } from '../domain/picture.ts';
import type { Problem } from '../domain/problem.ts';
import type { Profile } from '../domain/profile.ts';
import type { Progress } from '../domain/progress.ts';
import type {
  KwSurface,
  PairDetails,
  PairPValues,
  PairScores,
  ScoreSettings,
  Sensitivity,
  Thresholds,
} from '../domain/score.ts';
import type { ReportSession } from '../domain/session.ts';
import type { Settings } from '../domain/settings.ts';
import type { Mask, PairTruth } from '../domain/truth.ts';
import type { ColourMapId, HeatmapViewId } from '../domain/view.ts';
import type { OpenedMask, OpenedPicture, ShownPerturbation } from '../workers/protocol.ts';
import type { AttackAsked } from './attack.ts';
import { type EvidenceState, NO_EVIDENCE } from './evidence.ts';
import { NO_STUDIES, type Studies } from './study.ts';

/** A mask of the defect: a file, as it came. */
export interface MaskFile {
  readonly name: string;
  readonly file: Blob;
}

/** A picture file the user chose, or a sample. The file itself is the truth; pixels are a cache. */
export interface PictureFile {
  /** Unique in the session. */
  readonly id: string;
  readonly name: string;
  readonly file: Blob;
  readonly source: 'sample' | 'file' | 'folder' | 'paste';
  /** Shipped with the picture; null when there is none. */
  readonly mask?: MaskFile | null;
}

/** A picture shipped with the product. */
export interface Sample {
  readonly file: string;
  /** Class of the sample model it shows. */
  readonly label: string;
  readonly name: Localised;
  /** File of the mask of its defect; absent for a sound part. */
  readonly mask?: string;
}

/** What the user asks for. `generation` grows with every change that needs the model. */
export interface Asked {
  readonly picture: PictureFile | null;
  readonly background: Background;
  readonly settings: Settings;
  /** Backend chosen by hand; null leaves the choice to the engine. */
  readonly backend: BackendId | null;
  readonly generation: number;
}

/** A report that was opened, and the settings that were taken from it. */
export interface Restored {
  readonly file: PictureFile;
  readonly settings: Settings;
  readonly session: ReportSession;
}

/** What was computed, with everything it was computed from. */
export interface Result {
  readonly file: PictureFile;
  readonly picture: OpenedPicture;
  readonly settings: Settings;
  readonly analysis: Analysis;
}

/** The current pair scored, with the k, w and thresholds it was scored for. */
export interface Scored extends ScoredPair {
  readonly settings: ScoreSettings;
  readonly thresholds: Thresholds;
}

/** Where the comparison of the map with the one of the cpu backend stands. */
export type ParityRun =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress | null }
  | { readonly status: 'failed'; readonly problem: Problem };

export type SweepStatus = 'idle' | 'waiting' | 'running' | 'ready' | 'cancelled' | 'failed';

/** Two maps of another tool instead of a picture and a model. */
export interface MapsState extends MapPair {
  /** The files they came from, original first: read again for another reduction. */
  readonly files: readonly [File, File];
  readonly reduction: Reduction;
  readonly score: ScoreSettings;
  /** Of the k and w it carries. */
  readonly scored: Scored;
}

/** A sweep as far as it has come. `scores[i]` belongs to `points[i]`; null until scored. */
export interface SweepState {
  readonly status: SweepStatus;
  readonly total: number;
  readonly points: readonly SweepPoint[];
  readonly scores: readonly (PairScores | null)[];
  /** The k and w of `scores`; null before the first scoring. */
  readonly scoredFor: ScoreSettings | null;
}

/** What is known of a pair beyond the scores that answer within a frame. */
export interface PairKnowledge {
  readonly id: string;
  /** For the k and w they carry. */
  readonly details: PairDetails | null;
  readonly pValues: PairPValues | null;
  readonly surface: KwSurface | null;
}

/** A pair held against the mask, with the mask where the part went. */
export interface TruthOfPair extends PairTruth {
  readonly id: string;
  readonly moved: Mask;
}

/** Where the defect of the result's picture is. */
export interface TruthState {
  /** A mask that is being read. */
  readonly opening: MaskFile | null;
  /** The mask that is on, with its file: another model sees it in another size. */
  readonly opened: (OpenedMask & { readonly file: MaskFile }) | null;
  /** The pairs shown last, newest first. */
  readonly pairs: readonly TruthOfPair[];
}

/** A place of a sweep, or the picture an attack found, looked at in the views instead of the chosen perturbation. */
export interface Preview {
  readonly shown: ShownPerturbation;
  readonly scored: Scored;
  /** The picture an attack found instead; its size stands for the change. */
  readonly attack?: { readonly id: AttackId; readonly epsilon: number };
}

export type Run =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress | null; readonly since: number }
  | { readonly status: 'failed'; readonly problem: Problem };

export type ThemeChoice = 'system' | 'light' | 'dark';

/** How things are shown. Nothing here ever starts a computation. */
export interface View {
  readonly mode: HeatmapViewId;
  readonly colourMap: ColourMapId;
  /** Heatmap over picture, 0…1. */
  readonly opacity: number;
  /** Clip the colour domain at the 99.5th percentile instead of the maximum. */
  readonly robustScale: boolean;
  /** Overlap view after undoing the motion. */
  readonly alignedOverlap: boolean;
  /** Curve and shift map show corrected scores instead of values. */
  readonly corrected: boolean;
  /** Heatmaps carry the outline of the defect, where a mask is on. */
  readonly defectOutline: boolean;
  readonly language: Language;
  readonly theme: ThemeChoice;
}

export interface AppState {
  readonly cards: readonly ModelCard[];
  readonly samples: readonly Sample[];
  /** Pictures of the last folder pick or multiple drop, in name order. */
  readonly folder: readonly PictureFile[];
  readonly asked: Asked;
  /** What each model offers, by its id, once it has run. */
  readonly abilities: Readonly<Record<string, Abilities>>;
  readonly result: Result | null;
  /** The report whose session was taken over last; null once a picture was opened. */
  readonly restored: Restored | null;
  /** The original's explanation, shown as soon as it is there, before the pair is complete. */
  readonly early: { readonly picture: OpenedPicture; readonly original: Explanation } | null;
  readonly scored: Scored | null;
  readonly preview: Preview | null;
  /** Shown instead of the result; null when pictures are looked at. */
  readonly maps: MapsState | null;
  /** A map that waits for the second. */
  readonly waitingMap: File | null;
  /** Slower scores of the pairs shown last, newest first. */
  readonly knowledge: readonly PairKnowledge[];
  readonly truth: TruthState;
  /** The comparison with the cpu backend under way; what it found is in the result. */
  readonly parity: ParityRun;
  /** What was asked for beside the result. */
  readonly studies: Studies;
  /** Results of the experiments, read when the Evidence screen is first opened. */
  readonly evidence: EvidenceState;
  /** What is asked of an attack on the explanation; null as long as nothing was chosen. */
  readonly attack: AttackAsked | null;
  /** How far the explanation moves over the finished curve; null until then. */
  readonly sensitivity: Sensitivity | null;
  /** Every piece of the evidence is on the screen: it is drawn after the first answer. */
  readonly evidenceDrawn: boolean;
  readonly curve: SweepState;
  readonly shiftMap: SweepState;
  readonly run: Run;
  /** Progress of the sweep that runs now; null when none does. */
  readonly sweepProgress: { readonly progress: Progress; readonly since: number } | null;
  /** Things to tell that are not failures of the run: settings of a hand-edited URL, files left out. */
  readonly notices: readonly Problem[];
  readonly view: View;
  /** Taken over last: k, w and thresholds are its own or were changed since; null where none was. */
  readonly profile: Profile | null;
  /** Settings that undo goes back to, oldest first. */
  readonly past: readonly Settings[];
}

/** Steps of undo that are kept. */
const UNDO_STEPS = 100;

/** Settings to go back to, once those asked for now are left. */
export const pastWithNow = ({ past, asked }: AppState): readonly Settings[] =>
  [...past, asked.settings].slice(-UNDO_STEPS);

export type AppStore = StoreApi<AppState>;

export const EMPTY_SWEEP: SweepState = {
  status: 'idle',
  total: 0,
  points: [],
  scores: [],
  scoredFor: null,
};

export const NO_TRUTH: TruthState = { opening: null, opened: null, pairs: [] };

/** The state before the first picture. */
export function createAppStore(initial: {
  readonly cards: readonly ModelCard[];
  readonly samples: readonly Sample[];
  readonly settings: Settings;
  readonly backend?: BackendId | null;
  readonly notices: readonly Problem[];
  readonly view: View;
}): AppStore {
  return createStore<AppState>(() => ({
    cards: initial.cards,
    samples: initial.samples,
    folder: [],
    asked: {
      picture: null,
      background: 'white',
      settings: initial.settings,
      backend: initial.backend ?? null,
      generation: 0,
    },
    abilities: {},
    result: null,
    restored: null,
    early: null,
    scored: null,
    preview: null,
    maps: null,
    waitingMap: null,
    knowledge: [],
    truth: NO_TRUTH,
    parity: { status: 'idle' },
    studies: NO_STUDIES,
    evidence: NO_EVIDENCE,
    attack: null,
    sensitivity: null,
    evidenceDrawn: false,
    curve: EMPTY_SWEEP,
    shiftMap: EMPTY_SWEEP,
    run: { status: 'idle' },
    sweepProgress: null,
    notices: initial.notices,
    view: initial.view,
    profile: null,
    past: [],
  }));
}
