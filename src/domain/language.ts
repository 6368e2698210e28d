/** Languages of the product. The catalogues of `src/i18n` are complete in each. */
export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];
