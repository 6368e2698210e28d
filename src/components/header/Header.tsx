import type { ReactNode } from 'react';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { useText } from '../../i18n/useText.ts';
import type { ThemeChoice } from '../../state/store.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';
import { BackendPill } from './BackendPill.tsx';
import styles from './header.module.css';

/** Each language under its own name, so that whoever needs it can read it. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };
const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Top of the page: name, screens, backend, language, theme. */
export function Header(): ReactNode {
  const text = useText().app;
  const { setBackend, setView } = useController();
  const analysis = useApp(({ result }) => result?.analysis ?? null);
  const backend = useApp(({ asked }) => asked.backend);
  const language = useApp(({ view }) => view.language);
  const theme = useApp(({ view }) => view.theme);
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#result">
        {text.skipToResult}
      </a>
      <h1 className={styles.name}>
        <svg aria-hidden="true" width="22" height="22" viewBox="0 0 32 32">
          <rect className={styles.markBack} x="2" y="6" width="20" height="20" rx="4" />
          <rect className={styles.markFront} x="10" y="6" width="20" height="20" rx="4" />
        </svg>
        {text.name}
      </h1>
      <nav aria-label={text.navigation}>
        <a className={styles.screen} href="#result" aria-current="page">
          {text.compare}
        </a>
      </nav>
      <p className={styles.tagline}>{text.tagline}</p>
      <div className={styles.tools}>
        <BackendPill analysis={analysis} asked={backend} onAsk={setBackend} />
        <SelectField
          look="bare"
          label={text.language}
          value={language}
          choices={LANGUAGES.map((value) => ({
            value,
            name: LANGUAGE_NAMES[value],
            lang: value,
          }))}
          onChange={(chosen) => setView({ language: chosen })}
        />
        <SelectField
          look="bare"
          label={text.theme}
          value={theme}
          choices={THEMES.map((value) => ({ value, name: text.themes[value] }))}
          onChange={(chosen) => setView({ theme: chosen })}
        />
      </div>
    </header>
  );
}
