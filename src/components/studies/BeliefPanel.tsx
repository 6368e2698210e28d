import type { ReactNode } from 'react';
import { BELIEF_IDS, BELIEF_VERDICTS, type BeliefFinding } from '../../domain/belief.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useFormat } from '../../i18n/useText.ts';
import { useApp } from '../storeContext.ts';
import { BeliefItem } from './BeliefItem.tsx';
import { BoxPicker } from './BoxPicker.tsx';
import styles from './belief.module.css';
import { StudyPanel } from './StudyPanel.tsx';

/** How many checks said what. */
function Summary({ findings }: { readonly findings: readonly BeliefFinding[] }): ReactNode {
  const text = useStudyText().belief;
  const format = useFormat();
  const [pass, doubtful, fail, cannotSay] = BELIEF_VERDICTS.map((id) =>
    format.integer(findings.filter(({ verdict }) => verdict === id).length),
  );
  return (
    <p className={styles.summary}>
      <strong>{text.summary({ pass, doubtful, fail, cannotSay })}</strong>{' '}
      <span className={styles.note}>{text.ownLimits}</span>
    </p>
  );
}

/** Can this heatmap be believed? Every check, as soon as it is there. */
export function BeliefPanel(): ReactNode {
  const text = useStudyText().belief;
  const study = useApp(({ studies }) => studies.belief);
  const begun = study.status !== 'idle';
  return (
    <StudyPanel
      id="belief"
      title={text.title}
      about={text.about}
      empty={text.empty}
      settings={<BoxPicker />}
    >
      {begun && (study.status === 'running' || study.parts.length > 0) ? (
        <>
          {study.status === 'ready' && <Summary findings={study.outcome} />}
          <ul className={styles.list} aria-label={text.list}>
            {BELIEF_IDS.map((id) => (
              <BeliefItem
                key={id}
                id={id}
                finding={study.parts.find((part) => part.id === id) ?? null}
                running={study.status === 'running'}
                method={study.basis.settings.attribution.method}
              />
            ))}
          </ul>
        </>
      ) : null}
    </StudyPanel>
  );
}
