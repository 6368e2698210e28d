import type { ReactNode } from 'react';
import type { ModelCard } from '../../domain/model.ts';
import { useModelsText } from '../../i18n/useModelsText.ts';
import { useFormat, useLanguage, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { ModelCardFacts } from '../source/ModelCardFacts.tsx';
import { useApp, useController } from '../storeContext.ts';
import styles from './models.module.css';

/** A share as a number and a bar; all bars of a column have one scale, 0…100 %. */
function Share({ value, strong }: { readonly value: number | null; readonly strong: boolean }) {
  const format = useFormat();
  const { frame } = useModelsText();
  if (value === null) return <span className={styles.quiet}>{frame.notMeasured}</span>;
  return (
    <span className={styles.share}>
      <span className={styles.number}>{format.share(value)}</span>
      <span className={styles.track} aria-hidden="true">
        <span
          className={strong ? styles.bar : styles.attacked}
          style={{ inlineSize: `${100 * value}%` }}
        />
      </span>
    </span>
  );
}

/** Leads to Compare with a model; says so where it is the one in use. */
function UseButton({ card }: { readonly card: ModelCard }): ReactNode {
  const { frame } = useModelsText();
  const language = useLanguage();
  const { setModel } = useController();
  const inUse = useApp(({ asked }) => asked.settings.modelId === card.id);
  if (inUse) return <span className={styles.quiet}>{frame.inUse}</span>;
  return (
    <a
      className={controls.quiet}
      href="#/"
      aria-label={frame.useOf({ name: card.name[language] })}
      onClick={() => setModel(card.id)}
    >
      {frame.use}
    </a>
  );
}

/** What else can be done with a model of the table. */
type Actions = (props: { readonly card: ModelCard }) => ReactNode;

interface RowProps {
  readonly card: ModelCard;
  readonly Actions?: Actions | undefined;
}

function Row({ card, Actions: More }: RowProps): ReactNode {
  const { frame } = useModelsText();
  const text = useText().model;
  const format = useFormat();
  const language = useLanguage();
  const { accuracy, data } = card;
  return (
    <tr>
      <th scope="row">{card.name[language]}</th>
      <td data-label={frame.columns.regime}>{text.regimes[card.regime]}</td>
      <td data-label={frame.columns.pictures}>
        {frame.pictures({ count: format.integer(data.trainingPictures) })}
      </td>
      <td data-label={text[accuracy.measure]}>
        <Share value={accuracy.clean} strong />
      </td>
      <td data-label={frame.columns.attacked}>
        <Share value={accuracy.underPgd?.accuracy ?? null} strong={false} />
      </td>
      <td>
        <UseButton card={card} />
        {More && <More card={card} />}
      </td>
    </tr>
  );
}

interface FamilyTableProps {
  readonly family: readonly ModelCard[];
  readonly Actions?: Actions;
}

/** The models of one data set beside each other, and the card of each. */
export function FamilyTable({ family, Actions: More }: FamilyTableProps): ReactNode {
  const { frame } = useModelsText();
  const text = useText().model;
  const format = useFormat();
  const [{ data, input, accuracy }] = family;
  const channels = input.channels === 1 ? text.channels.grey : text.channels.rgb;
  const size = `${input.width} × ${input.height} ${channels}`;
  const epsilon = accuracy.underPgd && format.number(255 * accuracy.underPgd.epsilon, 1);
  const { columns } = frame;
  return (
    <section className={styles.family} aria-label={frame.table({ data: data.name })}>
      <h4 className={styles.familyName}>{frame.familyOf({ data: data.name, input: size })}</h4>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.model}</th>
            <th scope="col">{columns.regime}</th>
            <th scope="col">{columns.pictures}</th>
            <th scope="col">{text[accuracy.measure]}</th>
            <th scope="col">{columns.attacked}</th>
            <th scope="col">
              <span className="visually-hidden">{columns.open}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {family.map((card) => (
            <Row key={card.id} card={card} Actions={More} />
          ))}
        </tbody>
      </table>
      {epsilon && <p className={styles.note}>{frame.attackNote({ epsilon })}</p>}
      <h5 className={styles.note}>{frame.cards}</h5>
      <div className={styles.cards}>
        {family.map((card) => (
          <ModelCardFacts key={card.id} card={card} named />
        ))}
      </div>
    </section>
  );
}
