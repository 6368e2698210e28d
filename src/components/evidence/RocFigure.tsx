import { type ReactNode, useId, useMemo, useState } from 'react';
import type { EvidenceChoice } from '../../charts/evidencePlan.ts';
import type { ExperimentResult, Level } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import figure from '../figures/figure.module.css';
import styles from './intervals.module.css';
import { RocPlot } from './RocPlot.tsx';
import { RocTable } from './RocTable.tsx';
import { type RocOfScore, rocCells } from './rocCells.ts';
import { SeriesKey } from './SeriesKey.tsx';
import { useEvidenceSpeech } from './useEvidenceSpeech.ts';

/** Curves in colour; more are hard to follow. */
const MOST = 4;

/** The best, the plain top-k, its locality-aware kin, and the worst. */
function firstScores(curves: readonly RocOfScore[]): readonly Level[] {
  const known = curves.map(({ score }) => score);
  const wanted = [known[0], 'topKIntersection', 'lensRecallAtK', known.at(-1), known[1]];
  const first = wanted.filter((score) => score !== undefined && known.includes(score));
  return [...new Set(first)].filter((score) => score !== undefined).slice(0, MOST);
}

interface RocFigureProps {
  readonly result: ExperimentResult;
  readonly choice: EvidenceChoice;
}

/** ROC curves of the scores: a few in colour, to be chosen, the others behind them. */
export function RocFigure({ result, choice }: RocFigureProps): ReactNode {
  const titleId = useId();
  const { frame } = useEvidenceText();
  const { name } = useEvidenceSpeech(result);
  const curves = useMemo(() => rocCells(result, choice), [result, choice]);
  const [chosen, setChosen] = useState<readonly Level[]>(() => firstScores(curves));
  const shown = chosen.flatMap((score) => curves.filter((curve) => curve.score === score));
  const quiet = curves.filter(({ score }) => !chosen.includes(score));
  const toggle = (score: Level) =>
    setChosen(chosen.includes(score) ? chosen.filter((one) => one !== score) : [...chosen, score]);
  return (
    <figure className={figure.figure} aria-labelledby={titleId}>
      <figcaption className={figure.head}>
        <span id={titleId} className={figure.title}>
          {frame.roc}
        </span>
        <span className={figure.subtitle}>{frame.rocAbout}</span>
      </figcaption>
      <RocPlot shown={shown} quiet={quiet} nameOf={(score) => name('score', score)} />
      <fieldset className={styles.curves}>
        <legend className="visually-hidden">{frame.rocCurves}</legend>
        {curves.map(({ score }) => {
          const index = chosen.indexOf(score);
          return (
            <label key={score}>
              <input
                type="checkbox"
                checked={index >= 0}
                disabled={index < 0 && chosen.length >= MOST}
                onChange={() => toggle(score)}
              />
              {index >= 0 && <SeriesKey index={index} line />}
              {name('score', score)}
            </label>
          );
        })}
      </fieldset>
      <RocTable curves={curves} nameOf={(score) => name('score', score)} />
    </figure>
  );
}
