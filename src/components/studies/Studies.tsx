import { lazy, type ReactNode, Suspense } from 'react';
import { useText } from '../../i18n/useText.ts';
import styles from './studies.module.css';

/** In the place of a panel whose file did not come: the rest of the page goes on. */
function Missing(): ReactNode {
  return <p role="alert">{useText().app.partMissing}</p>;
}

/** A panel with a file of its own, fetched when the page has answered. */
const later = (load: () => Promise<() => ReactNode>) =>
  lazy(() =>
    load().then(
      (panel) => ({ default: panel }),
      () => ({ default: Missing }),
    ),
  );

/** The panels, in order; the name is that of the study. */
const PANELS = [
  { id: 'margin', Panel: later(async () => (await import('./MarginPanel.tsx')).MarginPanel) },
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
