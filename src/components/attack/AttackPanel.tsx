import type { ReactNode } from 'react';
import { ATTACKS, type AttackResult, type AttackSettings } from '../../domain/attack.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat } from '../../i18n/useText.ts';
import { type AttackSoFar, attackAsked, regionAsked } from '../../state/attack.ts';
import { useApp } from '../storeContext.ts';
import { StudyPanel } from '../studies/StudyPanel.tsx';
import { AttackAnswer } from './AttackAnswer.tsx';
import { AttackFields } from './AttackFields.tsx';
import { AttackLine } from './AttackLine.tsx';
import { AttackMaps } from './AttackMaps.tsx';
import { AttackTable } from './AttackTable.tsx';
import styles from './attack.module.css';

/** What an attack was asked for, in a few words. */
function useAsked(settings: AttackSettings | null): string | undefined {
  const { attack: text, attackWords: words } = useStudyText();
  const format = useFormat();
  if (!settings) return undefined;
  return text.basis({
    attack: words.names[settings.id],
    epsilon: format.number(settings.epsilon),
    steps: format.integer(settings.steps),
  });
}

function Found(props: {
  readonly soFar: AttackSoFar | null;
  readonly outcome: AttackResult | null;
}): ReactNode {
  const { soFar, outcome } = props;
  return (
    <>
      {outcome && <AttackAnswer result={outcome} />}
      {soFar && (
        <div className={styles.figures}>
          <AttackMaps soFar={soFar} />
          <div className={styles.line}>
            <AttackLine soFar={soFar} />
            <AttackTable soFar={soFar} />
          </div>
        </div>
      )}
    </>
  );
}

/** How far the explanation can be moved while the decision stays, beside chance and noise. */
export function AttackPanel(): ReactNode {
  const text = useStudyText().attack;
  const study = useApp(({ studies }) => studies.attack);
  const unpainted = useApp(
    (state) => ATTACKS[attackAsked(state).id].needsRegion && regionAsked(state) === null,
  );
  const soFar = (study.status === 'idle' ? null : study.parts.at(-1)) ?? null;
  const outcome = study.status === 'ready' ? study.outcome : null;
  const asked = useAsked(outcome?.settings ?? soFar?.settings ?? null);
  return (
    <StudyPanel
      id="attack"
      title={text.title}
      about={text.about}
      empty={text.empty}
      settings={<AttackFields />}
      blocked={unpainted ? text.regionNeeded : null}
      {...(asked !== undefined && { change: asked })}
    >
      {soFar || outcome ? <Found soFar={soFar} outcome={outcome} /> : null}
    </StudyPanel>
  );
}
