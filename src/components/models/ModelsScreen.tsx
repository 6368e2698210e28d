import { type ReactNode, useMemo } from 'react';
import { familiesOf } from '../../domain/family.ts';
import { useModelsText } from '../../i18n/useModelsText.ts';
import { useApp } from '../storeContext.ts';
import { FamilyTable } from './FamilyTable.tsx';
import styles from './models.module.css';

/** Every model there is, with what must be known to trust it. */
export function ModelsScreen(): ReactNode {
  const { frame } = useModelsText();
  const cards = useApp((state) => state.cards);
  const families = useMemo(() => familiesOf(cards), [cards]);
  return (
    <div className={styles.screen}>
      <header className={styles.intro}>
        <h2 className={styles.heading}>{frame.title}</h2>
        <p className={styles.about}>{frame.about}</p>
      </header>
      <section
        className={styles.section}
        aria-labelledby="models-shipped"
        id="result"
        tabIndex={-1}
      >
        <h3 id="models-shipped" className={styles.title}>
          {frame.shipped}
        </h3>
        {families.map((family) => (
          <FamilyTable key={family[0].id} family={family} />
        ))}
      </section>
    </div>
  );
}
