import type {
  Analysis,
  Explanation,
  PerturbedExplanation,
  SweepKind,
  SweepPoint,
  SweepShare,
} from '../domain/analysis.ts';
import type { FloatMap, Reduction } from '../domain/attribution.ts';
import type { BackendTimes, ParityCheck } from '../domain/backend.ts';
import type { CalibrationPicture } from '../domain/calibration.ts';
import type { JudgedOn, ScoredPair } from '../domain/judgement.ts';
import type { MapFile } from '../domain/mapFile.ts';
import type { InputSpec, ModelCard } from '../domain/model.ts';
import type { Motion, PerturbationSettings } from '../domain/perturbation.ts';
import type { ModelInput, PictureInfo, Rgb } from '../domain/picture.ts';
import type { PictureRow } from '../domain/pictureRow.ts';
import type { ProblemCode, ProblemDetail } from '../domain/problem.ts';
import type { Calibrated } from '../domain/profile.ts';
import type { Progress } from '../domain/progress.ts';
import type { RowSummary } from '../domain/rowSummary.ts';
import type {
  KwSurface,
  PairDetails,
  PairPValues,
  PairScores,
  ScoreSettings,
  Sensitivity,
} from '../domain/score.ts';
import type { ReportSession } from '../domain/session.ts';
import type { Mask, PairTruth } from '../domain/truth.ts';
import type { ModelRequest, Operation } from './operation.ts';
import type { SetOperations } from './setProtocol.ts';
import type { StudyOperations } from './studyProtocol.ts';

/** A decoded picture: its facts, a preview for the page, and what the model will see. */
export interface OpenedPicture {
  readonly info: PictureInfo;
  /** At most 512 pixels on the longer side, opaque RGBA. */
  readonly preview: {
    readonly width: number;
    readonly height: number;
    readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  };
  readonly input: ModelInput;
  /** What a report carries, when the file is one: then all else is made from the input it holds. Null for a picture. */
  readonly session: ReportSession | null;
}

/** A mask of the defect, as the model sees its picture. */
export interface OpenedMask {
  readonly name: string;
  /** Of the file, lower-case hexadecimal. */
  readonly sha256: string;
  /** As large as the model's input. */
  readonly mask: Mask;
}

/** `picture.worker.ts`: from a file to the model's input. */
export interface PictureOperations {
  open: Operation<
    {
      readonly file: Blob;
      readonly name: string;
      readonly background: Rgb;
      readonly spec: InputSpec;
    },
    never,
    OpenedPicture
  >;
  openMask: Operation<
    {
      readonly file: Blob;
      readonly name: string;
      /** Upright size of the picture it belongs to, pixels. */
      readonly picture: Pick<PictureInfo, 'height' | 'width'>;
      readonly spec: InputSpec;
    },
    never,
    OpenedMask
  >;
  openMap: Operation<
    { readonly file: Blob; readonly name: string; readonly reduction: Reduction },
    never,
    MapFile
  >;
}

/** `analysis.worker.ts`: everything that needs the model. */
export interface AnalysisOperations extends StudyOperations, SetOperations {
  /** `remembered`: what an earlier start on this machine measured of its backends. */
  analyse: Operation<
    ModelRequest & { readonly remembered: BackendTimes | null },
    Explanation,
    Analysis
  >;
  /** The map of the original again, on the backend asked for, held against the one given. */
  parity: Operation<
    ModelRequest & { readonly targetClass: number; readonly map: FloatMap },
    never,
    ParityCheck
  >;
  sweep: Operation<
    ModelRequest & {
      readonly targetClass: number;
      readonly kind: SweepKind;
      readonly share: SweepShare;
    },
    SweepPoint,
    { readonly total: number }
  >;
  /** Loads the files of a model's folder, by name, and lets it look at a picture: its card, or what is wrong. */
  checkModel: Operation<{ readonly files: Readonly<Record<string, Blob>> }, never, ModelCard>;
}

/**
 * `scores.worker.ts`: what must answer within a frame, no model needed. Maps are put once under an
 * id and scored as often as k and w move; after a crash they are put again.
 */
