import type { AttackProgress, AttackResult, AttackSettings } from '../domain/attack.ts';
import type { MethodId } from '../domain/attribution.ts';
import type { GradientCheck, ParityCheck } from '../domain/backend.ts';
import type { BeliefFinding } from '../domain/belief.ts';
import type { GalleryEntry } from '../domain/gallery.ts';
import type { Margin, MarginVisit } from '../domain/margin.ts';
import type { JudgedAnalysis } from '../domain/regimes.ts';
import type { Mask } from '../domain/truth.ts';
import type { ModelRequest, Operation } from './operation.ts';

/** A request about a result that stands: the class its maps explain is known. */
interface StudyRequest extends ModelRequest {
  readonly targetClass: number;
}

/**
 * Operations of `analysis.worker.ts` for studies: what somebody asks for beside the main result. A part that
 * comes again (its worker was replaced) takes the place of the first.
 */
export interface StudyOperations {
  margin: Operation<
    StudyRequest & { readonly gradientCheck: GradientCheck; readonly parity: ParityCheck | null },
    MarginVisit,
    Margin
  >;
  /** A part for every step. */
  attack: Operation<
    StudyRequest & { readonly attack: AttackSettings; readonly region: Mask | null },
    AttackProgress,
    AttackResult
  >;
  belief: Operation<
    StudyRequest & { readonly mask: Mask | null },
    BeliefFinding,
    readonly BeliefFinding[]
  >;
  /** One method of the gallery. */
  gallery: Operation<StudyRequest & { readonly method: MethodId }, never, GalleryEntry>;
  /** One model of a family. */
  judge: Operation<ModelRequest, never, JudgedAnalysis>;
}
