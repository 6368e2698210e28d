import type { ReactNode } from 'react';
import type { Language } from '../domain/language.ts';
import type { Problem } from '../domain/problem.ts';
import { speechOf } from '../i18n/speech.ts';
import controls from './controls.module.css';
import styles from './StartFailure.module.css';

interface StartFailureProps {
  readonly problem: Problem;
  readonly language: Language;
}

/** What stands on the page when it could not even begin. */
export function StartFailure({ problem, language }: StartFailureProps): ReactNode {
  const { text } = speechOf(language);
  const { say, todo } = text.problems.byCode[problem.code];
  return (
    <main className={styles.failure} data-state="failed">
      <h1>{text.app.name}</h1>
      <p role="status">
        <strong>{say(problem.detail)}</strong> {todo}
      </p>
      <button type="button" className={controls.primary} onClick={() => location.reload()}>
        {text.problems.reload}
      </button>
    </main>
  );
}
