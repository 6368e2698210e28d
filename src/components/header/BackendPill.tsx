import { type ReactNode, useId, useRef } from 'react';
import type { Analysis } from '../../domain/analysis.ts';
import { BACKEND_IDS, type BackendId } from '../../domain/backend.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { placeBeside } from '../fields/placeBeside.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { Icon } from '../icons.tsx';
import styles from './header.module.css';

type BackendChoice = BackendId | 'automatic';

interface BackendPillProps {
  /** The last result; null before the first. */
  readonly analysis: Pick<Analysis, 'backend' | 'gradientCheck' | 'durationMs'> | null;
  readonly asked: BackendId | null;
  readonly onAsk: (backend: BackendId | null) => void;
}

/** What is known of the backend, in sentences. */
function Facts({ analysis }: { readonly analysis: NonNullable<BackendPillProps['analysis']> }) {
  const text = useText().backend;
  const format = useFormat();
  const { backend, gradientCheck: check, durationMs } = analysis;
  const error = check.maxRelativeError;
  const numbers = {
    error: error === null ? '–' : error.toExponential(1),
    directions: format.integer(check.directions),
  };
  const judged = check.passed ? text.checkPassedLong(numbers) : text.checkFailedLong(numbers);
  return (
    <>
      <p>{text.reasons[backend.reason]}</p>
      <p>{error === null && check.passed ? text.checkUnjudged : judged}</p>
      <dl className={styles.facts}>
        {backend.renderer && (
          <div>
            <dt>{text.renderer}</dt>
            <dd>{backend.renderer}</dd>
          </div>
        )}
        <div>
          <dt>{text.version}</dt>
          <dd>{backend.version}</dd>
        </div>
        <div>
          <dt>{text.time}</dt>
          <dd>{format.number(durationMs / 1000)} s</dd>
        </div>
      </dl>
    </>
  );
}

/** Which backend really ran and whether its gradients were found right; a press opens the details. */
export function BackendPill({ analysis, asked, onAsk }: BackendPillProps): ReactNode {
  const text = useText().backend;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const passed = analysis?.gradientCheck.passed ?? true;
  const choices = [
    { value: 'automatic' as const, name: text.automatic },
    ...BACKEND_IDS.map((value) => ({ value, name: text.names[value] })),
  ];
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.pill}
        data-testid="backend"
        data-backend={analysis?.backend.id}
        data-gradient-check={analysis ? (passed ? 'passed' : 'failed') : undefined}
        popoverTarget={id}
      >
        <Icon name={passed ? 'chip' : 'warning'} size={14} />
        {analysis ? text.names[analysis.backend.id] : text.starting}
        {analysis && (
          <span className={styles.check}>
            {'· '}
            {passed ? text.checkPassed : text.checkFailed}
          </span>
        )}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={text.heading}
        className={styles.details}
        onToggle={({ currentTarget, newState }) => {
          if (newState === 'open' && button.current) placeBeside(currentTarget, button.current);
        }}
      >
        <h2>{text.heading}</h2>
        {analysis && <Facts analysis={analysis} />}
        <SelectField<BackendChoice>
          label={text.choose}
          value={asked ?? 'automatic'}
          choices={choices}
          onChange={(choice) => onAsk(choice === 'automatic' ? null : choice)}
        />
      </div>
    </>
  );
}
