import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/useText.ts';
import styles from './fields.module.css';
import { Hint } from './Hint.tsx';

interface CheckFieldProps {
  readonly label: string;
  readonly help: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is on or off. */
export function CheckField({ label, help, checked, onChange }: CheckFieldProps): ReactNode {
  const id = useId();
  const text = useText().settings;
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <Hint label={text.about({ label })} content={<p>{help}</p>}>
        {null}
      </Hint>
    </div>
  );
}
