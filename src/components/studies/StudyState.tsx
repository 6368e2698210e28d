import { type ReactNode, useContext } from 'react';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import type { Studies, StudyId } from '../../state/study.ts';
import styles from './StudyPanel.module.css';

interface StudyStateProps {
  readonly study: Studies[StudyId];
  /** It could be run now. */
  readonly ready: boolean;
  readonly empty: string;
  readonly hasParts: boolean;
}

/** Where a study stands, in words; nothing while it runs or when what it found speaks for itself. */
export function StudyState({ study, ready, empty, hasParts }: StudyStateProps): ReactNode {
  const text = useStudyText().frame;
  const { problems } = useContext(SpeechContext).text;
  if (study.status === 'idle') return <p>{ready ? empty : `${empty} ${text.waiting}`}</p>;
  if (study.status === 'cancelled') return <p>{hasParts ? text.cancelled : text.cancelledEmpty}</p>;
  if (study.status === 'ready') return <p className="visually-hidden">{text.ready}</p>;
  if (study.status === 'running') return <p className="visually-hidden">{text.starting}</p>;
  const { say, todo } = problems.byCode[study.problem.code];
  return (
    <p className={styles.failed} data-problem={study.problem.code}>
      <strong>{say(study.problem.detail)}</strong> {todo}
    </p>
  );
}
