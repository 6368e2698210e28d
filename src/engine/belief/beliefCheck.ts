import type { Explanation } from '../../domain/analysis.ts';
import type {
  BeliefFinding,
  BeliefReason,
  BeliefReference,
  BeliefVerdict,
} from '../../domain/belief.ts';
import type { ModelInput } from '../../domain/picture.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Mask } from '../../domain/truth.ts';
import type { Engine } from '../engine.ts';

/** What a check works on. */
export interface BeliefContext {
  readonly engine: Engine;
  readonly input: ModelInput;
  readonly settings: Settings;
  /** The class that is explained. */
  readonly targetClass: number;
  /** The heatmap under examination, and what the model said. Its map is not constant. */
  readonly original: Explanation;
  /** Where the defect is, as large as the map; null when nobody said. */
  readonly mask: Mask | null;
  /** To be awaited between micro-batches: lets a cancel in. */
  readonly checkpoint: () => Promise<void>;
}

/** What a check finds; its name and time are added by whoever runs it. */
export type BeliefAnswer = Omit<BeliefFinding, 'id' | 'durationMs'>;

/** One check, in its own file. No tensor stays behind, and the model is as it was. */
export type BeliefCheck = (context: BeliefContext) => Promise<BeliefAnswer>;

/** The answer of a check that cannot be made. */
export const cannotSay = (reason: BeliefReason): BeliefAnswer => ({
  verdict: 'cannotSay',
  reason,
  value: null,
  reference: null,
  evidence: null,
});

/** Verdict and reason by a number's place between two limits: beyond the first, beyond the second, beyond neither. */
export function judged(
  isBeyond: (limit: number) => boolean,
  limits: { readonly pass: number; readonly doubtful: number },
  reasons: readonly [pass: BeliefReason, doubtful: BeliefReason, fail: BeliefReason],
): { readonly verdict: BeliefVerdict; readonly reason: BeliefReason } {
  if (isBeyond(limits.pass)) return { verdict: 'pass', reason: reasons[0] };
  if (isBeyond(limits.doubtful)) return { verdict: 'doubtful', reason: reasons[1] };
  return { verdict: 'fail', reason: reasons[2] };
}

/** Mean and standard deviation (n − 1) of at least two numbers. */
export function referenceOf(values: readonly number[]): BeliefReference {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (values.length - 1)) };
}
