import { type ReactNode, useId, useMemo, useState } from 'react';
import type { EvidenceChoice } from '../../charts/evidencePlan.ts';
import type { EvidenceView } from '../../charts/evidenceView.ts';
import type { ExperimentResult } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import figure from '../figures/figure.module.css';
import curve from '../figures/StabilityCurve.module.css';
import { useWidth } from '../figures/useWidth.ts';
import { IntervalDotsPlot } from './IntervalDotsPlot.tsx';
import { IntervalLegend } from './IntervalLegend.tsx';
import { IntervalLinesPlot } from './IntervalLinesPlot.tsx';
import { IntervalTable } from './IntervalTable.tsx';
import styles from './intervals.module.css';
import { intervalWords } from './intervalWords.ts';
import { useEvidenceSpeech } from './useEvidenceSpeech.ts';

/** Drawn so wide until it was measured: fits a phone. */
const NARROWEST = 300;
/** Narrower plots leave the names of the lines to the legend. */
const LABELS_FROM = 560;

export interface IntervalFigureProps {
  readonly result: ExperimentResult;
  readonly choice: EvidenceChoice;
  readonly view: EvidenceView;
}

/** Title of the figure: what is estimated, of which score. */
function useTitle({ result, choice, view }: IntervalFigureProps): string {
  const { frame } = useEvidenceText();
  const { name } = useEvidenceSpeech(result);
  const estimate = frame.estimates[view.estimate];
  const isOneScore = view.x !== 'score' && view.seriesFactor !== 'score';
  return isOneScore && choice.at.score !== undefined
    ? frame.chart({ estimate, score: name('score', choice.at.score) })
    : estimate;
}

/** Estimates with their 95 % intervals: lines over numbers, rows of dots over names. The table says the same. */
export function IntervalFigure(props: IntervalFigureProps): ReactNode {
  const { result, view } = props;
  const titleId = useId();
  const { frame } = useEvidenceText();
  const speech = useEvidenceSpeech(result);
  const { ref, width } = useWidth<HTMLDivElement>(NARROWEST);
  const words = useMemo(() => intervalWords(view, speech, frame), [view, speech, frame]);
  const title = useTitle(props);
  const [active, setActive] = useState<number | null>(null);
  // Another choice may have fewer places.
  const shown = active !== null && active < view.levels.length ? active : null;
  const isEmpty = view.levels.length === 0;
  const Plot = view.numeric ? IntervalLinesPlot : IntervalDotsPlot;
  const labelled = view.numeric && width >= LABELS_FROM && view.series.length > 1;
  return (
    <figure className={figure.figure} aria-labelledby={titleId}>
      <figcaption className={figure.head}>
        <span id={titleId} className={figure.title}>
          {title}
        </span>
        <span className={figure.subtitle}>{frame.notes[view.estimate]}</span>
      </figcaption>
      {!isEmpty && <IntervalLegend view={view} words={words} labelled={labelled} />}
      {/* Measured apart from the plot, whose height follows the width. */}
      <div ref={ref} />
      <div className={curve.plot}>
        {isEmpty ? (
          <p className={styles.nothing}>{frame.undefinedHere}</p>
        ) : (
          <Plot
            view={view}
            words={words}
            title={title}
            width={width}
            labelled={labelled}
            active={shown}
            onActive={setActive}
          />
        )}
      </div>
      {!isEmpty && <IntervalTable view={view} words={words} title={title} />}
    </figure>
  );
}
