import type { Language } from '../domain/language.ts';
import { type Catalogue, en } from './en.ts';
import { type Format, formatFor } from './format.ts';
import { ja } from './ja.ts';

/** Everything that is needed to speak a language. */
export interface Speech {
  readonly language: Language;
  readonly text: Catalogue;
  readonly format: Format;
}

const SPEECHES: Readonly<Record<Language, Speech>> = {
  en: { language: 'en', text: en, format: formatFor('en') },
  ja: { language: 'ja', text: ja, format: formatFor('ja') },
};

/** The catalogue and number formats of a language; the same object every time. */
export const speechOf = (language: Language): Speech => SPEECHES[language];
