import type { ReactNode } from 'react';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { useText } from '../../i18n/useText.ts';
import { hashOf, SCREENS, type Screen } from '../../state/route.ts';
import type { ThemeChoice } from '../../state/store.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';
import type { SkipPlace } from '../useScreenChange.ts';
import { BackendPill } from './BackendPill.tsx';
import styles from './header.module.css';

/** Each language under its own name, so that whoever needs it can read it. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };
const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Where a screen can be entered at once: between them lie dozens of stops of the Tab key. */
const PLACES: Readonly<Record<Screen, readonly SkipPlace[]>> = {
  compare: ['result', 'settings'],
  evidence: ['result'],
  models: ['result'],
};

interface HeaderProps {
  readonly screen: Screen;
  /** Puts the focus on what the screen is there for, or on the settings. */
  readonly onSkip: (place: SkipPlace) => void;
}

/** Top of the page: name, screens, backend, language, theme. */
export function Header({ screen, onSkip }: HeaderProps): ReactNode {
  const text = useText().app;
  const { setBackend, setView } = useController();
  const analysis = useApp(({ result }) => result?.analysis ?? null);
  const backend = useApp(({ asked }) => asked.backend);
  const language = useApp(({ view }) => view.language);
  const theme = useApp(({ view }) => view.theme);
  return (
    <header className={styles.header}>
      {PLACES[screen].map((place) => (
        <a
          key={place}
          className={styles.skip}
          href={hashOf(screen)}
          onClick={(event) => {
            // The fragment of the address names the screen.
            event.preventDefault();
            onSkip(place);
          }}
        >
          {place === 'result' ? text.skipToResult : text.skipToSettings}
        </a>
      ))}
      <h1 className={styles.name}>
        <svg aria-hidden="true" width="22" height="22" viewBox="0 0 32 32">
          <rect className={styles.markBack} x="2" y="6" width="20" height="20" rx="4" />
          <rect className={styles.markFront} x="10" y="6" width="20" height="20" rx="4" />
        </svg>
        {text.name}
      </h1>
      <nav className={styles.screens} aria-label={text.navigation}>
        {SCREENS.map((id) => (
          <a
            key={id}
            className={styles.screen}
            href={hashOf(id)}
            aria-current={id === screen ? 'page' : undefined}
          >
            {text[id]}
          </a>
        ))}
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
