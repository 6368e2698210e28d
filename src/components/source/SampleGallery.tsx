import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../i18n/useText.ts';
import type { Sample } from '../../state/store.ts';
import controls from '../controls.module.css';
import styles from './source.module.css';

interface SampleGalleryProps {
  readonly samples: readonly Sample[];
  /** File of the sample that is open; null when another picture is. */
  readonly current: string | null;
  readonly onChoose: (sample: Sample) => void;
}

/** The pictures shipped with the product. */
export function SampleGallery({ samples, current, onChoose }: SampleGalleryProps): ReactNode {
  const text = useText().picture;
  const language = useLanguage();
  if (samples.length === 0) return null;
  return (
    <div className={styles.group}>
      <h2 className={controls.heading}>{text.samples}</h2>
      <ul className={styles.samples}>
        {samples.map((sample) => (
          <li key={sample.file}>
            <button
              type="button"
              className={styles.sample}
              aria-label={text.sampleAlt({ name: sample.name[language] })}
              title={sample.name[language]}
              aria-pressed={sample.file === current}
              onClick={() => onChoose(sample)}
            >
              <img src={`samples/${sample.file}`} alt="" loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
