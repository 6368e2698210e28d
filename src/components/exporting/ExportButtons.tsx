import { type ReactNode, useContext, useState } from 'react';
import { asProblem, type Problem } from '../../domain/problem.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { isOutOfDate } from '../../state/keys.ts';
import controls from '../controls.module.css';
import { Icon } from '../icons.tsx';
import { useApp, useController, useDrawReport } from '../storeContext.ts';
import { download, type ExportKind, exportFile } from './exportFiles.ts';
import styles from './exporting.module.css';

/** Writes one file at a time; says when that failed. */
function useExport() {
  const { language } = useContext(SpeechContext);
  const drawReport = useDrawReport();
  const { settledScores } = useController();
  const result = useApp((state) => state.result);
  const scored = useApp((state) => state.scored);
  const curve = useApp((state) => state.curve);
  const shiftMap = useApp((state) => state.shiftMap);
  const [busy, setBusy] = useState<ExportKind | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sensitivity = useApp((state) => state.sensitivity);
  const maps = useApp((state) => state.maps);
  const profile = useApp((state) => state.profile);
  const picture =
    result && scored ? { maps: null, result, scored, curve, shiftMap, sensitivity, profile } : null;
  const ready = maps ? { maps } : picture;

  const write = async (kind: ExportKind) => {
    if (!ready || busy) return;
    setBusy(kind);
    setProblem(null);
    try {
      const settled = await settledScores();
      download(await exportFile(kind, ready, { settled, language, drawReport }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(null);
    }
  };

  return { ready: ready !== null, busy, problem, write: (kind: ExportKind) => void write(kind) };
}

/** Ways to take the result along. */
export function ExportButtons(): ReactNode {
  const { text } = useContext(SpeechContext);
  const { ready, busy, problem, write } = useExport();
  const stale = useApp(({ asked, result, maps }) => !maps && isOutOfDate(asked, result));
  const words = text.exporting;
  const button = (kind: ExportKind, look: string | undefined, shown: string) => (
    <button
      type="button"
      className={look}
      aria-label={words[kind]}
      disabled={!ready}
      onClick={() => write(kind)}
    >
      <Icon name="download" /> {busy === kind ? words.working : shown}
    </button>
  );
  return (
    <section className={styles.exports} aria-label={words.heading}>
      {button('report', controls.primary, words.report)}
      {button('json', controls.button, words.jsonShort)}
      {button('csv', controls.button, words.csvShort)}
      <p role={problem ? 'alert' : undefined} className={problem ? styles.problem : styles.privacy}>
        {problem && text.problems.byCode[problem.code].say(problem.detail)}
        {!problem && (stale && ready ? words.outOfDate : text.app.privacy)}
      </p>
    </section>
  );
}
