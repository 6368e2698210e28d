import type { ReactNode } from 'react';
import type { Thresholds, Verdict, VerdictNumbers } from '../../domain/score.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { verdictWords } from '../../report/verdictNumbers.ts';
import { Icon } from '../icons.tsx';
import styles from './Verdict.module.css';
import { VERDICT_ICONS } from './verdictIcons.ts';

interface VerdictBannerProps {
  /** Null until the pair is scored. */
  readonly shown: {
    readonly verdict: Verdict;
    readonly numbers: VerdictNumbers;
    readonly thresholds: Thresholds;
  } | null;
  /** Two maps of another tool: no model, no curve. */
  readonly ofMaps?: boolean;
  /** The settings asked for are no longer those the verdict stands on. */
  readonly outOfDate: 'no' | 'computing' | 'stopped';
  /** The place of a sweep that is looked at instead of the chosen change; null for the chosen one. */
  readonly lookingAt: string | null;
}

/** The last line: how far the verdict can be relied on. */
function Standing(
  props: Pick<VerdictBannerProps, 'outOfDate' | 'lookingAt'> & { readonly thresholds: Thresholds },
) {
  const text = useText().verdicts;
  const format = useFormat();
  const { outOfDate, lookingAt, thresholds } = props;
  if (outOfDate !== 'no')
    return <strong>{outOfDate === 'computing' ? text.outOfDate : text.outOfDateIdle}</strong>;
  if (lookingAt !== null) return <strong>{text.previewing({ caption: lookingAt })}</strong>;
  return text.agreeAt({
    agree: format.score(thresholds.agree),
    chance: format.score(thresholds.chance),
  });
}

/** The answer in plain words, with its reason and what to do next. */
export function VerdictBanner(props: VerdictBannerProps): ReactNode {
  const { shown, outOfDate, lookingAt, ofMaps = false } = props;
  const text = useText().verdicts;
  if (!shown)
    return (
      <div className={styles.frame}>
        <section className={styles.verdict} aria-label={text.region} data-verdict="pending">
          <p className={styles.pending}>{text.pending}</p>
        </section>
      </div>
    );
  const { verdict, numbers, thresholds } = shown;
  const words = verdictWords(text, verdict, numbers, ofMaps);
  return (
    <div className={styles.frame}>
      <section
        className={styles.verdict}
        aria-label={text.region}
        data-verdict={verdict.id}
        data-reason={verdict.reason}
        data-out-of-date={outOfDate !== 'no'}
      >
        <h2 className={styles.headline}>
          <Icon name={VERDICT_ICONS[verdict.id]} size={20} />
          {text.headlines[verdict.id]}
        </h2>
        <p className={styles.because}>{words.because}</p>
        <p className={styles.next}>
          <strong>{text.next}</strong> {words.next}
        </p>
        <p className={styles.limits}>
          <Standing outOfDate={outOfDate} lookingAt={lookingAt} thresholds={thresholds} />
        </p>
      </section>
    </div>
  );
}
