import type { ReactNode } from 'react';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import {
  lostPictures,
  type PictureSet,
  picturesLeft,
  type SetRun,
} from '../../state/pictureSet.ts';
import controls from '../controls.module.css';
import bar from '../result/Status.module.css';
import { useRemaining } from '../result/useRemaining.ts';
import { usePictureSets } from '../storeContext.ts';
import styles from './pictureSet.module.css';
import { useIsOfOther } from './useIsOfOther.ts';

/** How far the run has come, and the button that stops it. */
function Running({ run }: { readonly run: Extract<SetRun, { status: 'running' }> }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const format = useFormat();
  const { cancel } = usePictureSets();
  const { progress, since } = run;
  const remaining = useRemaining(progress, since);
  const [done, total] = [progress.done, progress.total].map((n) => format.integer(n));
  return (
    <div className={bar.running}>
      <p className={bar.stage}>
        {text.running}
        {/* The numbers change many times a second: seen, not read out. */}
        <span className={bar.count} aria-hidden="true">
          {text.count({ done, total })}
          {remaining !== null && ` · ${text.remaining({ time: format.duration(remaining) })}`}
        </span>
      </p>
      <progress
        className={bar.bar}
        aria-label={text.progress}
        max={progress.total}
        value={progress.done}
      />
      <button type="button" className={controls.button} onClick={cancel}>
        {text.cancel}
      </button>
    </div>
  );
}

interface RestProps {
  readonly set: PictureSet;
}

/** What can be done with a run that has ended or was stopped. */
function Rest({ set }: RestProps): ReactNode {
  const { pictures: text } = useEvidenceText();
  const { problems } = useText();
  const format = useFormat();
  const { goOn } = usePictureSets();
  const otherProgram = useIsOfOther(set);
  const left = picturesLeft(set);
  const all = set.folder.pictures.length;
  const lost = lostPictures(set);
  const total = format.integer(all);
  const { run } = set;
  const notes = (
    <>
      {otherProgram && text.otherProgram}{' '}
      {lost > 0 && text.lost({ count: format.integer(lost), total })}
    </>
  );
  if (left.length === 0)
    return (
      <p className={otherProgram || lost > 0 ? bar.notices : styles.rest}>
        <span>
          {text.done({ total })} {notes}
        </span>
      </p>
    );
  return (
    <div className={run.status === 'failed' ? bar.failed : bar.notices}>
      <p>
        {run.status === 'failed' && (
          <>
            <strong>{problems.byCode[run.problem.code].say(run.problem.detail)}</strong>{' '}
            {problems.byCode[run.problem.code].todo}{' '}
          </>
        )}
        {text.stopped({ done: format.integer(all - left.length), total })} {notes}
      </p>
      {!otherProgram && left.some(({ file }) => file !== null) && (
        <button type="button" className={controls.button} onClick={goOn}>
          {text.goOn}
        </button>
      )}
    </div>
  );
}

/** Where the run of a set stands. */
export function SetStatus({ set }: RestProps): ReactNode {
  const { pictures: text } = useEvidenceText();
  const { run, kept } = set;
  return (
    <div role="status" className={bar.status}>
      {run.status === 'running' ? <Running run={run} /> : <Rest set={set} />}
      {kept === false && <p className={styles.note}>{text.notKept}</p>}
    </div>
  );
}
