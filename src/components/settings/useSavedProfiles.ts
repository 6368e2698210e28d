import { useState } from 'react';
import type { Profile } from '../../domain/profile.ts';
import { parseProfile } from '../../report/parseProfile.ts';
import { readSaved, withoutProfile, withProfile, writeSaved } from '../../state/savedProfiles.ts';

/** The profiles kept in this browser, and what can be done with them. */
export interface SavedList {
  readonly profiles: readonly Profile[];
  /** Entries that could not be read. */
  readonly damaged: number;
  /** False once something could not be kept. */
  readonly kept: boolean;
  readonly save: (profile: Profile) => void;
  readonly rename: (profile: Profile, name: string) => void;
  readonly remove: (name: string) => void;
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const read = () => readSaved(storage(), (json) => parseProfile(json, 'profile'));

/** What is shown is what is kept: after a failed write it is read again. */
export function useSavedProfiles(): SavedList {
  const [saved, setSaved] = useState(read);
  const [kept, setKept] = useState(true);
  // Another tab may have changed the list since it was shown.
  const change = (of: (profiles: readonly Profile[]) => Profile[]) => {
    setKept(writeSaved(storage(), of(read().profiles)));
    setSaved(read());
  };
  return {
    ...saved,
    kept,
    save: (profile) => change((profiles) => withProfile(profiles, profile)),
    rename: (profile, name) =>
      change((profiles) =>
        withProfile(withoutProfile(profiles, profile.name), { ...profile, name }),
      ),
    remove: (name) => change((profiles) => withoutProfile(profiles, name)),
  };
}
