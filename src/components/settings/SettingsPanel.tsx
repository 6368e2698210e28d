import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { Icon } from '../icons.tsx';
import { useApp, useController } from '../storeContext.ts';
import { ComparisonSettings } from './ComparisonSettings.tsx';
import { MethodSettings } from './MethodSettings.tsx';
import { PerturbationSettings } from './PerturbationSettings.tsx';
import styles from './settings.module.css';

interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Group({ title, children }: GroupProps): ReactNode {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <h2 id={id} className={controls.heading}>
        {title}
      </h2>
      {children}
    </div>
  );
}

/** Right column: everything that can be asked for, in the order in which it acts. */
export function SettingsPanel(): ReactNode {
  const text = useText().settings;
  const { undo, reset } = useController();
  const canUndo = useApp(({ past }) => past.length > 0);
  return (
    <div className={styles.panel}>
      <div className={styles.history}>
        <button type="button" className={controls.quiet} disabled={!canUndo} onClick={undo}>
          <Icon name="undo" /> {text.undo}
        </button>
        <button type="button" className={controls.quiet} onClick={reset}>
          <Icon name="reset" /> {text.reset}
        </button>
      </div>
      <Group title={text.explanation}>
        <MethodSettings />
      </Group>
      <Group title={text.change}>
        <PerturbationSettings />
      </Group>
      <Group title={text.comparison}>
        <ComparisonSettings />
      </Group>
    </div>
  );
}
