import { type ReactNode, useContext } from 'react';
import type { AttributionSettings } from '../../domain/attribution.ts';
import { isAntialiased } from '../../domain/family.ts';
import type { ModelCard } from '../../domain/model.ts';
import type { RegimeFinding } from '../../domain/regimes.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { SpeechContext, useFormat, useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { Hint } from '../fields/Hint.tsx';
import { useApp, useController } from '../storeContext.ts';
import { RegimeAnswer } from './RegimeAnswer.tsx';
import styles from './regimes.module.css';
import { modelLabel } from './regimeWords.ts';

interface RegimeColumnProps {
  readonly card: ModelCard;
  readonly family: readonly ModelCard[];
  /** Null until it is there. */
  readonly found: RegimeFinding | null;
  /** What all models were asked. */
  readonly attribution: AttributionSettings;
  readonly running: boolean;
}

/** What the model was trained for. */
function Training({ card, label }: { readonly card: ModelCard; readonly label: string }) {
  const text = useStudyText().regimes;
  return (
    <h4 className={styles.name}>
      <Hint
        look="term"
        content={
          <>
            <p>{text.trainings[card.regime].about}</p>
            {isAntialiased(card) && <p>{text.antialiasedAbout}</p>}
          </>
        }
      >
        {label}
      </Hint>
    </h4>
  );
}

/** How good the model is, by its card. */
function Accuracies({ card }: { readonly card: ModelCard }): ReactNode {
  const text = useStudyText().regimes;
  const words = useText().model;
  const format = useFormat();
  const { measure, clean, underPgd } = card.accuracy;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{words[measure]}</dt>
        <dd>{format.share(clean)}</dd>
      </div>
      {underPgd && (
        <div>
          <dt>
            {text.underPgd({
              epsilon: format.number(255 * underPgd.epsilon, 1),
              steps: format.integer(underPgd.steps),
            })}
          </dt>
          <dd>{format.share(underPgd.accuracy)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Makes the model the current one, for the class and layer that stand in its column. */
function Switch(props: Pick<RegimeColumnProps, 'card' | 'found' | 'attribution'>): ReactNode {
  const { card, found, attribution } = props;
  const { language } = useContext(SpeechContext);
  const text = useStudyText().regimes;
  const { setModel, setAttribution } = useController();
  const current = useApp(({ asked }) => asked.settings.modelId === card.id);
  if (current) return <span className={styles.current}>{text.current}</span>;
  if (found?.status === 'failed') return null;
  const { targetClass, layer } = attribution;
  const use = () => {
    setModel(card.id);
    if (found && (targetClass !== null || layer !== '')) setAttribution({ targetClass, layer });
  };
  return (
    <button
      type="button"
      className={controls.quiet}
      aria-label={text.useNamed({ model: card.name[language] })}
      onClick={use}
    >
      {text.use}
    </button>
  );
}

/** One model of the family. */
export function RegimeColumn(props: RegimeColumnProps): ReactNode {
  const { card, family, found, running } = props;
  const speech = useContext(SpeechContext);
  const text = useStudyText().regimes;
  const label = modelLabel(card, family, text, speech);
  const current = useApp(({ asked }) => asked.settings.modelId === card.id);
  const { byCode } = speech.text.problems;
  return (
    <li className={styles.column} data-model={card.id} data-current={current}>
      <Training card={card} label={label} />
      <div className={styles.head}>
        <p className={styles.model}>{card.name[speech.language]}</p>
        <Switch card={card} found={found} attribution={props.attribution} />
      </div>
      {found?.status === 'ready' && <RegimeAnswer found={found} label={label} />}
      {found?.status === 'failed' && (
        <p className={styles.failed} data-problem={found.code}>
          <strong>{byCode[found.code].say(found.detail)}</strong> {byCode[found.code].todo}
        </p>
      )}
      {!found && (
        <p className={styles.pending} data-running={running}>
          {running ? text.pending : text.notReached}
        </p>
      )}
      <Accuracies card={card} />
    </li>
  );
}
