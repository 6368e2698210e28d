import { useMemo } from 'react';
import type { KnownScores } from '../../domain/allScores.ts';
import { shownKnowledge } from '../../state/details.ts';
import { useApp } from '../storeContext.ts';

/** Everything known of the pair on the screen: two maps, the place looked at, or the result. */
export function useKnownScores(): KnownScores | null {
  const scored = useApp(({ maps, preview, scored: own }) => maps?.scored ?? preview?.scored ?? own);
  const knowledge = useApp(shownKnowledge);
  return useMemo(
    () =>
      scored && {
        scores: scored.scores,
        details: knowledge?.details ?? null,
        pValues: knowledge?.pValues ?? null,
      },
    [scored, knowledge],
  );
}
