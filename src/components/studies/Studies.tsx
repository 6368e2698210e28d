import { type ReactNode, Suspense } from 'react';
import { useText } from '../../i18n/useText.ts';
import { later } from '../later.tsx';
import styles from './studies.module.css';

/** The panels, in order; the name is that of the study. */
const PANELS = [
  { id: 'margin', Panel: later(async () => (await import('./MarginPanel.tsx')).MarginPanel) },
  { id: 'regimes', Panel: later(async () => (await import('./RegimesPanel.tsx')).RegimesPanel) },
  {
    id: 'attack',
    Panel: later(async () => (await import('../attack/AttackPanel.tsx')).AttackPanel),
  },
  { id: 'belief', Panel: later(async () => (await import('./BeliefPanel.tsx')).BeliefPanel) },
  { id: 'gallery', Panel: later(async () => (await import('./GalleryPanel.tsx')).GalleryPanel) },
] as const;

/** What can be asked for beside the result, each on its own. */
export function Studies(): ReactNode {
  const text = useText().app;
  return (
    <section className={styles.studies} aria-labelledby="studies">
      <h2 id="studies" className={styles.heading}>
        {text.studies}
      </h2>
      {PANELS.map(({ id, Panel }) => (
        <Suspense key={id} fallback={<div className={styles.pending} aria-hidden="true" />}>
          <Panel />
        </Suspense>
      ))}
    </section>
  );
}
