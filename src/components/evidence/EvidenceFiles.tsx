import type { ReactNode } from 'react';
import { type EvidenceView, pointsOf } from '../../charts/evidenceView.ts';
import type { ExperimentResult } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { evidenceCsv } from '../../report/evidenceCsv.ts';
import controls from '../controls.module.css';
import { download } from '../exporting/exportFiles.ts';
import { Icon } from '../icons.tsx';
import styles from './evidence.module.css';

interface EvidenceFilesProps {
  readonly result: ExperimentResult;
  readonly view: EvidenceView;
  /** ROC curves are shown beside it. */
  readonly withRoc: boolean;
}

/** What is shown, and everything there is, as tables for other programs. */
export function EvidenceFiles({ result, view, withRoc }: EvidenceFilesProps): ReactNode {
  const { frame } = useEvidenceText();
  const { question } = frame.experiments[result.experiment];
  const write = (name: string, csv: string) =>
    download(new File([csv], `jitterscope-${result.experiment}${name}.csv`, { type: 'text/csv' }));
  const shown = () => {
    const cells = [...new Set(pointsOf(view).map(({ cell }) => cell))];
    const estimates = view.estimate === 'value' ? (['value', 'chance'] as const) : [view.estimate];
    write('-shown', evidenceCsv(result, cells, estimates, withRoc));
  };
  const button = (action: string, onClick: () => void) => (
    <button
      type="button"
      className={controls.quiet}
      aria-label={frame.named({ action, question })}
      onClick={onClick}
    >
      <Icon name="download" /> {action}
    </button>
  );
  return (
    <div className={styles.files}>
      {button(frame.csvShown, shown)}
      {button(frame.csvAll, () => write('', evidenceCsv(result)))}
    </div>
  );
}
