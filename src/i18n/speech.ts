import type { Language } from '../domain/language.ts';
import { type Catalogue, en } from './en.ts';
import { type Format, formatFor } from './format.ts';

/** Everything that is needed to speak a language. */
export interface Speech {
  readonly language: Language;
  readonly text: Catalogue;
  readonly format: Format;
}

const ENGLISH: Speech = { language: 'en', text: en, format: formatFor('en') };
const SPEECHES = new Map<Language, Speech>([['en', ENGLISH]]);

/** Catalogues other than the English one, each in a file of its own. */
const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  ja: async () => (await import('./ja.ts')).ja,
};

/** Gets a language, once; `speechOf` speaks it from then on. Rejects where its file cannot be had. */
export async function loadSpeech(language: Language): Promise<Speech> {
  if (language === 'en' || SPEECHES.has(language)) return speechOf(language);
  const text = await LOADERS[language]();
  const speech = SPEECHES.get(language) ?? { language, text, format: formatFor(language) };
  SPEECHES.set(language, speech);
  return speech;
}

/** The catalogue and number formats of a language, the same object every time; English until it is loaded. */
export const speechOf = (language: Language): Speech => SPEECHES.get(language) ?? ENGLISH;
