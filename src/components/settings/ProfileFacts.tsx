import { type ReactNode, useContext } from 'react';
import type { Profile } from '../../domain/profile.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { changeCaption } from '../../report/changeCaption.ts';
import { dayText } from '../../report/reportModel.ts';
import controls from '../controls.module.css';
import { useController } from '../storeContext.ts';
import styles from './settings.module.css';
import { useProfileStanding } from './useProfileStanding.ts';

interface ProfileFactsProps {
  readonly profile: Profile;
  readonly onSave: () => void;
}

/** What the profile that was taken over promises, and whether that holds here. */
export function ProfileFacts({ profile, onSave }: ProfileFactsProps): ReactNode {
  const speech = useContext(SpeechContext);
  const text = useStudyText().profile;
  const { setProfile } = useController();
  const standing = useProfileStanding();
  const { format } = speech;
  const changes = profile.harmless.map((change) => changeCaption(change, speech));
  const facts = {
    rate: format.share(profile.falseAlarmRate),
    changes: changes.join(text.separator),
    pictures: format.integer(profile.pictures),
    date: dayText(new Date(profile.date)),
  };
  return (
    <>
      <p className={styles.help}>{text.promise(facts)}</p>
      {standing?.otherModel && (
        <p className={styles.profile}>{text.otherModel({ model: profile.modelId })}</p>
      )}
      {standing?.otherMethod && (
        <p className={styles.profile}>
          {text.otherMethod({ method: speech.text.methods[profile.attribution.method].name })}
        </p>
      )}
      <div className={styles.profileButtons}>
        {standing?.changed && (
          <button type="button" className={controls.quiet} onClick={() => setProfile(profile)}>
            {text.again}
          </button>
        )}
        <button type="button" className={controls.quiet} onClick={onSave}>
          {text.save}
        </button>
        <button type="button" className={controls.quiet} onClick={() => setProfile(null)}>
          {text.leave}
        </button>
      </div>
    </>
  );
}
