import type { ReactNode } from 'react';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { Icon } from '../icons.tsx';
import { VERDICT_ICONS } from '../result/verdictIcons.ts';
import styles from './pictureSet.module.css';
import type { RowOutcome } from './verdictCounts.ts';

/** Sign and name of a verdict: never told by colour alone. */
export function OutcomeMark({ outcome }: { readonly outcome: RowOutcome }): ReactNode {
  const { pictures: text } = useEvidenceText();
  return (
    <span className={styles.mark} data-outcome={outcome}>
      <Icon name={outcome === 'failed' ? 'cross' : VERDICT_ICONS[outcome]} />
      {outcome === 'failed' ? text.failed : text.verdicts[outcome]}
    </span>
  );
}
