import type { ReactNode } from 'react';
import { LIMITS } from '../../domain/settings.ts';
import { useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { NumberField } from '../fields/NumberField.tsx';
import { useApp, useController } from '../storeContext.ts';
import styles from './settings.module.css';

/** The corrected scores at which the verdict turns. */
export function ThresholdFields(): ReactNode {
  const text = useText().settings;
  const { setThresholds } = useController();
  const { agree, chance } = useApp(({ asked }) => asked.settings.thresholds);
  return (
    <details className={controls.disclosure}>
      <summary>{text.thresholds}</summary>
      <div className={styles.thresholds}>
        <p className={styles.help}>{text.thresholdsHelp}</p>
        <NumberField
          {...text.agree}
          value={agree}
          limits={LIMITS.agree}
          onChange={(value) => setThresholds({ agree: value })}
        />
        <NumberField
          {...text.chance}
          value={chance}
          limits={LIMITS.chance}
          onChange={(value) => setThresholds({ chance: value })}
        />
      </div>
    </details>
  );
}
