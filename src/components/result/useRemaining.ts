import { useState } from 'react';
import type { Progress } from '../../domain/progress.ts';

/** Too early to say anything, milliseconds. */
const PATIENCE = 700;

interface Pace {
  readonly stage: Progress['stage'] | null;
  readonly startedAt: number;
  readonly startedWith: number;
  readonly progress: Progress | null;
  readonly remaining: number | null;
}

/** Time left from the pace of a stage since it began. */
function advance(pace: Pace, progress: Progress, now: number): Pace {
  const { stage, done, total } = progress;
  if (stage !== pace.stage)
    return { stage, startedAt: now, startedWith: done, progress, remaining: null };
  const [elapsed, steps] = [now - pace.startedAt, done - pace.startedWith];
  const known = elapsed > PATIENCE && steps > 0;
  return { ...pace, progress, remaining: known ? (elapsed / steps) * (total - done) : null };
}

/** Milliseconds left of the stage under way; null while that cannot be told. */
export function useRemaining(progress: Progress | null, since: number): number | null {
  const [pace, setPace] = useState<Pace>({
    stage: null,
    startedAt: since,
    startedWith: 0,
    progress: null,
    remaining: null,
  });
  if (progress && progress !== pace.progress) setPace(advance(pace, progress, Date.now()));
  return pace.remaining;
}
