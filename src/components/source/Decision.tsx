import type { ReactNode } from 'react';
import type { Localised } from '../../domain/model.ts';
import { useFormat, useLanguage, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import styles from './Decision.module.css';

/** Classes shown; the rest is only counted. */
const SHOWN = 4;

interface DecisionProps {
  readonly classes: readonly Localised[];
  readonly before: Float32Array<ArrayBuffer>;
  /** Null until the perturbed picture was looked at. */
  readonly after: Float32Array<ArrayBuffer> | null;
  readonly targetClass: number | null;
}

/** Class indices that matter, the most probable before or after first. */
function ranked({ classes, before, after }: DecisionProps): number[] {
  const weight = (index: number) => Math.max(before[index] ?? 0, after?.[index] ?? 0);
  return classes.map((_, index) => index).sort((a, b) => weight(b) - weight(a) || a - b);
}

const largest = (values: Float32Array<ArrayBuffer>): number =>
  values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);

/** What the model said before and after the change. */
export function Decision(props: DecisionProps): ReactNode {
  const { classes, before, after } = props;
  const text = useText().model;
  const format = useFormat();
  const language = useLanguage();
  const order = ranked(props);
  const nameOf = (index: number) => classes[index]?.[language] ?? String(index);
  const [first, last] = [largest(before), after && largest(after)];
  const changed = last !== null && last !== first;
  return (
    <div className={styles.decision}>
      <h2 className={controls.heading}>{text.decision}</h2>
      {changed && (
        <p className={styles.changed}>
          {text.decisionChanged({ before: nameOf(first), after: nameOf(last) })}
        </p>
      )}
      <ul className={styles.list}>
        {order.slice(0, SHOWN).map((index) => {
          const shares = [before[index] ?? 0, after ? (after[index] ?? 0) : null] as const;
          const [was, is] = shares.map((share) => format.share(share));
          return (
            <li key={index} className={index === first ? styles.winner : undefined}>
              <span className={styles.name}>{nameOf(index)}</span>
              <span className={styles.bars} aria-hidden="true">
                <span className={styles.before} style={{ width: `${shares[0] * 100}%` }} />
                <span className={styles.after} style={{ width: `${(shares[1] ?? 0) * 100}%` }} />
              </span>
              <span className={styles.shares}>
                <span>{was}</span> <span aria-hidden="true">→</span> <span>{is}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {classes.length > SHOWN && (
        <p className={styles.rest}>
          {text.others({ count: format.integer(classes.length - SHOWN) })}
        </p>
      )}
    </div>
  );
}
