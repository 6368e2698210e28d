import { type ReactNode, Suspense, useState } from 'react';
import { LIMITS } from '../../domain/settings.ts';
import { useText } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import { NumberField } from '../fields/NumberField.tsx';
import { later } from '../later.tsx';
import { useApp, useController } from '../storeContext.ts';
import styles from './settings.module.css';
import { useProfileStanding } from './useProfileStanding.ts';

const Profiles = later(async () => (await import('./ProfilePanel.tsx')).ProfilePanel);

/** Whose thresholds they are; nothing without a profile. */
function ProfileName(): ReactNode {
  const standing = useProfileStanding();
  const text = useText().settings.profile;
  return standing && <p className={styles.profile}>{text(standing)}</p>;
}

/** The corrected scores at which the verdict turns. `profiles` lets them, with k and w, be taken from a file. */
export function ThresholdFields({ profiles = false }: { readonly profiles?: boolean }): ReactNode {
  const text = useText().settings;
  const { setThresholds } = useController();
  const { agree, chance } = useApp(({ asked }) => asked.settings.thresholds);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <details
        className={controls.disclosure}
        onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
      >
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
          {profiles && opened && (
            <Suspense fallback={null}>
              <Profiles />
            </Suspense>
          )}
        </div>
      </details>
      {profiles && <ProfileName />}
    </>
  );
}
