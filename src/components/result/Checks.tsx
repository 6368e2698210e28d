import { type ReactNode, useContext } from 'react';
import type { Analysis } from '../../domain/analysis.ts';
import type { CompletenessGap } from '../../domain/attribution.ts';
import type { GradientCheck } from '../../domain/backend.ts';
import type { PerturbationSize } from '../../domain/perturbation.ts';
import { type Speech } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { className } from '../../report/verdictNumbers.ts';
import { useApp } from '../storeContext.ts';
import { Check } from './Check.tsx';
import { Concentration } from './Concentration.tsx';
import { Parity } from './Parity.tsx';
import styles from './result.module.css';
import { Truth } from './Truth.tsx';

interface ChecksProps {
  readonly analysis: Analysis;
  /** The perturbed side on the screen: the chosen change, or the place of a sweep. */
  readonly shown: { readonly size: PerturbationSize; readonly predictedClass: number };
}

function decisionText({ analysis, shown }: ChecksProps, { text, language }: Speech): string {
  const [before, after] = [analysis.original.predictedClass, shown.predictedClass].map((index) =>
    className(analysis, index, language),
  );
  return before === after
    ? text.model.decisionKept({ name: before })
    : text.model.decisionChanged({ before, after });
}

function checkText(
  { maxRelativeError: error, directions }: GradientCheck,
  { text, format }: Speech,
): string {
  if (error === null) return text.backend.checkUnjudged;
  return text.backend.checkResult({
    error: error.toExponential(1),
    directions: format.integer(directions),
  });
}

function sizeText({ linf, l2, clippedShare }: PerturbationSize, { text, format }: Speech): string {
  const size = text.model.perturbationLinf({
    linf: format.number(linf * 255, 1),
    l2: format.number(l2),
  });
  const clipped = text.model.clipped({ share: format.share(clippedShare) });
  return clippedShare > 0 ? `${size}; ${clipped}` : size;
}

/** How far the explanation moves over the whole curve. */
function Sensitivities(): ReactNode {
  const { text, format } = useContext(SpeechContext);
  const sensitivity = useApp((state) => state.sensitivity);
  const words = text.scores;
  const over = (value: number | null) =>
    words.overPlaces({
      value: value === null ? '–' : format.number(value, 2),
      count: format.integer(sensitivity?.places ?? 0),
    });
  return (
    <>
      <Check
        name={words.maxSensitivity}
        meaning={words.maxSensitivityMeaning}
        value={sensitivity && over(sensitivity.maxSensitivity)}
      />
      <Check
        name={words.localLipschitz}
        meaning={words.localLipschitzMeaning}
        value={sensitivity && over(sensitivity.localLipschitz)}
      />
    </>
  );
}

/** What else must be right before a score means anything, and what the maps are like. */
export function Checks(props: ChecksProps): ReactNode {
  const speech = useContext(SpeechContext);
  const { text, format } = speech;
  const { original, perturbed, gradientCheck } = props.analysis;
  const gap = ({ relative }: CompletenessGap): string =>
    relative === null ? text.model.completenessNone : format.share(relative);
  const [before, after] = [original.completenessGap, perturbed.completenessGap];
  return (
    <dl className={`${styles.card} ${styles.checks}`}>
      <Check name={text.model.decisionLabel} value={decisionText(props, speech)} />
      {before && after && (
        <Check
          name={text.model.completenessGap}
          meaning={text.model.completenessHelp}
          value={text.model.completenessBeforeAfter({ before: gap(before), after: gap(after) })}
        />
      )}
      <Check name={text.backend.checkLabel} value={checkText(gradientCheck, speech)} />
      <Parity analysis={props.analysis} />
      {(original.saturated || perturbed.saturated) && (
        <Check
          name={text.model.saturatedLabel}
          meaning={text.model.saturatedHelp}
          value={text.model.saturated}
        />
      )}
      <Check name={text.model.perturbationSize} value={sizeText(props.shown.size, speech)} />
      <Concentration />
      <Sensitivities />
      <Truth />
    </dl>
  );
}
