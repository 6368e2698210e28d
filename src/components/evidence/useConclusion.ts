import type { EvidenceChoice } from '../../charts/evidencePlan.ts';
import type { ExperimentResult } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { CONCLUSIONS } from '../../report/conclusions/registry.ts';
import { useEvidenceSpeech } from './useEvidenceSpeech.ts';

/** The sentence a result comes to for what is shown of it. */
export function useConclusion(result: ExperimentResult, choice: EvidenceChoice): string {
  const { conclusions, frame } = useEvidenceText();
  const speech = useEvidenceSpeech(result);
  return CONCLUSIONS[result.experiment](result, choice, conclusions, speech) ?? frame.inconclusive;
}
