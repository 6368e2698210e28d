import type { ReactNode } from 'react';
import { ATTACKS } from '../../domain/attack.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { attackScore } from '../../report/attackWords.ts';
import type { AttackSoFar } from '../../state/attack.ts';
import controls from '../controls.module.css';
import styles from './attack.module.css';
import { useAttackSpeech } from './useAttackSpeech.ts';

/** Best scores step by step, folded; steps that changed nothing are left out. */
export function AttackTable({ soFar }: { readonly soFar: AttackSoFar }): ReactNode {
  const text = useStudyText().attack;
  const speech = useAttackSpeech();
  const { score } = ATTACKS[soFar.settings.id];
  const { steps, noise } = soFar;
  const say = (value: number | null) => attackScore(score, value, speech);
  const shown = steps
    .map((step, i) => ({ ...step, at: i + 1 }))
    .filter(({ attack, random }, i) => {
      const before = steps[i - 1];
      const last = i === steps.length - 1;
      return last || before?.attack !== attack || before.random !== random;
    });
  return (
    <details className={controls.disclosure}>
      <summary>{text.table}</summary>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={text.table}>
          <thead>
            <tr>
              <th scope="col">{text.step}</th>
              <th scope="col">{text.chartAttack}</th>
              <th scope="col">{text.chartRandom}</th>
              <th scope="col">{text.chartNoise}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ at, attack, random }) => (
              <tr key={at}>
                <th scope="row">{at}</th>
                <td>{say(attack)}</td>
                <td>{say(random)}</td>
                <td>{say(noise)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