export interface ScoresOperations {
  putOriginal: Operation<{ readonly map: FloatMap }, never, null>;
  putPerturbed: Operation<
    { readonly id: string; readonly map: FloatMap; readonly motion: Motion | null },
    never,
    null
  >;
  /** A pair that has nothing to do with the original. */
  putMaps: Operation<
    {
      readonly id: string;
      readonly original: FloatMap;
      readonly perturbed: FloatMap;
      readonly motion: Motion | null;
    },
    never,
    null
  >;
  score: Operation<
    { readonly id: string; readonly settings: ScoreSettings; readonly facts: JudgedOn },
    never,
    ScoredPair
  >;
  scoreMany: Operation<
    { readonly ids: readonly string[]; readonly settings: ScoreSettings },
    never,
    readonly PairScores[]
  >;
  perturb: Operation<
    {
      readonly input: ModelInput;
      readonly perturbation: PerturbationSettings;
      readonly seed: number;
    },
    never,
    ModelInput
  >;
}

/** A part of what takes longer than a frame, as soon as it is there. */
export type DetailsPart =
  | { readonly kind: 'details'; readonly details: PairDetails }
  | { readonly kind: 'surface'; readonly surface: KwSurface }
  | { readonly kind: 'pValues'; readonly pValues: PairPValues };

/** `details.worker.ts`: scores that take longer than a frame, so that they never stand in the way of k and w. */
export interface DetailsOperations {
  details: Operation<
    {
      /** Equal for two requests with the same maps and motion. */
      readonly id: string;
      readonly original: FloatMap;
      readonly perturbed: FloatMap;
      readonly motion: Motion | null;
      readonly settings: ScoreSettings;
      /** The surface is wanted too; it depends on the maps alone. */
      readonly surface: boolean;
    },
    DetailsPart,
    null
  >;
  truth: Operation<
    {
      readonly original: FloatMap;
      readonly perturbed: FloatMap;
      readonly motion: Motion | null;
      /** As large as the maps; where the defect is in the original picture. */
      readonly mask: Mask;
    },
    never,
    PairTruth & { readonly moved: Mask }
  >;
  sensitivity: Operation<
    {
      readonly original: FloatMap;
      readonly perturbed: readonly { readonly map: FloatMap; readonly change: number }[];
    },
    never,
    Sensitivity
  >;
  /** k, w and thresholds at a false-alarm rate, for maps as large as the model's input. */
  calibrate: Operation<
    {
      readonly input: Pick<InputSpec, 'height' | 'width'>;
      readonly pictures: readonly CalibrationPicture[];
      readonly falseAlarmRate: number;
      readonly seed: number;
    },
    never,
    Calibrated
  >;
  /** What a set of pictures says, change by change. */
  summarise: Operation<
    { readonly rows: readonly PictureRow[]; readonly seed: number },
    never,
    readonly RowSummary[]
  >;
}

/** From the page to a worker. Ids never repeat. */
export type ToWorker =
  | {
      readonly type: 'request';
      readonly id: number;
      readonly name: string;
      readonly request: unknown;
    }
  | { readonly type: 'cancel'; readonly id: number };

/** From a worker to the page. Every request ends in exactly one `result` or `failed`. */
export type FromWorker =
  | {
      readonly type: 'ready';
      /** Name of a lock it holds as long as it lives; null where there are no locks. */
      readonly lock: string | null;
    }
  /** Nothing more will come from it. */
  | { readonly type: 'broken'; readonly code: ProblemCode; readonly message: string }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'partial'; readonly id: number; readonly partial: unknown }
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly code: ProblemCode;
      readonly detail: ProblemDetail;
      readonly message: string;
    };

/** A perturbed explanation put together on the page from a sweep point and its picture. */
export type ShownPerturbation = Pick<
  PerturbedExplanation,
  'map' | 'input' | 'perturbation' | 'motion' | 'predictedClass' | 'probabilities' | 'size'
>;
