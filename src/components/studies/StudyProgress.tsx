import type { ReactNode } from 'react';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import type { Studies, StudyId } from '../../state/study.ts';
import controls from '../controls.module.css';
import bar from '../result/Status.module.css';
import { useRemaining } from '../result/useRemaining.ts';
import styles from './StudyPanel.module.css';

interface StudyProgressProps {
  readonly study: Extract<Studies[StudyId], { status: 'running' }>;
  readonly title: string;
  readonly onCancel: () => void;
}

/** How far a study has come, and the button that ends it. */
export function StudyProgress({ study, title, onCancel }: StudyProgressProps): ReactNode {
  const text = useStudyText().frame;
  const { stages } = useText().progress;
  const format = useFormat();
  const { progress, since } = study;
  const remaining = useRemaining(progress, since);
  const counts = progress !== null && progress.total > 1;
  const [done, total] = [progress?.done ?? 0, progress?.total ?? 1].map((n) => format.integer(n));
  return (
    <div className={styles.running}>
      <p className={styles.stage}>
        {progress ? stages[progress.stage] : text.starting}
        {/* The numbers change many times a second: seen, not read out. */}
        <span className={styles.count} aria-hidden="true">
          {counts && text.running({ done, total })}
          {remaining !== null && ` · ${text.remaining({ time: format.duration(remaining) })}`}
        </span>
      </p>
      <progress
        className={bar.bar}
        aria-label={text.progress({ study: title })}
        max={1}
        {...(counts ? { value: progress.done / progress.total } : {})}
      />
      <button
        type="button"
        className={controls.button}
        aria-label={text.named({ action: text.cancel, study: title })}
        onClick={onCancel}
      >
        {text.cancel}
      </button>
    </div>
  );
}
