import { type ReactNode, useState } from 'react';
import type { ModelCard } from '../../domain/model.ts';
import { useModelsText } from '../../i18n/useModelsText.ts';
import { useLanguage } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { useOwnModels } from '../storeContext.ts';
import styles from './models.module.css';

/** Characters of a name. */
const NAME_LENGTH = 60;

/** Renames a model in place, or removes it from this browser. */
export function OwnActions({ card }: { readonly card: ModelCard }): ReactNode {
  const { own: text } = useModelsText();
  const { rename, remove } = useOwnModels();
  const name = card.name[useLanguage()];
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null)
    return (
      <span className={styles.actions}>
        <button
          type="button"
          className={controls.quiet}
          aria-label={text.renameOf({ name })}
          onClick={() => setTyped(name)}
        >
          {text.rename}
        </button>
        <button
          type="button"
          className={controls.quiet}
          aria-label={text.removeOf({ name })}
          onClick={() => void remove(card.id)}
        >
          {text.remove}
        </button>
      </span>
    );
  const wanted = typed.trim();
  return (
    <form
      className={styles.actions}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== name) void rename(card.id, wanted);
        setTyped(null);
      }}
    >
      <input
        aria-label={text.newName}
        value={typed}
        maxLength={NAME_LENGTH}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className={controls.quiet} disabled={wanted === ''}>
        {text.done}
      </button>
    </form>
  );
}
