import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/useText.ts';
import styles from './fields.module.css';
import { Hint } from './Hint.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly lang?: string;
}

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly look?: 'block' | 'row' | 'inline' | 'bare';
}

/** One of several, as a native select. */
export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactNode {
  const { label, help, value, choices, onChange, look = 'block' } = props;
  const id = useId();
  const text = useText().settings;
  const choose = (chosen: string) => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <div className={look === 'block' ? styles.field : styles[look === 'row' ? 'row' : 'inline']}>
      <div className={look === 'bare' ? 'visually-hidden' : styles.head}>
        <label htmlFor={id}>{label}</label>
        {help && (
          <Hint label={text.about({ label })} content={<p>{help}</p>}>
            {null}
          </Hint>
        )}
      </div>
      <div className={styles.select}>
        <select id={id} value={value} onChange={({ target }) => choose(target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} lang={choice.lang}>
              {choice.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
