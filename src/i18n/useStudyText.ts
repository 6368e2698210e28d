import { STUDY_TEXTS, type StudyCatalogue } from './studies.ts';
import { useLanguage } from './useText.ts';

/** The words of the studies in the language in use. */
export const useStudyText = (): StudyCatalogue => STUDY_TEXTS[useLanguage()];
