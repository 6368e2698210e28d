import type { CurveSeriesId } from '../charts/curve.ts';
import type { Baseline, MethodId, NumberParameter, Reduction } from '../domain/attribution.ts';
import type { BackendId, BackendReason, Precision } from '../domain/backend.ts';
import type { Language } from '../domain/language.ts';
import type { Fit, Regime } from '../domain/model.ts';
import type { MotionKind } from '../domain/motion.ts';
import type {
  BorderMode,
  CaptionNumbers,
  PerturbationId,
  StrengthUnit,
} from '../domain/perturbation.ts';
import type { PictureNote } from '../domain/picture.ts';
import type { ProfileStanding } from '../domain/profile.ts';
import type {
  ScoreGap,
  ScoreId,
  VerdictId,
  VerdictNumbers,
  VerdictReason,
} from '../domain/score.ts';
import type { TruthId } from '../domain/truth.ts';
import type { BeliefWords } from './beliefText.ts';

/** How numbers are written in the language of the report. */
export interface ReportFormat {
  integer(value: number): string;
  share(value: number | null): string;
  score(value: number | null): string;
  pValue(value: number | null): string;
  number(value: number | null, digits?: number): string;
  signed(value: number, digits?: number): string;
  duration(milliseconds: number): string;
}

type Names<Id extends string> = Readonly<Record<Id, string>>;

/** The report's own section of a language catalogue. */
export interface ReportText {
  readonly title: string;
  readonly picture: string;
  readonly original: string;
  readonly perturbed: string;
  readonly difference: string;
  readonly differenceCaption: string;
  readonly weaker: string;
  readonly stronger: string;
  readonly explains: (n: { method: string; name: string }) => string;
  readonly samePixels: string;
  readonly withinWindow: (n: { w: string }) => string;
  readonly afterUndoing: string;
  readonly chance: (n: { share: string }) => string;
  readonly oneScale: string;
  readonly oneScaleRobust: string;
  readonly stride: (n: { stride: string }) => string;
  readonly curveEmpty: string;
  readonly settings: string;
  readonly model: string;
  readonly computed: string;
  readonly method: string;
  readonly perturbation: string;
  /** Heading and a label of the report on two maps. */
  readonly maps: string;
  readonly mask: string;
  readonly shiftBetween: string;
  readonly agreesFrom: string;
  readonly chanceUpTo: string;
  readonly profile: string;
  readonly profileOf: (standing: ProfileStanding) => string;
  readonly name: string;
  readonly size: string;
  readonly pictureNotes: Names<PictureNote>;
  readonly backend: string;
  readonly chosenBecause: string;
  readonly version: string;
  readonly date: string;
  readonly time: string;
  readonly restore: string;
  readonly beforeAfter: (n: { before: string; after: string }) => string;
  readonly gradientError: (n: { error: string; directions: string }) => string;
  readonly parity: string;
  readonly parityPassed: (n: { difference: string }) => string;
  readonly parityFailed: (n: { difference: string }) => string;
  readonly saturated: string;
}

/** The parts of a language catalogue that a report speaks with; the catalogues of `src/i18n` have this shape. */
export interface ReportWords {
  readonly report: ReportText;
  readonly belief: BeliefWords;
  readonly methods: Readonly<Record<MethodId, { readonly name: string }>>;
  readonly perturbations: Readonly<
    Record<
      PerturbationId,
      {
        readonly name: string;
        readonly caption: (n: CaptionNumbers) => string;
      }
    >
  >;
  readonly verdicts: {
    readonly next: string;
    readonly decisionStays: (n: { name: string }) => string;
    readonly maps: {
      readonly samePlaces: string;
      readonly zero: string;
      readonly next: Names<VerdictId>;
    };
    readonly motions: Names<MotionKind>;
    readonly headlines: Names<VerdictId>;
    readonly reasons: Readonly<
      Record<
        VerdictReason,
        {
          readonly because: (n: VerdictNumbers) => string;
          readonly next: (n: VerdictNumbers) => string;
        }
      >
    >;
  };
  readonly scores: {
    readonly table: string;
    readonly forSettings: (n: { k: string; share: string; w: string }) => string;
    readonly value: string;
    readonly chance: string;
    readonly corrected: string;
    readonly p: string;
    readonly aligned: string;
    readonly byId: Readonly<Record<ScoreId, { readonly name: string }>>;
    readonly gaps: Names<ScoreGap>;
    readonly tiedOriginal: string;
    readonly tiedPerturbed: string;
    readonly tiedBoth: string;
    readonly fewerSpots: (n: { k: string; before: string; after: string; w: string }) => string;
    readonly concentration: Names<'gini' | 'regionCount'>;
    readonly maxSensitivity: string;
    readonly localLipschitz: string;
  };
  readonly truth: {
    readonly byId: Readonly<Record<TruthId, { readonly short: string }>>;
    readonly hit: string;
    readonly miss: string;
    readonly readAgainst: (n: { scores: string; share: string }) => string;
  };
  readonly settings: {
    readonly reduction: { readonly label: string; readonly choices: Names<Reduction> };
    readonly baseline: { readonly label: string; readonly choices: Names<Baseline> };
    readonly cover: { readonly label: string };
    readonly parameters: Readonly<Record<NumberParameter, { readonly label: string }>>;
    readonly layer: { readonly label: string };
    readonly cycleSpinning: { readonly fact: (n: { phases: string }) => string };
    readonly border: { readonly label: string; readonly choices: Names<BorderMode> };
    readonly targetClass: { readonly label: string };
    readonly k: { readonly label: string };
    readonly windowRadius: { readonly label: string };
    readonly seed: { readonly label: string };
  };
  readonly backend: {
    readonly names: Names<BackendId>;
    readonly shortReasons: Names<BackendReason>;
    readonly precision: string;
    readonly precisions: Names<Precision>;
    readonly checkLabel: string;
    readonly checkFailed: string;
    readonly renderer: string;
  };
  readonly model: {
    readonly decision: string;
    readonly regime: string;
    readonly regimes: Names<Regime>;
    readonly fits: Names<Fit>;
    readonly accuracy: string;
    readonly balancedAccuracy: string;
    readonly totalStride: string;
    readonly completenessGap: string;
    readonly completenessNone: string;
    readonly saturatedLabel: string;
    readonly perturbationSize: string;
    readonly perturbationLinf: (n: { linf: string; l2: string }) => string;
    readonly decisionKept: (n: { name: string }) => string;
    readonly decisionChanged: (n: { before: string; after: string }) => string;
  };
  readonly picture: {
    readonly heading: string;
    readonly size: (n: { width: string; height: string }) => string;
    readonly asSeen: (n: { width: string; height: string; channels: number }) => string;
  };
  readonly figures: {
    readonly colourScale: {
      readonly value: string;
      readonly signed: string;
      readonly difference: string;
    };
    readonly curve: {
      readonly title: string;
      readonly xAxis: Names<'px' | StrengthUnit>;
      readonly series: Names<CurveSeriesId>;
      readonly chance: string;
      readonly current: string;
      readonly decisionChanged: string;
    };
  };
}

/** One language: words and number formats. */
export interface ReportSpeech {
  readonly language: Language;
  readonly text: ReportWords;
  readonly format: ReportFormat;
}
