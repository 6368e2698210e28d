import { type ReactNode, useEffect } from 'react';
import { EXPERIMENT_IDS, type ExperimentId } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { evidenceStatus } from '../../state/evidence.ts';
import { PictureSetSection } from '../pictureSet/PictureSetSection.tsx';
import { Screen } from '../Screen.tsx';
import { useApp, useEvidence } from '../storeContext.ts';
import { EvidenceSummary } from './EvidenceSummary.tsx';
import { ExperimentSection } from './ExperimentSection.tsx';
import { goToSection } from './sections.ts';

interface EvidenceScreenProps {
  /** The experiment the address names; null for the top of the screen. */
  readonly section: ExperimentId | null;
}

/** What the experiments found: a summary, and a section for each. */
export function EvidenceScreen({ section }: EvidenceScreenProps): ReactNode {
  const { frame } = useEvidenceText();
  const { load } = useEvidence();
  const settled = useApp(({ evidence }) => evidenceStatus(evidence)) !== 'running';
  useEffect(() => void load(), [load]);
  useEffect(() => {
    // Before that sections above it would still grow.
    if (settled && section !== null) goToSection(section);
  }, [settled, section]);
  return (
    <Screen title={frame.title} about={frame.about}>
      <PictureSetSection />
      <EvidenceSummary />
      {EXPERIMENT_IDS.map((id) => (
        <ExperimentSection key={id} id={id} />
      ))}
    </Screen>
  );
}
