import { type ReactNode, useState } from 'react';
import { asProblem, type Problem } from '../../domain/problem.ts';
import type { Profile } from '../../domain/profile.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { useText } from '../../i18n/useText.ts';
import { parseProfile } from '../../report/parseProfile.ts';
import controls from '../controls.module.css';
import { FileButton } from '../source/FileButton.tsx';
import { useApp, useController } from '../storeContext.ts';
import { ProfileFacts } from './ProfileFacts.tsx';
import { SavedProfileList } from './SavedProfileList.tsx';
import styles from './settings.module.css';
import { useSavedProfiles } from './useSavedProfiles.ts';

/** Opens a profile's file; says what is wrong with it. */
function useProfileFile(take: (profile: Profile) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = async ([file]: readonly File[]) => {
    if (!file) return;
    try {
      take(parseProfile(await file.text(), file.name));
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return { problem, open: (files: readonly File[]) => void open(files) };
}

/** k, w and thresholds by a profile: from a file, or kept in this browser. */
export function ProfilePanel(): ReactNode {
  const text = useStudyText().profile;
  const { byCode } = useText().problems;
  const { setProfile } = useController();
  const profile = useApp((state) => state.profile);
  const saved = useSavedProfiles();
  const { problem, open } = useProfileFile(setProfile);
  return (
    <section className={styles.profiles} aria-label={text.heading}>
      <h3 className={controls.heading}>{text.heading}</h3>
      <p className={styles.help}>{text.help}</p>
      <FileButton
        label={text.open}
        icon="open"
        look="quiet"
        takes="file"
        accept=".json,application/json"
        onFiles={open}
      />
      {problem && <p role="alert">{byCode[problem.code].say(problem.detail)}</p>}
      {profile && <ProfileFacts profile={profile} onSave={() => saved.save(profile)} />}
      <SavedProfileList saved={saved} onTake={setProfile} />
    </section>
  );
}
