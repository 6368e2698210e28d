import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../domain/problem.ts';
import { useModelsText } from '../../i18n/useModelsText.ts';
import { useFormat, useLanguage, useText } from '../../i18n/useText.ts';
import bar from '../result/Status.module.css';
import { FolderZone } from '../source/FolderZone.tsx';
import { useOwnModels } from '../storeContext.ts';
import styles from './models.module.css';

/** Why a model did not come, and what to do. */
function Refused({ problem: { code, detail } }: { readonly problem: Problem }): ReactNode {
  const { say, todo } = useText().problems.byCode[code];
  return (
    <div className={bar.failed}>
      <p>
        <strong>{say(detail)}</strong> {todo}
      </p>
    </div>
  );
}

/** Every way to bring a model, and what became of those that came. */
export function OwnChooser(): ReactNode {
  const { own: text } = useModelsText();
  const format = useFormat();
  const language = useLanguage();
  const { store, add } = useOwnModels();
  const { checking, added, problems } = useStore(store);
  return (
    <>
      <FolderZone texts={text} disabled={checking !== null} onFiles={add}>
        {text.about}
      </FolderZone>
      <p role="status" className={styles.note}>
        {checking
          ? text.checking({
              at: format.integer(checking.done + 1),
              total: format.integer(checking.total),
            })
          : added.length > 0 &&
            text.added({ names: added.map((name) => name[language]).join(text.comma) })}
      </p>
      <div role="alert" className={styles.problems}>
        {problems.map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is only ever begun anew or added to
          <Refused key={i} problem={problem} />
        ))}
      </div>
    </>
  );
}
