import { type ReactNode, useContext } from 'react';
import { SpeechContext } from '../../i18n/useText.ts';
import { isOutOfDate } from '../../state/keys.ts';
import { useApp, useController } from '../storeContext.ts';
import { RestoredNote } from './RestoredNote.tsx';
import { StatusArea } from './StatusArea.tsx';
import { useSettled } from './useSettled.ts';

/** The state of the run and of the sweeps, put into words. */
export function ResultStatus(): ReactNode {
  const { text, format, language } = useContext(SpeechContext);
  const { cancel, retry, dismissNotices } = useController();
  const run = useApp((state) => state.run);
  const sweep = useApp((state) => state.sweepProgress);
  const result = useApp((state) => state.result);
  const running = run.status === 'running' ? run : run.status === 'idle' ? sweep : null;
  const cancelled = useApp(
    ({ asked, result: last, curve, shiftMap }) =>
      isOutOfDate(asked, last) || curve.status === 'cancelled' || shiftMap.status === 'cancelled',
  );
  const stopped = useSettled(cancelled && running === null && run.status === 'idle');
  const notices = useApp((state) => state.notices);
  const maps = useApp((state) => state.maps);
  const waiting = useApp((state) => state.waitingMap);
  const ofResult = result
    ? text.progress.doneWith({
        picture: result.picture.info.name,
        model: result.analysis.card.name[language],
        time: format.number(result.analysis.durationMs / 1000, 1),
      })
    : text.app.loading;
  const ofMaps = maps && {
    original: maps.original.name,
    perturbed: maps.perturbed.name,
  };
  const ofWaiting =
    waiting && `${text.maps.waiting({ name: waiting.name })} ${text.maps.waitingHint}`;
  return (
    <StatusArea
      running={running}
      failed={run.status === 'failed' ? run.problem : null}
      notices={notices}
      note={<RestoredNote />}
      hasResult={result !== null || maps !== null}
      rest={ofWaiting ?? (ofMaps ? text.maps.done(ofMaps) : ofResult)}
      stopped={stopped && !maps && !waiting}
      onCancel={cancel}
      onRetry={retry}
      onDismiss={dismissNotices}
    />
  );
}
