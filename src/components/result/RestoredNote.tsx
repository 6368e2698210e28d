import { type ReactNode, useContext, useMemo } from 'react';
import type { Speech } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { dayText } from '../../report/reportModel.ts';
import { className } from '../../report/verdictNumbers.ts';
import { type Agreement, agreementOf, type Difference, TOLERANCE } from '../../state/agreement.ts';
import { showsRestored } from '../../state/restoring.ts';
import type { Result, Scored } from '../../state/store.ts';
import controls from '../controls.module.css';
import { useApp } from '../storeContext.ts';
import styles from './Status.module.css';

/** Differences named in the sentence itself. */
const NAMED = 3;
/** Differences listed; the rest is only counted. */
const LISTED = 30;

/** A difference in words: what it is, then, now. */
function sayDifference(
  difference: Difference,
  analysis: Result['analysis'],
  { text, format, language }: Speech,
): string {
  const words = text.restoring;
  const say = <Value,>(
    what: string,
    { then, now }: { then: Value | null; now: Value | null },
    write: (value: Value) => string,
  ): string => {
    const written = (value: Value | null) => (value === null ? format.score(null) : write(value));
    return words.thenNow({ what, then: written(then), now: written(now) });
  };
  const classOf = (index: number): string => className(analysis, index, language);
  switch (difference.kind) {
    case 'verdict':
      return say(words.verdict, difference, (id) => text.verdicts.headlines[id]);
    case 'decision':
      return say(words.sides[difference.side].decision, difference, classOf);
    case 'classCount':
      return say(words.sides[difference.side].classCount, difference, (n) => format.integer(n));
    case 'probability': {
      const what = words.sides[difference.side].probability({ name: classOf(difference.index) });
      return say(what, difference, (share) => format.share(share));
    }
    case 'score': {
      const score = text.scores.byId[difference.id].name;
      const what = difference.aligned ? words.aligned({ score }) : score;
      return say(what, difference, (value) => format.score(value));
    }
  }
}

function useAgreement(): {
  agreement: Agreement;
  date: string;
  analysis: Result['analysis'];
} | null {
  const shown = useApp(showsRestored);
  const restored = useApp((state) => state.restored);
  const result: Result | null = useApp((state) => state.result);
  const scored: Scored | null = useApp((state) => state.scored);
  return useMemo(() => {
    if (!shown || !restored || !result || !scored) return null;
    const { analysis } = result;
    const { session } = restored;
    return {
      agreement: agreementOf(session, { analysis, ...scored }),
      date: session.date,
      analysis,
    };
  }, [shown, restored, result, scored]);
}

/** Of a result that was restored from a report: whether the numbers came out again, and which did not. */
export function RestoredNote(): ReactNode {
  const speech = useContext(SpeechContext);
  const found = useAgreement();
  if (!found) return null;
  const { exact, differences, otherModel } = found.agreement;
  const { text, format } = speech;
  const words = text.restoring;
  const listed = differences
    .slice(0, LISTED)
    .map((difference) => sayDifference(difference, found.analysis, speech));
  const count = format.integer(differences.length);
  const within = {
    score: format.score(TOLERANCE.score),
    probability: format.score(TOLERANCE.probability),
  };
  const list = listed.slice(0, NAMED).join(words.separator);
  const differ = listed.length > NAMED ? words.differMany : words.differ;
  const agrees = differences.length === 0;
  return (
    <div
      className={styles.restored}
      data-agreement={exact ? 'exact' : agrees ? 'close' : 'differs'}
    >
      <p>
        {words.restored({ date: dayText(new Date(found.date)) })}{' '}
        {agrees ? (
          <strong>{exact ? words.exact : words.agree(within)}</strong>
        ) : (
          differ({ count, list })
        )}{' '}
        {otherModel && words.otherModel}
      </p>
      {listed.length > NAMED && (
        <details className={controls.disclosure}>
          <summary>{words.all({ count })}</summary>
          <ul>
            {listed.map((said) => (
              <li key={said}>{said}</li>
            ))}
            {differences.length > LISTED && (
              <li>{words.more({ count: format.integer(differences.length - LISTED) })}</li>
            )}
          </ul>
        </details>
      )}
    </div>
  );
}
