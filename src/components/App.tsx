import { Activity, type ReactNode, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { loadSpeech, type Speech, speechOf } from '../i18n/speech.ts';
import { SpeechContext, useText } from '../i18n/useText.ts';
import { evidenceStatus } from '../state/evidence.ts';
import type { Screen } from '../state/route.ts';
import type { AppState } from '../state/store.ts';
import { Compare } from './Compare.tsx';
import { Header } from './header/Header.tsx';
import { later } from './later.tsx';
import { useApp, useController } from './storeContext.ts';
import { useRoute } from './useRoute.ts';
import { useScreenChange } from './useScreenChange.ts';

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

const EvidenceScreen = later(
  async () => (await import('./evidence/EvidenceScreen.tsx')).EvidenceScreen,
);
const ModelsScreen = later(async () => (await import('./models/ModelsScreen.tsx')).ModelsScreen);

interface VisitedProps {
  readonly shown: boolean;
  readonly visited: boolean;
  readonly children: ReactNode;
}

/** A screen that is fetched when it is first looked at. Out of sight it keeps what was opened, zoomed and chosen on it. */
function Visited({ shown, visited, children }: VisitedProps): ReactNode {
  const { loading } = useText().app;
  if (!visited) return null;
  return (
    <Activity mode={shown ? 'visible' : 'hidden'}>
      <Suspense fallback={<p className="waiting">{loading}</p>}>{children}</Suspense>
    </Activity>
  );
}

/** What `data-state` says of each screen. */
function useScreenState(screen: Screen): string {
  const now = useApp(stateOf);
  const result = useApp((state) => state.result);
  const evidence = useApp((state) => evidenceStatus(state.evidence));
  // Evidence and heatmaps are drawn behind the words: ready is what stands on the screen.
  const drawn = useDeferredValue(result) === result || now !== 'ready';
  if (screen === 'evidence') return evidence;
  if (screen === 'models') return 'ready';
  return drawn ? now : 'running';
}

/** The whole page. */
export function App(): ReactNode {
  const language = useApp(({ view }) => view.language);
  const theme = useApp(({ view }) => view.theme);
  const { screen, section } = useRoute();
  const state = useScreenState(screen);
  const sweep = useApp(({ sweepProgress }) => (sweepProgress ? 'running' : 'idle'));

  const speech = useSpeech(language);
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  const { main, visited, skip } = useScreenChange(screen, speech.text.app);
  return (
    <SpeechContext value={speech}>
      <Header screen={screen} onSkip={skip} />
      <main
        ref={main}
        tabIndex={-1}
        aria-label={speech.text.app[screen]}
        data-screen={screen}
        data-state={state}
        data-sweep={sweep}
      >
        <Activity mode={screen === 'compare' ? 'visible' : 'hidden'}>
          <Compare />
        </Activity>
        <Visited shown={screen === 'evidence'} visited={visited.has('evidence')}>
          <EvidenceScreen section={section} />
        </Visited>
        <Visited shown={screen === 'models'} visited={visited.has('models')}>
          <ModelsScreen />
        </Visited>
      </main>
    </SpeechContext>
  );
}
