import { type ReactNode, useContext } from 'react';
import type { RowSummary } from '../../domain/rowSummary.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { SpeechContext, useFormat } from '../../i18n/useText.ts';
import { changeCaption } from '../../report/changeCaption.ts';
import { useSet } from '../storeContext.ts';
import { OutcomeMark } from './OutcomeMark.tsx';
import styles from './pictureSet.module.css';
import { fatesOf, outcomesOf } from './verdictCounts.ts';

/** How many pictures came out how, as one bar. */
function OutcomeBar({ summary, name }: { readonly summary: RowSummary; readonly name: string }) {
  const format = useFormat();
  const outcomes = outcomesOf(summary);
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {outcomes.map(([outcome, count]) => (
          <span key={outcome} data-outcome={outcome} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles.legend} aria-label={name}>
        {outcomes.map(([outcome, count]) => (
          <li key={outcome} data-outcome={outcome}>
            <OutcomeMark outcome={outcome} /> {format.integer(count)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same in words, with the mean agreement. */
function Sentences({ summary }: { readonly summary: RowSummary }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const format = useFormat();
  const { language } = useContext(SpeechContext);
  const { total, keep, turn, decide } = fatesOf(summary);
  const rest = total - keep - turn - decide;
  const { agreement, right } = summary;
  const of = (count: number) => ({
    count: format.integer(count),
    share: format.share(count / total),
    total: format.integer(total),
  });
  const sentences = [
    rest < total && text.keep(of(keep)),
    turn > 0 && text.turn(of(turn)),
    decide > 0 && text.decide(of(decide)),
    rest > 0 && text.untold(of(rest)),
    agreement &&
      text.agreement({
        value: format.score(agreement.mean),
        low: format.score(agreement.low),
        high: format.score(agreement.high),
      }),
    right.labelled > 0 &&
      text.right({
        before: format.integer(right.original),
        after: format.integer(right.perturbed),
        total: format.integer(right.labelled),
      }),
  ];
  return <p>{sentences.filter(Boolean).join(language === 'ja' ? '' : ' ')}</p>;
}

/** What the rows so far say, change by change. */
export function SetSummary(): ReactNode {
  const { pictures: text } = useEvidenceText();
  const speech = useContext(SpeechContext);
  const summary = useSet((state) => state.summary);
  if (!summary) return null;
  return (
    <div className={styles.summary}>
      <h4 className={styles.subTitle}>{text.summary}</h4>
      {summary.changes.map((one) => {
        const change = changeCaption(one.perturbation, speech);
        return (
          <div key={change} className={styles.ofChange}>
            <p className={styles.changeName}>{change}</p>
            <div>
              <OutcomeBar summary={one} name={text.bars({ change })} />
              <Sentences summary={one} />
            </div>
          </div>
        );
      })}
    </div>
  );
}
