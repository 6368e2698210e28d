import { type ReactNode, useId } from 'react';
import controls from '../controls.module.css';
import styles from './settings.module.css';

interface SettingsGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Settings that belong together, under a heading. */
export function SettingsGroup({ title, children }: SettingsGroupProps): ReactNode {
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
