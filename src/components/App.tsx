import { type ReactNode, useEffect } from 'react';
import { speechOf } from '../i18n/speech.ts';
import { SpeechContext } from '../i18n/useText.ts';
import type { AppState } from '../state/store.ts';
import { Compare } from './Compare.tsx';
import { Header } from './header/Header.tsx';
import { useApp } from './storeContext.ts';

/** What stands in `data-state` of the main landmark: automation waits for it. */
function stateOf({ run, result, maps }: AppState): 'idle' | 'running' | 'ready' | 'failed' {
  if (run.status !== 'idle') return run.status;
  return result || maps ? 'ready' : 'idle';
}

/** The whole page. */
export function App(): ReactNode {
  const language = useApp(({ view }) => view.language);
  const theme = useApp(({ view }) => view.theme);
  const state = useApp(stateOf);
  const sweep = useApp(({ sweepProgress }) => (sweepProgress ? 'running' : 'idle'));

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <SpeechContext value={speechOf(language)}>
      <Header />
      <main data-state={state} data-sweep={sweep}>
        <Compare />
      </main>
    </SpeechContext>
  );
}
