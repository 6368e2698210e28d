import { type ReactNode, useDeferredValue, useEffect } from 'react';
import { speechOf } from '../i18n/speech.ts';
import { SpeechContext } from '../i18n/useText.ts';
import type { AppState } from '../state/store.ts';
import { Compare } from './Compare.tsx';
import { Header } from './header/Header.tsx';
import { useApp } from './storeContext.ts';

/** What stands in `data-state` of the main landmark: automation waits for it. */
function stateOf(state: AppState): 'idle' | 'running' | 'ready' | 'failed' {
  const { run, result, maps, evidenceDrawn } = state;
  if (run.status !== 'idle') return run.status;
  if (maps) return 'ready';
  if (!result) return 'idle';
  return evidenceDrawn ? 'ready' : 'running';
}

/** The whole page. */
export function App(): ReactNode {
  const language = useApp(({ view }) => view.language);
  const theme = useApp(({ view }) => view.theme);
  const now = useApp(stateOf);
  const result = useApp((state) => state.result);
  // Evidence and heatmaps are drawn behind the words: ready is what stands on the screen.
  const state = useDeferredValue(result) === result || now !== 'ready' ? now : 'running';
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
