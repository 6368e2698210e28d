import { useContext, useMemo } from 'react';
import type { ExperimentResult } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import type { EvidenceSpeech } from '../../report/conclusions/speech.ts';
import { evidenceSpeech } from './evidenceSpeech.ts';

/** How a result's names and numbers are said in the language in use. */
export function useEvidenceSpeech({ modelNames }: ExperimentResult): EvidenceSpeech {
  const speech = useContext(SpeechContext);
  const texts = useEvidenceText();
  return useMemo(() => evidenceSpeech({ speech, texts, modelNames }), [speech, texts, modelNames]);
}
