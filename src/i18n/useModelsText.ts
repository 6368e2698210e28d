import { MODELS_TEXTS, type ModelsCatalogue } from './models.ts';
import { useLanguage } from './useText.ts';

/** The words of the Models screen in the language in use. */
export const useModelsText = (): ModelsCatalogue => MODELS_TEXTS[useLanguage()];
