import type { ReactNode } from 'react';
import type { Problem } from '../../domain/problem.ts';
import type { Progress } from '../../domain/progress.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import styles from './Status.module.css';
import { useRemaining } from './useRemaining.ts';

interface RunningProps {
  readonly progress: Progress | null;
  /** When the run began, milliseconds since 1970. */
  readonly since: number;
  readonly onCancel: () => void;
}

function Running({ progress, since, onCancel }: RunningProps): ReactNode {
  const text = useText().progress;
  const format = useFormat();
  const remaining = useRemaining(progress, since);
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  const count = progress && {
    done: format.integer(progress.done),
    total: format.integer(progress.total),
  };
  return (
    <div className={styles.running}>
      <p className={styles.stage}>
        {progress ? text.stages[progress.stage] : text.starting}
        {/* The numbers change many times a second: seen, not read out. */}
        <span className={styles.count} aria-hidden="true">
          {count && count.total !== '1' && text.count(count)}
          {remaining !== null && ` · ${text.remaining({ time: format.duration(remaining) })}`}
        </span>
      </p>
      <progress
        className={styles.bar}
        aria-label={text.label}
        max={1}
        {...(share === null ? {} : { value: share })}
      />
      <button type="button" className={controls.button} onClick={onCancel}>
        {text.cancel}
      </button>
    </div>
  );
}

interface FailedProps {
  readonly problem: Problem;
  readonly staysBelow: boolean;
  readonly onRetry: (() => void) | null;
}

function Failed({ problem, staysBelow, onRetry }: FailedProps): ReactNode {
  const text = useText().problems;
  const { say, todo } = text.byCode[problem.code];
  return (
    <div className={styles.failed} data-problem={problem.code}>
      <p>
        <strong>{say(problem.detail)}</strong> {todo} {staysBelow && text.stays}
      </p>
      {onRetry && (
        <button type="button" className={controls.button} onClick={onRetry}>
          {text.retry}
        </button>
      )}
    </div>
  );
}

const NOTHING = { what: '', allowed: '', got: '' };

interface StatusAreaProps {
  readonly running: Omit<RunningProps, 'onCancel'> | null;
  readonly failed: Problem | null;
  readonly notices: readonly Problem[];
  /** What is known of the result beyond the run. */
  readonly note?: ReactNode;
  readonly hasResult: boolean;
  /** Said when nothing runs. */
  readonly rest: string;
  /** Something was cancelled and can be taken up again. */
  readonly stopped: boolean;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

/** The one place where the page says what it does and what went wrong. */
export function StatusArea(props: StatusAreaProps): ReactNode {
  const { running, failed, notices, note, hasResult, rest, stopped } = props;
  const { onCancel, onRetry, onDismiss } = props;
  const text = useText().problems;
  // A refused file is refused again: only what may pass the second time can be retried.
  const final = failed !== null && /^(image|file|setting|map|mask|report)-/.test(failed.code);
  return (
    <div className={styles.area}>
      <div role="status" className={styles.status}>
        {running && <Running {...running} onCancel={onCancel} />}
        {failed && (
          <Failed problem={failed} staysBelow={hasResult} onRetry={final ? null : onRetry} />
        )}
        {!running && !failed && (
          <div className={styles.rest}>
            <p>
              {stopped
                ? `${text.byCode.cancelled.say(NOTHING)} ${text.byCode.cancelled.todo}`
                : rest}
            </p>
            {stopped && (
              <button type="button" className={controls.button} onClick={onRetry}>
                {text.resume}
              </button>
            )}
          </div>
        )}
        {note}
        {notices.length > 0 && (
          <div className={styles.notices}>
            <ul>
              {notices.map(({ code, detail }) => (
                <li key={`${code} ${detail.what} ${detail.got}`}>
                  {text.byCode[code].say(detail)} {text.byCode[code].todo}
                </li>
              ))}
            </ul>
            <button type="button" className={controls.button} onClick={onDismiss}>
              {text.dismiss}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
