import { type ReactNode, useContext } from 'react';
import type { MethodId } from '../../domain/attribution.ts';
import type { BeliefFinding, BeliefId, BeliefVerdict } from '../../domain/belief.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { beliefText } from '../../report/beliefText.ts';
import { Hint } from '../fields/Hint.tsx';
import { Icon, type IconName } from '../icons.tsx';
import { BeliefEvidence } from './BeliefEvidence.tsx';
import styles from './belief.module.css';

const ICONS: Readonly<Record<BeliefVerdict, IconName>> = {
  pass: 'check',
  doubtful: 'warning',
  fail: 'cross',
  cannotSay: 'question',
};

interface BeliefItemProps {
  readonly id: BeliefId;
  /** Null until it is there. */
  readonly finding: BeliefFinding | null;
  readonly running: boolean;
  /** The method whose heatmap is examined. */
  readonly method: MethodId;
}

/** Name of a check with what it finds out, where its verdict turns, and where it comes from. */
function Name({ id }: Pick<BeliefItemProps, 'id'>): ReactNode {
  const text = useStudyText().belief;
  const { name, about, limits, source } = text.byId[id];
  return (
    <Hint
      look="term"
      content={
        <>
          <p>{about}</p>
          <p>{limits}</p>
          <p>
            {text.source}: {source}
          </p>
        </>
      }
    >
      {name}
    </Hint>
  );
}

/** One check: verdict, number with its reference, and what follows. */
export function BeliefItem({ id, finding, running, method }: BeliefItemProps): ReactNode {
  const text = useStudyText().belief;
  const { format } = useContext(SpeechContext);
  if (!finding)
    return (
      <li className={styles.item} data-check={id}>
        <span className={styles.verdict} />
        <span className={styles.name}>
          <Name id={id} />
        </span>
        <span className={styles.sentence}>{running ? text.pending : text.notReached}</span>
      </li>
    );
  const words = beliefText(finding, text, format);
  return (
    <li className={styles.item} data-check={id} data-verdict={finding.verdict}>
      <span className={styles.verdict}>
        <Icon name={ICONS[finding.verdict]} size={14} />
        {words.verdict}
      </span>
      <span className={styles.name}>
        <Name id={id} />
      </span>
      {words.number !== null && <span className={styles.number}>{words.number}</span>}
      <span className={styles.sentence}>{words.sentence}</span>
      {finding.evidence && (
        <div className={styles.evidence}>
          <BeliefEvidence evidence={finding.evidence} name={words.name} method={method} />
        </div>
      )}
    </li>
  );
}
