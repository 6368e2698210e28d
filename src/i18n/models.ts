import type { Language } from '../domain/language.ts';
import { frame } from './en/models/frame.ts';
import { frame as frameJa } from './ja/models/frame.ts';

const en = { frame };

/** What the Models screen says, loaded with it: a missing or misspelt key does not compile. */
export type ModelsCatalogue = typeof en;

/** The words of the Models screen in every language. */
export const MODELS_TEXTS: Readonly<Record<Language, ModelsCatalogue>> = {
  en,
  ja: { frame: frameJa },
};
