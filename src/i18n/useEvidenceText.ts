import { EVIDENCE_TEXTS, type EvidenceCatalogue } from './evidence.ts';
import { useLanguage } from './useText.ts';

/** The words of the Evidence screen in the language in use. */
export const useEvidenceText = (): EvidenceCatalogue => EVIDENCE_TEXTS[useLanguage()];
