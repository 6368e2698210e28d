import type { Estimate, ExperimentResult, Level } from '../../domain/evidence.ts';
import { estimateAt, levelsOf, overlap } from '../../domain/evidenceCells.ts';
import type { EvidenceSpeech, Shown } from './speech.ts';

interface ScoreAlarms {
  readonly level: Level;
  readonly auc: Estimate;
  /** Share of harmless changes that raise the alarm when 95 % of the attacks do. */
  readonly falseAlarms: Estimate | null;
}

/** How well scores tell attacked explanations from harmlessly changed ones. */
export interface FalseAlarmsFinding {
  /** `best`: one score leads; `tie`: others are not told apart from it; `blind`: no score beats a tossed coin. */
  readonly say: 'best' | 'tie' | 'blind';
  readonly best: ScoreAlarms;
  /** Scores whose interval overlaps that of the best. */
  readonly tied: readonly Level[];
  /** The score with the most false alarms; null where they are not known or the best itself has them. */
  readonly loudest: (ScoreAlarms & { readonly falseAlarms: Estimate }) | null;
  /** The plain top-k intersection, where its interval holds 0.5: it cannot tell. */
  readonly topKBlind: Estimate | null;
  readonly at: Shown['at'];
}

const COIN = 0.5;
const isBlind = ({ low }: Estimate): boolean => low <= COIN;

/** Ranks the scores by AUC for the strength and method shown; null without an AUC. */
export function falseAlarms(result: ExperimentResult, { at }: Shown): FalseAlarmsFinding | null {
  const scores = levelsOf(result, 'score').flatMap((level): ScoreAlarms[] => {
    const own = { ...at, score: level };
    const auc = estimateAt(result, own, 'auc');
    return auc ? [{ level, auc, falseAlarms: estimateAt(result, own, 'falseAlarms') }] : [];
  });
  const [best, ...others] = scores.toSorted((a, b) => b.auc.value - a.auc.value);
  if (!best) return null;
  const tied = others.filter(({ auc }) => overlap(auc, best.auc)).map(({ level }) => level);
  const [loudest] = scores
    .flatMap((one) => (one.falseAlarms ? [{ ...one, falseAlarms: one.falseAlarms }] : []))
    .toSorted((a, b) => b.falseAlarms.value - a.falseAlarms.value);
  const topK = scores.find(({ level }) => level === 'topKIntersection');
  const leads = tied.length > 0 ? 'tie' : 'best';
  return {
    say: scores.every(({ auc }) => isBlind(auc)) ? 'blind' : leads,
    best,
    tied,
    loudest: loudest && loudest.level !== best.level ? loudest : null,
    topKBlind: topK && isBlind(topK.auc) && topK.auc.high >= COIN ? topK.auc : null,
    at,
  };
}

/** A section of the language catalogues. */
export interface FalseAlarmsText {
  readonly best: (n: { score: string; auc: string; epsilon: string }) => string;
  readonly tie: (n: { score: string; auc: string; epsilon: string; others: string }) => string;
  readonly blind: (n: { score: string; auc: string; epsilon: string }) => string;
  readonly alarms: (n: { loudest: string; loud: string; best: string; quiet: string }) => string;
  readonly topKBlind: (n: { score: string; auc: string }) => string;
  readonly end: string;
}

/** Names of so many tied scores are said; more would be a list, not a sentence. */
const MOST_NAMES = 3;

export function sayFalseAlarms(
  { say, best, tied, loudest, topKBlind, at }: FalseAlarmsFinding,
  text: FalseAlarmsText,
  speech: EvidenceSpeech,
): string {
  const nameOf = (level: Level) => speech.name('score', level);
  const n = {
    score: nameOf(best.level),
    auc: speech.estimate(best.auc),
    epsilon: speech.name('epsilon', at.epsilon),
  };
  const some = tied.slice(0, MOST_NAMES).map(nameOf);
  const rest = tied.length > MOST_NAMES ? ['…'] : [];
  const first =
    say === 'tie' ? text.tie({ ...n, others: speech.list([...some, ...rest]) }) : text[say](n);
  const alarms =
    say !== 'blind' && loudest && best.falseAlarms
      ? text.alarms({
          loudest: nameOf(loudest.level),
          loud: speech.share(loudest.falseAlarms.value),
          best: n.score,
          quiet: speech.share(best.falseAlarms.value),
        })
      : '';
  const blind =
    say !== 'blind' && topKBlind
      ? text.topKBlind({ score: nameOf('topKIntersection'), auc: speech.estimate(topKBlind) })
      : '';
  return [first, alarms, blind, text.end].join('');
}
