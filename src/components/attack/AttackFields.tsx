import type { ReactNode } from 'react';
import { ATTACK_IDS, ATTACK_LIMITS, ATTACKS, type AttackNumber } from '../../domain/attack.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { attackAsked } from '../../state/attack.ts';
import controls from '../controls.module.css';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useStudies } from '../storeContext.ts';
import styles from './attack.module.css';
import { RegionBrush } from './RegionBrush.tsx';

function AttackField({ name }: { readonly name: AttackNumber }): ReactNode {
  const text = useStudyText().attack;
  const { setAttack } = useStudies();
  const value = useApp((state) => attackAsked(state)[name]);
  return (
    <NumberField
      {...text.numbers[name]}
      value={value}
      limits={ATTACK_LIMITS[name]}
      slider={false}
      onChange={(number) => setAttack({ [name]: number })}
    />
  );
}

/** What is asked of the attack. */
export function AttackFields(): ReactNode {
  const text = useStudyText().attack;
  const { names } = useStudyText().attackWords;
  const { setAttack } = useStudies();
  const { id, randomStart } = useApp(attackAsked);
  const { needsRegion, keepsDecision } = ATTACKS[id];
  return (
    <div className={styles.settings}>
      <div className={styles.fields}>
        <SelectField
          label={text.kind}
          value={id}
          choices={ATTACK_IDS.map((value) => ({ value, name: names[value] }))}
          onChange={(value) => setAttack({ id: value })}
        />
        <AttackField name="epsilon" />
        <AttackField name="steps" />
      </div>
      <p className={styles.note}>{text.help[id]}</p>
      <details className={controls.disclosure}>
        <summary>{text.more}</summary>
        <div className={styles.fields}>
          <AttackField name="stepSize" />
          {keepsDecision && <AttackField name="beta" />}
          {keepsDecision && <AttackField name="pathPoints" />}
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={randomStart}
              onChange={({ target }) => setAttack({ randomStart: target.checked })}
            />
            {text.randomStart}
          </label>
        </div>
      </details>
      {needsRegion && <RegionBrush />}
    </div>
  );
}
