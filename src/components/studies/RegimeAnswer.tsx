import { type ReactNode, useContext } from 'react';
import type { Explanation } from '../../domain/analysis.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { className, verdictNumbers, verdictWords } from '../../report/verdictNumbers.ts';
import { Hint } from '../fields/Hint.tsx';
import { HeatmapScale } from '../figures/HeatmapScale.tsx';
import { usePairScale } from '../figures/heatmapData.ts';
import { Icon } from '../icons.tsx';
import { VERDICT_ICONS } from '../result/verdictIcons.ts';
import { useApp } from '../storeContext.ts';
import { RegimeScores } from './RegimeScores.tsx';
import styles from './regimes.module.css';
import type { ReadyFinding } from './regimeWords.ts';
import { Thumb } from './Thumb.tsx';

interface RegimeAnswerProps {
  readonly found: ReadyFinding;
  /** How the model was trained. */
  readonly label: string;
}

/** The verdict by its name; why and what to do next on asking. */
function VerdictLine({ found, label }: RegimeAnswerProps): ReactNode {
  const speech = useContext(SpeechContext);
  const text = useStudyText().regimes;
  const { verdicts } = speech.text;
  const { verdict } = found;
  const { because, next } = verdictWords(verdicts, verdict, verdictNumbers(found, speech), false);
  return (
    <p className={styles.verdict} data-verdict={verdict.id}>
      <Icon name={VERDICT_ICONS[verdict.id]} />
      <strong>{verdicts.headlines[verdict.id]}</strong>
      <Hint
        label={text.why({ model: label })}
        content={
          <>
            <p>{because}</p>
            <p>{next}</p>
          </>
        }
      >
        {null}
      </Hint>
    </p>
  );
}

/** What the model said before and after. */
function Decided({ found }: { readonly found: ReadyFinding }): ReactNode {
  const { format, language } = useContext(SpeechContext);
  const text = useStudyText().regimes;
  const { analysis } = found;
  const { original, perturbed, targetClass } = analysis;
  const said = ({ predictedClass, probabilities }: Explanation) =>
    text.decided({
      name: className(analysis, predictedClass, language),
      share: format.share(probabilities[predictedClass] ?? null),
    });
  return (
    <dl className={styles.facts} data-turned={original.predictedClass !== perturbed.predictedClass}>
      <div>
        <dt>{text.before}</dt>
        <dd>{said(original)}</dd>
      </div>
      <div>
        <dt>{text.after}</dt>
        <dd>{said(perturbed)}</dd>
      </div>
      <div>
        <dt>{text.explained}</dt>
        <dd>{className(analysis, targetClass, language)}</dd>
      </div>
    </dl>
  );
}

/** Both heatmaps on one scale, which only they share. */
function Pair({ found, label }: RegimeAnswerProps): ReactNode {
  const speech = useContext(SpeechContext);
  const text = useStudyText().regimes;
  const colourMap = useApp(({ view }) => view.colourMap);
  const robustScale = useApp(({ view }) => view.robustScale);
  const opacity = useApp(({ view }) => view.opacity);
  const { original, perturbed } = found.analysis;
  const look = { colourMap, robustScale, opacity };
  const scale = usePairScale(original.map, perturbed.map, look);
  return (
    <>
      <div className={styles.pair}>
        <Thumb
          map={original.map}
          input={original.input}
          scale={scale}
          name={text.original({ name: label })}
        />
        <Thumb
          map={perturbed.map}
          input={perturbed.input}
          scale={scale}
          name={text.perturbed({ name: label })}
        />
      </div>
      <HeatmapScale scale={scale} texts={speech.text.figures.colourScale} meaning="value" />
    </>
  );
}

/** Everything found of one model. */
export function RegimeAnswer({ found, label }: RegimeAnswerProps): ReactNode {
  const text = useStudyText().regimes;
  const { original, perturbed } = found.analysis;
  return (
    <>
      <VerdictLine found={found} label={label} />
      <Pair found={found} label={label} />
      {(original.deadGradient || perturbed.deadGradient) && (
        <p className={styles.warning}>{text.dead}</p>
      )}
      <Decided found={found} />
      <RegimeScores scores={found.scores} name={text.scores({ model: label })} />
    </>
  );
}
