import type { ReactNode } from 'react';
import styles from './Screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** What it is for, under the title. */
  readonly about: string;
  readonly children: ReactNode;
}

/** The frame of a screen that is read from top to bottom: its title, and its sections in one column. */
export function Screen({ title, about, children }: ScreenProps): ReactNode {
  return (
    <div className={styles.screen}>
      <header className={styles.intro}>
        <h2 className={styles.heading}>{title}</h2>
        <p className={styles.about}>{about}</p>
      </header>
      {children}
    </div>
  );
}
