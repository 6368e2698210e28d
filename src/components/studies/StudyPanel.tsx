import { type ReactNode, useId } from 'react';
import { useStudyText } from '../../i18n/useStudyText.ts';
import type { StudyId } from '../../state/study.ts';
import { canStudy, isStudyCurrent } from '../../state/studyRunner.ts';
import controls from '../controls.module.css';
import { useApp, useStudies } from '../storeContext.ts';
import { StudyBasisLine } from './StudyBasisLine.tsx';
import styles from './StudyPanel.module.css';
import { StudyProgress } from './StudyProgress.tsx';
import { StudyState } from './StudyState.tsx';

interface StudyPanelProps {
  readonly id: StudyId;
  readonly title: string;
  /** One sentence: what is found out. */
  readonly about: string;
  /** Said before the first run: what it does. */
  readonly empty: string;
  /** What the study asks for beside the page's settings. */
  readonly settings?: ReactNode;
  /** Why it cannot be run with these settings; null or absent where it can. */
  readonly blocked?: string | null;
  /** What it was computed from, in the place of the perturbation. */
  readonly change?: string;
  /** What was found so far; null when there is nothing yet. */
  readonly children: ReactNode;
}

/** The frame of every study: heading, what it is, the button that runs it, its state, and what it found. */
export function StudyPanel(props: StudyPanelProps): ReactNode {
  const { id, title, about, empty, settings = null, blocked = null, change, children } = props;
  const titleId = useId();
  const text = useStudyText().frame;
  const studies = useStudies();
  const study = useApp((state) => state.studies[id]);
  const ready = useApp(canStudy);
  const current = useApp((state) => isStudyCurrent(state, id));
  const running = study.status === 'running';
  const action = study.status === 'idle' ? text.run : text.again;
  const stale = study.status !== 'idle' && !current;
  return (
    <section
      className={styles.panel}
      aria-labelledby={titleId}
      data-study={id}
      data-state={study.status}
      data-out-of-date={stale}
    >
      <div className={styles.head}>
        <div className={styles.words}>
          <h3 id={titleId} className={styles.title}>
            {title}
          </h3>
          <p className={styles.about}>{about}</p>
        </div>
        {!running && (
          <button
            type="button"
            className={study.status === 'idle' || stale ? controls.primary : controls.button}
            aria-label={text.named({ action, study: title })}
            disabled={!ready || blocked !== null}
            onClick={() => studies.start(id)}
          >
            {action}
          </button>
        )}
      </div>
      {settings}
      {running && <StudyProgress study={study} title={title} onCancel={() => studies.cancel(id)} />}
      {/* Not a status: the page has one, which people and automation look for. */}
      <div aria-live="polite" className={styles.status}>
        <StudyState study={study} ready={ready} empty={empty} hasParts={children !== null} />
        {blocked !== null && <p>{blocked}</p>}
      </div>
      {stale && <StudyBasisLine basis={study.basis} change={change} />}
      {children !== null && <div className={styles.found}>{children}</div>}
    </section>
  );
}
