import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/useText.ts';
import styles from './fields.module.css';
import { Hint } from './Hint.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly lang?: string;
  readonly disabled?: boolean;
  /** Heading in the list; neighbours with the same one stand under it together. */
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

function asOption<T extends string>({ value, name, lang, disabled }: Choice<T>): ReactNode {
  return (
    <option key={value} value={value} lang={lang} disabled={disabled}>
      {name}
    </option>
  );
}

/** Runs of neighbours of one group. */
function grouped<T extends string>(choices: readonly Choice<T>[]): [Choice<T>, ...Choice<T>[]][] {
  const runs: [Choice<T>, ...Choice<T>[]][] = [];
  for (const choice of choices) {
    const run = runs.at(-1);
    if (run && run[0].group === choice.group) run.push(choice);
    else runs.push([choice]);
  }
  return runs;
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
          {grouped(choices).map(([first, ...more]) => {
            const options = [first, ...more].map(asOption);
            if (!first.group) return options;
            return (
              <optgroup key={first.value} label={first.group}>
                {options}
              </optgroup>
            );
          })}
        </select>
      </div>
    </div>
  );
}
