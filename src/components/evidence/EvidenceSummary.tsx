import { type ReactNode, useMemo } from 'react';
import { firstChoice } from '../../charts/evidencePlan.ts';
import { EXPERIMENT_IDS, type ExperimentId, type ExperimentResult } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import type { ResultState } from '../../state/evidence.ts';
import { hashOf } from '../../state/route.ts';
import { useApp } from '../storeContext.ts';
import styles from './evidence.module.css';
import { goToSection } from './sections.ts';
import { useConclusion } from './useConclusion.ts';

function Answer({ result }: { readonly result: ExperimentResult }): ReactNode {
  const choice = useMemo(() => firstChoice(result), [result]);
  return useConclusion(result, choice);
}

function Stand({ state }: { readonly state: ResultState }): ReactNode {
  const { frame } = useEvidenceText();
  if (state.status === 'ready') return <Answer result={state.result} />;
  if (state.status === 'missing') return <span className={styles.quiet}>{frame.notRun}</span>;
  if (state.status === 'failed') return <span className={styles.bad}>{frame.failed}</span>;
  return <span className={styles.quiet}>{frame.loading}</span>;
}

/** One sentence for every question, each with a link to what it stands on. */
export function EvidenceSummary(): ReactNode {
  const { frame } = useEvidenceText();
  const evidence = useApp((state) => state.evidence);
  const link = (id: ExperimentId) => (
    <a
      href={hashOf('evidence', id)}
      // Also where the address already names it.
      onClick={() => goToSection(id)}
    >
      {frame.experiments[id].question}
    </a>
  );
  return (
    <section className={styles.summary} aria-labelledby="evidence-summary">
      <h3 id="evidence-summary" className={styles.summaryTitle}>
        {frame.summary}
      </h3>
      <dl className={styles.answers}>
        {EXPERIMENT_IDS.map((id) => (
          <div key={id}>
            <dt>{link(id)}</dt>
            <dd>
              <Stand state={evidence[id]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
