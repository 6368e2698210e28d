import { type ReactNode, useContext } from 'react';
import { TRUTH_IDS } from '../../domain/truth.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { truthValue } from '../../report/truthText.ts';
import { shownTruth } from '../../state/truth.ts';
import { useApp } from '../storeContext.ts';
import { Check } from './Check.tsx';

/** How well both heatmaps point at the defect; nothing without a mask. */
export function Truth(): ReactNode {
  const speech = useContext(SpeechContext);
  const { opening, opened } = useApp((state) => state.truth);
  const truth = useApp(shownTruth);
  if (!opening && !opened) return null;
  const { truth: words, scores } = speech.text;
  return TRUTH_IDS.map((id) => {
    const { name, meaning, direction, source } = words.byId[id];
    return (
      <Check
        key={id}
        name={name}
        meaning={[meaning, direction, `${scores.source}: ${source}`]}
        value={truth && truthValue(id, truth, speech)}
      />
    );
  });
}
