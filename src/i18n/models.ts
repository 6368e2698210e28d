import type { Language } from '../domain/language.ts';
import { frame } from './en/models/frame.ts';
import { own } from './en/models/own.ts';
import { frame as frameJa } from './ja/models/frame.ts';
import { own as ownJa } from './ja/models/own.ts';

const en = { frame, own };

/** What the Models screen says, loaded with it: a missing or misspelt key does not compile. */
export type ModelsCatalogue = typeof en;

/** The words of the Models screen in every language. */
export const MODELS_TEXTS: Readonly<Record<Language, ModelsCatalogue>> = {
  en,
  ja: { frame: frameJa, own: ownJa },
};
