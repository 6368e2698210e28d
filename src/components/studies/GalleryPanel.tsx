import type { ReactNode } from 'react';
import { METHOD_IDS } from '../../domain/attribution.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useApp } from '../storeContext.ts';
import { GalleryCard } from './GalleryCard.tsx';
import styles from './gallery.module.css';
import { StudyPanel } from './StudyPanel.tsx';

/** Every method on the picture and perturbation, side by side. */
export function GalleryPanel(): ReactNode {
  const text = useStudyText().gallery;
  const study = useApp(({ studies }) => studies.gallery);
  const shown = study.status === 'running' || (study.status !== 'idle' && study.parts.length > 0);
  return (
    <StudyPanel id="gallery" title={text.title} about={text.about} empty={text.empty}>
      {shown ? (
        <>
          <p className={styles.note}>{text.scale}</p>
          <ul className={styles.grid} aria-label={text.list}>
            {METHOD_IDS.map((method) => (
              <GalleryCard
                key={method}
                method={method}
                entry={study.parts.find((part) => part.method === method) ?? null}
                result={study.basis.result}
                running={study.status === 'running'}
              />
            ))}
          </ul>
        </>
      ) : null}
    </StudyPanel>
  );
}
