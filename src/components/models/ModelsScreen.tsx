import { type ReactNode, useMemo } from 'react';
import { familiesOf } from '../../domain/family.ts';
import { isOwn } from '../../domain/ownModel.ts';
import { useModelsText } from '../../i18n/useModelsText.ts';
import { Screen } from '../Screen.tsx';
import { useApp } from '../storeContext.ts';
import { FamilyTable } from './FamilyTable.tsx';
import styles from './models.module.css';
import { OwnActions } from './OwnActions.tsx';
import { OwnChooser } from './OwnChooser.tsx';

/** Every model there is, with what must be known to trust it. */
export function ModelsScreen(): ReactNode {
  const { frame, own } = useModelsText();
  const cards = useApp((state) => state.cards);
  const { shipped, brought } = useMemo(
    () => ({
      shipped: familiesOf(cards.filter(({ id }) => !isOwn(id))),
      brought: familiesOf(cards.filter(({ id }) => isOwn(id))),
    }),
    [cards],
  );
  return (
    <Screen title={frame.title} about={frame.about}>
      <section className={styles.section} aria-labelledby="models-own">
        <h3 id="models-own" className={styles.title}>
          {own.title}
        </h3>
        <OwnChooser />
        {brought.map((family) => (
          <FamilyTable key={family[0].id} family={family} Actions={OwnActions} />
        ))}
      </section>
      <section className={styles.section} aria-labelledby="models-shipped">
        <h3 id="models-shipped" className={styles.title}>
          {frame.shipped}
        </h3>
        {shipped.map((family) => (
          <FamilyTable key={family[0].id} family={family} />
        ))}
      </section>
    </Screen>
  );
}
