import type { ReactNode } from 'react';
import type { ModelCard } from '../../domain/model.ts';
import { useFormat, useLanguage, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import styles from './source.module.css';

/** The share right of each class, as a list inside the facts. */
function PerClass({ card }: { readonly card: ModelCard }): ReactNode {
  const language = useLanguage();
  const format = useFormat();
  return (
    <ul className={styles.perClass}>
      {card.classes.map((name, index) => (
        <li key={name.en}>
          <span>{name[language]}</span>{' '}
          <span>{format.share(card.accuracy.perClass[index] ?? null)}</span>
        </li>
      ))}
    </ul>
  );
}

interface ModelCardFactsProps {
  readonly card: ModelCard;
  /** Says which model it is: among others. */
  readonly named?: boolean;
}

/** Everything somebody must know to trust, or not to trust, a model. */
export function ModelCardFacts({ card, named = false }: ModelCardFactsProps): ReactNode {
  const text = useText().model;
  const format = useFormat();
  const language = useLanguage();
  const { accuracy, data, input } = card;
  const channels = input.channels === 1 ? text.channels.grey : text.channels.rgb;
  const counts = {
    training: format.integer(data.trainingPictures),
    test: format.integer(data.testPictures),
  };
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    [text[accuracy.measure], format.share(accuracy.clean)],
    ...(accuracy.keptUnderNoise === null
      ? []
      : [[text.keptUnderNoise, format.share(accuracy.keptUnderNoise)] as const]),
    ...(accuracy.underPgd
      ? [
          [
            text.underPgd({ epsilon: format.number(255 * accuracy.underPgd.epsilon, 1) }),
            format.share(accuracy.underPgd.accuracy),
          ] as const,
        ]
      : []),
    [text.perClass, <PerClass key="per-class" card={card} />],
    [text.input, `${input.width} × ${input.height} ${channels}, ${text.fits[input.fit]}`],
    [text.totalStride, `${card.totalStride} px`],
    [text.regime, text.regimes[card.regime]],
    [text.data, `${data.name}: ${text.pictures(counts)}`],
    [text.split, data.split],
    [text.licence, data.licence],
    [text.citation, data.citation],
    [text.parameters, format.integer(card.parameters)],
    [text.sha256, <code key="hash">{card.sha256.slice(0, 16)}…</code>],
  ];
  return (
    <details className={controls.disclosure}>
      <summary>
        {named ? card.name[language] : text.card}
        <span className={styles.summaryFact}>{format.share(accuracy.clean)}</span>
      </summary>
      <dl className={styles.card}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {accuracy.remark[language] && <p className={styles.remark}>{accuracy.remark[language]}</p>}
    </details>
  );
}
