import { type ReactNode, useState } from 'react';
import { PROFILE_NAME_LENGTH, type Profile } from '../../domain/profile.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import controls from '../controls.module.css';
import styles from './settings.module.css';
import type { SavedList } from './useSavedProfiles.ts';

interface SavedProfileProps {
  readonly profile: Profile;
  readonly saved: SavedList;
  readonly onTake: (profile: Profile) => void;
}

/** One profile of the list: taken by its name, renamed in place, removed. */
function SavedProfile({ profile, saved, onTake }: SavedProfileProps): ReactNode {
  const text = useStudyText().profile;
  const [name, setName] = useState<string | null>(null);
  const wanted = name?.trim() ?? '';
  const taken = wanted !== profile.name && saved.profiles.some((one) => one.name === wanted);
  if (name === null)
    return (
      <li className={styles.profileButtons}>
        <button type="button" className={controls.quiet} onClick={() => onTake(profile)}>
          {profile.name}
        </button>
        <button
          type="button"
          className={controls.quiet}
          aria-label={text.renameOne({ name: profile.name })}
          onClick={() => setName(profile.name)}
        >
          {text.rename}
        </button>
        <button
          type="button"
          className={controls.quiet}
          aria-label={text.removeOne({ name: profile.name })}
          onClick={() => saved.remove(profile.name)}
        >
          {text.remove}
        </button>
      </li>
    );
  return (
    <li>
      <form
        className={styles.profileButtons}
        onSubmit={(event) => {
          event.preventDefault();
          saved.rename(profile, wanted);
          setName(null);
        }}
      >
        <input
          aria-label={text.newName}
          value={name}
          maxLength={PROFILE_NAME_LENGTH}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className={controls.quiet} disabled={wanted === '' || taken}>
          {text.done}
        </button>
        {taken && <span role="alert">{text.taken({ name: wanted })}</span>}
      </form>
    </li>
  );
}

interface SavedProfileListProps {
  readonly saved: SavedList;
  readonly onTake: (profile: Profile) => void;
}

/** The profiles kept in this browser. */
export function SavedProfileList({ saved, onTake }: SavedProfileListProps): ReactNode {
  const text = useStudyText().profile;
  const { profiles, damaged, kept } = saved;
  return (
    <>
      {!kept && <p role="alert">{text.notKept}</p>}
      {damaged > 0 && <p>{text.damaged({ count: String(damaged) })}</p>}
      {profiles.length > 0 && (
        <ul className={styles.profiles} aria-label={text.saved}>
          {profiles.map((profile) => (
            <SavedProfile key={profile.name} profile={profile} saved={saved} onTake={onTake} />
          ))}
        </ul>
      )}
    </>
  );
}
