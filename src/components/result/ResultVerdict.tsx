import { type ReactNode, useContext } from 'react';
import type { Analysis } from '../../domain/analysis.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { verdictNumbers } from '../../report/verdictNumbers.ts';
import { isOutOfDate } from '../../state/keys.ts';
import type { Preview, Result } from '../../state/store.ts';
import { useApp } from '../storeContext.ts';
import { previewCaption } from './captions.ts';
import { useSettled } from './useSettled.ts';
import { VerdictBanner } from './VerdictBanner.tsx';

/** The analysis with the place of a sweep in the place of the chosen change. */
const analysisShown = ({ analysis }: Result, preview: Preview | null): Analysis =>
  preview ? { ...analysis, perturbed: { ...analysis.perturbed, ...preview.shown } } : analysis;

/** The verdict on the pair shown: the chosen change, or the place of a sweep that is pointed at. */
export function ResultVerdict(): ReactNode {
  const speech = useContext(SpeechContext);
  const result = useApp((state) => state.result);
  const preview = useApp((state) => state.preview);
  const own = useApp((state) => state.scored);
  const stale = useApp(({ asked, result: last }) => isOutOfDate(asked, last));
  const running = useApp(({ run }) => run.status !== 'idle');
  const stopped = useSettled(stale && !running);
  const scored = preview?.scored ?? own;
  if (!result || !scored) return <VerdictBanner shown={null} outOfDate="no" lookingAt={null} />;
  const { scores, verdict, thresholds } = scored;
  const numbers = verdictNumbers(
    { analysis: analysisShown(result, preview), scores, verdict },
    speech,
  );
  return (
    <VerdictBanner
      shown={{ verdict, numbers, thresholds }}
      outOfDate={stale ? (stopped ? 'stopped' : 'computing') : 'no'}
      lookingAt={preview && previewCaption(preview, speech)}
    />
  );
}
