import { createContext, useContext } from 'react';
import type { Language } from '../domain/language.ts';
import type { Catalogue } from './en.ts';
import type { Format } from './format.ts';
import { type Speech, speechOf } from './speech.ts';

/** The language of everything below; English without a provider. */
export const SpeechContext = createContext<Speech>(speechOf('en'));

/** The words of the language in use. */
export const useText = (): Catalogue => useContext(SpeechContext).text;

/** The number formats of the language in use. */
export const useFormat = (): Format => useContext(SpeechContext).format;

/** The language in use. */
export const useLanguage = (): Language => useContext(SpeechContext).language;
