import type { ReactNode } from 'react';
import type { ExperimentId } from '../../domain/evidence.ts';
import type { Problem } from '../../domain/problem.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import controls from '../controls.module.css';
import { useApp, useEvidence } from '../storeContext.ts';
import { ExperimentBody } from './ExperimentBody.tsx';
import styles from './evidence.module.css';
import { headingId } from './sections.ts';

function NotRun({ id }: { readonly id: ExperimentId }): ReactNode {
  const { frame } = useEvidenceText();
  return (
    <div className={styles.empty}>
      <p>
        <strong>{frame.notRun}</strong> {frame.notRunHow}
      </p>
      <code>npm run experiment -- {id}</code>
    </div>
  );
}

function Failed(props: { readonly id: ExperimentId; readonly problem: Problem }): ReactNode {
  const { id, problem } = props;
  const { frame } = useEvidenceText();
  const { retry } = useEvidence();
  const { what, allowed, got } = problem.detail;
  const action = frame.named({ action: frame.retry, question: frame.experiments[id].question });
  return (
    <div className={styles.failed} role="alert">
      <p>
        <strong>{frame.failed}</strong>{' '}
        {allowed && got ? frame.failedField({ what, allowed, got }) : `${what} ${got}`}
      </p>
      <button
        type="button"
        className={controls.button}
        aria-label={action}
        onClick={() => void retry(id)}
      >
        {frame.retry}
      </button>
    </div>
  );
}

/** One experiment: its question, and its answer or why there is none. */
export function ExperimentSection({ id }: { readonly id: ExperimentId }): ReactNode {
  const { frame } = useEvidenceText();
  const state = useApp(({ evidence }) => evidence[id]);
  const { question, about } = frame.experiments[id];
  return (
    <section
      className={styles.section}
      aria-labelledby={headingId(id)}
      data-experiment={id}
      data-state={state.status}
    >
      <div className={styles.head}>
        <h3 id={headingId(id)} className={styles.question} tabIndex={-1}>
          {question}
        </h3>
        <p className={styles.about}>{about}</p>
      </div>
      {state.status === 'ready' && <ExperimentBody result={state.result} />}
      {state.status === 'missing' && <NotRun id={id} />}
      {state.status === 'failed' && <Failed id={id} problem={state.problem} />}
      {(state.status === 'loading' || state.status === 'idle') && (
        <p className={styles.loading}>{frame.loading}</p>
      )}
    </section>
  );
}
