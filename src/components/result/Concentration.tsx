import { type ReactNode, useContext } from 'react';
import type { Concentration as ConcentrationOf } from '../../domain/score.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { Check } from './Check.tsx';
import { useKnownScores } from './useKnownScores.ts';

/** How concentrated both maps are, and on how many places. */
export function Concentration(): ReactNode {
  const { text, format } = useContext(SpeechContext);
  const known = useKnownScores();
  const words = text.scores.concentration;
  const found = known?.details?.concentration;
  const both = (of: (map: ConcentrationOf) => string) =>
    found
      ? text.report.beforeAfter({ before: of(found.original), after: of(found.perturbed) })
      : null;
  const same = known?.details?.k === known?.scores.k;
  return (
    <>
      <Check
        name={words.regionCount}
        meaning={words.regionCountMeaning}
        value={same ? both(({ regionCount }) => format.integer(regionCount)) : null}
      />
      <Check
        name={words.gini}
        meaning={words.giniMeaning}
        value={both(({ gini }) => format.score(gini))}
      />
      <Check
        name={words.entropy}
        meaning={words.entropyMeaning}
        value={both(({ entropy }) => format.score(entropy))}
      />
    </>
  );
}
