import type { AttackResult } from '../domain/attack.ts';
import type { BeliefFinding } from '../domain/belief.ts';
import type { GalleryEntry } from '../domain/gallery.ts';
import type { Margin, MarginVisit } from '../domain/margin.ts';
import type { Problem } from '../domain/problem.ts';
import type { Progress } from '../domain/progress.ts';
import type { RegimeFinding } from '../domain/regimes.ts';
import type { Settings } from '../domain/settings.ts';
import type { AttackSoFar } from './attack.ts';
import type { Result } from './store.ts';

/** What a study was computed from. */
export interface StudyBasis {
  /** `studyKey` of what was asked for when it began: with another one it is out of date. */
  readonly key: string;
  readonly result: Result;
  /** Those of the result, with the k, w and thresholds asked for when it began. */
  readonly settings: Settings;
}

interface Begun<Part> {
  readonly basis: StudyBasis;
  /** In the order they came. */
  readonly parts: readonly Part[];
}

/**
 * A study: a computation that somebody asks for beside the main result, with parts that are shown as soon as they
 * are there. What was found stays on the screen until the study is run again, whatever becomes of it.
 */
export type Study<Part, Outcome> =
  | { readonly status: 'idle' }
  | (Begun<Part> & {
      readonly status: 'running';
      readonly progress: Progress | null;
      /** When it began, milliseconds since 1970. */
      readonly since: number;
    })
  | (Begun<Part> & { readonly status: 'ready'; readonly outcome: Outcome })
  | (Begun<Part> & { readonly status: 'cancelled' })
  | (Begun<Part> & { readonly status: 'failed'; readonly problem: Problem });

/** Every study of the page, in the order of the panels. */
export interface Studies {
  readonly margin: Study<MarginVisit, Margin>;
  readonly regimes: Study<RegimeFinding, null>;
  readonly attack: Study<AttackSoFar, AttackResult>;
  readonly belief: Study<BeliefFinding, readonly BeliefFinding[]>;
  readonly gallery: Study<GalleryEntry, null>;
}
export type StudyId = keyof Studies;

export const NO_STUDIES: Studies = {
  margin: { status: 'idle' },
  regimes: { status: 'idle' },
  attack: { status: 'idle' },
  belief: { status: 'idle' },
  gallery: { status: 'idle' },
};
