import { type ReactNode, useContext, useMemo } from 'react';
import { familyOf } from '../../domain/family.ts';
import { type ModelCard, REGIMES } from '../../domain/model.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { className } from '../../report/verdictNumbers.ts';
import { familyAsked } from '../../state/regimes.ts';
import type { Studies } from '../../state/study.ts';
import { useApp } from '../storeContext.ts';
import { RegimeColumn } from './RegimeColumn.tsx';
import styles from './regimes.module.css';
import { conclusion, disagreement, listed, modelLabel } from './regimeWords.ts';
import { StudyPanel } from './StudyPanel.tsx';

type Begun = Exclude<Studies['regimes'], { status: 'idle' }>;

/** What was found: the sentence, a column for each model, and how they are to be read. */
function Columns({ study }: { readonly study: Begun }): ReactNode {
  const speech = useContext(SpeechContext);
  const text = useStudyText().regimes;
  const cards = useApp((state) => state.cards);
  const { analysis } = study.basis.result;
  const family = useMemo(() => familyOf(cards, analysis.card), [cards, analysis.card]);
  const { attribution } = study.basis.settings;
  const { targetClass } = attribution;
  const running = study.status === 'running';
  const rule =
    targetClass === null
      ? text.ownClass
      : text.fixedClass({ name: className(analysis, targetClass, speech.language) });
  const differ = disagreement(study.parts, family, text, speech);
  return (
    <>
      {!running && <p className={styles.answer}>{conclusion(study.parts, family, text, speech)}</p>}
      {differ && <p className={styles.differ}>{differ}</p>}
      <ul className={styles.grid} aria-label={text.list}>
        {family.map((card) => (
          <RegimeColumn
            key={card.id}
            card={card}
            family={family}
            found={study.parts.find(({ modelId }) => modelId === card.id) ?? null}
            attribution={attribution}
            running={running}
          />
        ))}
      </ul>
      <p className={styles.note}>
        {rule} {text.scale}
      </p>
    </>
  );
}

/** Before the first run: which models will be compared, and which trainings have none here. */
function Compared({ family }: { readonly family: readonly ModelCard[] }): ReactNode {
  const speech = useContext(SpeechContext);
  const text = useStudyText().regimes;
  const { language } = speech;
  const absent = REGIMES.filter((regime) => family.every((card) => card.regime !== regime));
  const names = absent.map((regime) => text.trainings[regime].name);
  const models = family.map((card) => modelLabel(card, family, text, speech));
  return (
    <p className={styles.note}>
      {text.compared({ models: listed(models, language) })}{' '}
      {names.length > 0 && text.absent({ models: listed(names, language) })}
    </p>
  );
}

/** The models of one family, trained in different ways, on the picture and perturbation. */
export function RegimesPanel(): ReactNode {
  const { language } = useContext(SpeechContext);
  const text = useStudyText().regimes;
  const study = useApp(({ studies }) => studies.regimes);
  const family = useApp(familyAsked);
  const alone = family.length < 2;
  const others = REGIMES.filter((regime) => family.every((card) => card.regime !== regime));
  const none = text.none({
    data: family[0]?.data.name ?? '',
    models: listed(
      others.map((regime) => text.trainings[regime].name),
      language,
    ),
  });
  const shown = study.status === 'running' || (study.status !== 'idle' && study.parts.length > 0);
  return (
    <StudyPanel
      id="regimes"
      title={text.title}
      about={text.about}
      empty={text.empty}
      blocked={alone ? none : null}
      settings={study.status === 'idle' && !alone ? <Compared family={family} /> : null}
    >
      {shown ? <Columns study={study} /> : null}
    </StudyPanel>
  );
}
