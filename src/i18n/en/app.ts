/** Frame of the page: header, landmarks, language, theme. */
export const app = {
  name: 'Jitterscope',
  tagline: 'Does a heatmap survive a one-pixel nudge?',
  skipToResult: 'Skip to the result',
  navigation: 'Main',
  compare: 'Compare',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'System theme', light: 'Light', dark: 'Dark' },
  pictureAndModel: 'Picture and model',
  result: 'Result',
  settings: 'Settings',
  privacy: 'Nothing leaves this computer.',
  loading: 'Loading…',
  close: 'Close',
  studies: 'Further studies',
  partMissing: 'This part of the page could not be loaded. Reload the page to try again.',
};
