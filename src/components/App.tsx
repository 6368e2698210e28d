import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { loadSpeech, type Speech, speechOf } from '../i18n/speech.ts';
import { SpeechContext } from '../i18n/useText.ts';
import type { AppState } from '../state/store.ts';
import { Compare } from './Compare.tsx';
import { Header } from './header/Header.tsx';
import { useApp, useController } from './storeContext.ts';

/** What stands in `data-state` of the main landmark: automation waits for it. */
function stateOf(state: AppState): 'idle' | 'running' | 'ready' | 'failed' {
  const { run, result, maps, evidenceDrawn } = state;
  if (run.status !== 'idle') return run.status;
  if (maps) return 'ready';
  if (!result) return 'idle';
  return evidenceDrawn ? 'ready' : 'running';
}

/** The words of a language; those in use stay until the new ones are there, and the choice goes back when they cannot be had. */
function useSpeech(language: Language): Speech {
  const { setView } = useController();
  const [speech, setSpeech] = useState(() => speechOf(language));
  const answered = useApp(({ evidenceDrawn }) => evidenceDrawn);
  useEffect(() => {
    loadSpeech(language).then(setSpeech, () => setView({ language: speech.language }));
  }, [language, speech, setView]);
  // Once nothing is waited for, the other languages come too: a switch works without a network.
  useEffect(() => {
    if (answered) void Promise.allSettled(LANGUAGES.map(loadSpeech));
  }, [answered]);
  return speech;
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

  const speech = useSpeech(language);
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <SpeechContext value={speech}>
      <Header />
      <main data-state={state} data-sweep={sweep}>
        <Compare />
      </main>
    </SpeechContext>
  );
}
