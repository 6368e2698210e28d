import { type ReactNode, useContext } from 'react';
import type { Analysis } from '../../domain/analysis.ts';
import type { ParityCheck } from '../../domain/backend.ts';
import type { Speech } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { useApp, useController } from '../storeContext.ts';
import { Check } from './Check.tsx';

function foundText(check: ParityCheck, { text, format }: Speech): string {
  const numbers = {
    difference: check.maxDifference?.toExponential(1) ?? '–',
    error: check.relativeError?.toExponential(1) ?? '–',
    shared: format.integer(check.sharedStrongest),
    of: format.integer(check.strongest),
  };
  return check.passed ? text.backend.parityPassed(numbers) : text.backend.parityFailed(numbers);
}

/** Whether the map is the one that plain JavaScript computes: asked for by a button, since it takes a while. */
export function Parity({
  analysis,
}: {
  readonly analysis: Pick<Analysis, 'backend' | 'parity'>;
}): ReactNode {
  const speech = useContext(SpeechContext);
  const { text, format } = speech;
  const { parity } = useController();
  const run = useApp((state) => state.parity);
  const words = text.backend;
  const button = (name: string, press: () => void) => (
    <button type="button" className={controls.quiet} onClick={press}>
      {name}
    </button>
  );
  const line = (value: string, action?: ReactNode) => (
    <Check name={words.parityLabel} meaning={words.parityHelp} value={value} action={action} />
  );
  if (analysis.backend.id === 'cpu') return line(words.parityItself);
  if (run.status === 'running') {
    const { done = 0, total = 0 } = run.progress ?? {};
    const share = format.share(total > 0 ? done / total : 0);
    return line(words.parityRunning({ share }), button(words.parityStop, parity.cancel));
  }
  if (run.status === 'failed')
    return line(
      text.problems.byCode[run.problem.code].say(run.problem.detail),
      button(words.parityAsk, parity.start),
    );
  if (analysis.parity) return line(foundText(analysis.parity, speech));
  return line('', button(words.parityAsk, parity.start));
}
