import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Limits } from '../../domain/limits.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import styles from './fields.module.css';
import { Hint } from './Hint.tsx';
import { isAllowed, readNumber, stepFrom } from './readNumber.ts';

declare module 'react' {
  interface CSSProperties {
    [customProperty: `--${string}`]: string | number;
  }
}

interface NumberFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: number;
  readonly limits: Limits;
  readonly onChange: (value: number) => void;
  /** Said beside the number: its unit, or what it comes to. */
  readonly note?: string;
  /** A slider under the number; off where the range is too wide to be of use. */
  readonly slider?: boolean;
}

/** What was typed and not taken, and the value it was typed over: a new value makes it void. */
interface Draft {
  readonly text: string;
  readonly over: number;
  readonly left: boolean;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** Where the coloured part of the slider's track begins and ends, per cent. */
function fill(value: number, { min, max }: Limits): CSSProperties {
  const at = (x: number) => (100 * (x - min)) / (max - min || 1);
  const [zero, here] = [at(Math.max(min, Math.min(0, max))), at(value)];
  return {
    '--from': `${Math.min(zero, here)}%`,
    '--to': `${Math.max(zero, here)}%`,
  };
}

/** A number with its limits: typed, stepped or slid. A text that breaks the rule stays, and the rule is said. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, help, value, limits, onChange, note, slider = true } = props;
  const id = useId();
  const text = useText().settings;
  const format = useFormat();
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft?.over === value ? draft : null;
  const read = current ? readNumber(current.text) : value;
  const wrong = read === null || !isAllowed(read, limits);
  const complain = wrong && (read !== null || current?.left === true);
  const range = { min: format.number(limits.min, 6), max: format.number(limits.max, 6) };

  const type = (typed: string) => {
    const number = readNumber(typed);
    const good = number !== null && isAllowed(number, limits);
    setDraft({ text: typed, over: good ? number : value, left: false });
    if (good && number !== value) onChange(number);
  };
  const set = (number: number) => {
    setDraft(null);
    if (number !== value) onChange(number);
  };
  const press = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    set(stepFrom(value, steps, limits));
  };
  const leave = () => {
    if (current) setDraft(wrong ? { ...current, left: true } : null);
  };

  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {help && (
          <Hint label={text.about({ label })} content={<p>{help}</p>}>
            {null}
          </Hint>
        )}
        {note && <span className={styles.note}>{note}</span>}
        <input
          id={id}
          className={styles.number}
          role="spinbutton"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={current?.text ?? String(value)}
          aria-valuenow={value}
          aria-valuemin={limits.min}
          aria-valuemax={limits.max}
          aria-invalid={complain}
          aria-describedby={complain ? `${id}-rule` : undefined}
          onChange={({ target }) => type(target.value)}
          onKeyDown={press}
          onBlur={leave}
        />
      </div>
      {slider && (
        <input
          className={styles.slider}
          type="range"
          aria-label={label}
          min={limits.min}
          max={limits.max}
          step={limits.step}
          value={value}
          style={fill(value, limits)}
          onChange={({ target }) => set(Number(target.value))}
        />
      )}
      {complain && current && (
        <p id={`${id}-rule`} className={styles.rule} role="alert">
          {limits.integer ? text.ruleWhole(range) : text.rule(range)}{' '}
          {text.got({ got: current.text })}
        </p>
      )}
    </div>
  );
}
