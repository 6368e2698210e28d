import { type ReactNode, useMemo, useState } from 'react';
import { type EvidenceChoice, firstChoice } from '../../charts/evidencePlan.ts';
import { evidenceView } from '../../charts/evidenceView.ts';
import type { ExperimentResult } from '../../domain/evidence.ts';
import { EvidenceFiles } from './EvidenceFiles.tsx';
import { EvidenceSource } from './EvidenceSource.tsx';
import { EvidenceSwitches } from './EvidenceSwitches.tsx';
import styles from './evidence.module.css';
import { IntervalFigure } from './IntervalFigure.tsx';
import { RocFigure } from './RocFigure.tsx';
import { rocCells } from './rocCells.ts';
import { useConclusion } from './useConclusion.ts';

/** A result that is there: its sentence, its switches, its charts, its files and where it comes from. */
export function ExperimentBody({ result }: { readonly result: ExperimentResult }): ReactNode {
  const [choice, setChoice] = useState<EvidenceChoice>(() => firstChoice(result));
  const view = useMemo(() => evidenceView(result, choice), [result, choice]);
  const conclusion = useConclusion(result, choice);
  const hasRoc = useMemo(() => rocCells(result, choice).length > 0, [result, choice]);
  return (
    <>
      <p className={styles.conclusion} aria-live="polite">
        {conclusion}
      </p>
      <EvidenceSwitches result={result} choice={choice} onChange={setChoice} />
      <div className={hasRoc ? styles.figures : undefined}>
        <IntervalFigure result={result} choice={choice} view={view} />
        {hasRoc && <RocFigure result={result} choice={choice} />}
      </div>
      <div className={styles.foot}>
        <EvidenceSource result={result} view={view} />
        <EvidenceFiles result={result} view={view} withRoc={hasRoc} />
      </div>
    </>
  );
}
