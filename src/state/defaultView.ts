import type { Language } from '../domain/language.ts';
import type { View } from './store.ts';

/** How things are shown at first, in the browser's language. */
export function defaultView(language: Language): View {
  return {
    mode: 'sideBySide',
    colourMap: 'cividis',
    opacity: 0.85,
    robustScale: true,
    alignedOverlap: false,
    corrected: false,
    defectOutline: false,
    language,
    theme: 'system',
  };
}
