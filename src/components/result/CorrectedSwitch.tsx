import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useApp, useController } from '../storeContext.ts';
import styles from './result.module.css';

/** Values, or values corrected for chance, in curve, surface and map. */
export function CorrectedSwitch(): ReactNode {
  const text = useText().view;
  const { setView } = useController();
  const corrected = useApp(({ view }) => view.corrected);
  return (
    <label className={styles.corrected}>
      <input
        type="checkbox"
        checked={corrected}
        onChange={({ target }) => setView({ corrected: target.checked })}
      />
      {text.corrected}
    </label>
  );
}
