import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/useText.ts';
import styles from './fields.module.css';
import { Hint } from './Hint.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly lang?: string;
  readonly disabled?: boolean;
  /** Choices of one group stand together under its name. */
  readonly group?: string;
}

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly look?: 'block' | 'row' | 'inline' | 'bare';
}

function Options<T extends string>({ choices }: Pick<SelectFieldProps<T>, 'choices'>): ReactNode {
  const option = ({ value, lang, name, disabled }: Choice<T>) => (
    <option key={value} value={value} lang={lang} disabled={disabled}>
      {name}
    </option>
  );
  const groups = [...new Set(choices.map(({ group }) => group))];
  return groups.map((group) => {
    const own = choices.filter((choice) => choice.group === group).map(option);
    return group === undefined ? (
      own
    ) : (
      <optgroup key={group} label={group}>
        {own}
      </optgroup>
    );
  });
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
          <Options choices={choices} />
        </select>
      </div>
    </div>
  );
}
