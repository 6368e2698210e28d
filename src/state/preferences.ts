import { LANGUAGES, type Language } from '../domain/language.ts';
import { defaultView } from './defaultView.ts';
import { type ThemeChoice, type View } from './store.ts';

/** What a browser remembers of its user: how things look, never what was looked at. */
const KEY = 'jitterscope.view';
const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The first of the browser's languages that the product speaks; English otherwise. */
export function browserLanguage(languages: readonly string[]): Language {
  for (const tag of languages) {
    const known = LANGUAGES.find((language) => tag.toLowerCase().startsWith(language));
    if (known) return known;
  }
  return 'en';
}

/**
 * The view to start with: `lang` of the URL, else what was remembered, else the browser's language.
 * @param storage null where the browser forbids it
 */
export function readView(
  storage: Storage | null,
  search: string,
  languages: readonly string[],
): View {
  const asked = LANGUAGES.find((language) => language === new URLSearchParams(search).get('lang'));
  const kept = parse(storage?.getItem(KEY) ?? null);
  const language = asked ?? LANGUAGES.find((id) => id === kept['language']);
  const theme = THEMES.find((id) => id === kept['theme']);
  return {
    ...defaultView(language ?? browserLanguage(languages)),
    ...(theme ? { theme } : {}),
  };
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Remembers language and theme. Returns false where storage is full or forbidden: nothing is lost but the memory. */
export function writeView(storage: Storage | null, { language, theme }: View): boolean {
  try {
    storage?.setItem(KEY, JSON.stringify({ language, theme }));
    return storage !== null;
  } catch {
    return false;
  }
}
