import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { Icon } from '../icons.tsx';
import { useApp, useController } from '../storeContext.ts';
import { ComparisonSettings } from './ComparisonSettings.tsx';
import { MethodSettings } from './MethodSettings.tsx';
import { PerturbationSettings } from './PerturbationSettings.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import styles from './settings.module.css';

/** Right column: everything that can be asked for, in the order in which it acts. */
export function SettingsPanel(): ReactNode {
  const text = useText().settings;
  const { undo, reset } = useController();
  const canUndo = useApp(({ past }) => past.length > 0);
  return (
    <div id="settings" className={styles.panel} tabIndex={-1}>
      <div className={styles.history}>
        <button type="button" className={controls.quiet} disabled={!canUndo} onClick={undo}>
          <Icon name="undo" /> {text.undo}
        </button>
        <button type="button" className={controls.quiet} onClick={reset}>
          <Icon name="reset" /> {text.reset}
        </button>
      </div>
      <SettingsGroup title={text.explanation}>
        <MethodSettings />
      </SettingsGroup>
      <SettingsGroup title={text.change}>
        <PerturbationSettings />
      </SettingsGroup>
      <SettingsGroup title={text.comparison}>
        <ComparisonSettings />
      </SettingsGroup>
    </div>
  );
}
