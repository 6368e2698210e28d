import { type ReactNode, useContext, useId, useRef } from 'react';
import type { Analysis } from '../../domain/analysis.ts';
import { BACKEND_IDS, type BackendId, type BackendTimes } from '../../domain/backend.ts';
import type { Speech } from '../../i18n/speech.ts';
import { SpeechContext, useText } from '../../i18n/useText.ts';
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

/** WebGPU where the browser has it: an experiment, never chosen by itself. */
const isOffered = (id: BackendId): boolean => id !== 'webgpu' || 'gpu' in navigator;

function measuredText({ milliseconds }: BackendTimes, { text, format }: Speech): string {
  return BACKEND_IDS.flatMap((id) => {
    const time = milliseconds[id];
    if (time === undefined) return [];
    return [
      text.backend.measuredTime({ backend: text.backend.names[id], time: format.number(time, 1) }),
    ];
  }).join(' · ');
}

/** What is known of the backend, in sentences. */
function Facts({ analysis }: { readonly analysis: NonNullable<BackendPillProps['analysis']> }) {
  const speech = useContext(SpeechContext);
  const text = speech.text.backend;
  const { format } = speech;
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
      {backend.precision === 'float16' && <p>{text.lowPrecision}</p>}
      <p>{error === null && check.passed ? text.checkUnjudged : judged}</p>
      <dl className={styles.facts}>
        {backend.renderer && (
          <div>
            <dt>{text.renderer}</dt>
            <dd>{backend.renderer}</dd>
          </div>
        )}
        <div>
          <dt>{text.precision}</dt>
          <dd>{text.precisions[backend.precision]}</dd>
        </div>
        {backend.times && (
          <div>
            <dt>{text.measured}</dt>
            <dd>{measuredText(backend.times, speech)}</dd>
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
  const exact = analysis?.backend.precision !== 'float16';
  const choices = [
    { value: 'automatic' as const, name: text.automatic },
    ...BACKEND_IDS.filter(isOffered).map((value) => ({ value, name: text.names[value] })),
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
        <Icon name={passed && exact ? 'chip' : 'warning'} size={14} />
        {analysis ? text.names[analysis.backend.id] : text.starting}
        {analysis && (
          <span className={styles.check}>
            {'· '}
            {passed ? text.checkPassed : text.checkFailed}
            {!exact && ` · ${text.precisions.float16}`}
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
