import type { Profile } from '../domain/profile.ts';

/** Profiles kept in this browser, by name. */
const KEY = 'jitterscope.profiles';

/** What a browser kept. */
export interface SavedProfiles {
  /** In order of their names. */
  readonly profiles: readonly Profile[];
  /** Entries that could not be read; saving drops them. */
  readonly damaged: number;
}

const byName = (a: Profile, b: Profile): number => (a.name < b.name ? -1 : 1);

function entries(text: string | null): unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list : [list];
  } catch {
    return [text];
  }
}

/**
 * Profiles kept earlier.
 * @param storage null where the browser forbids it
 * @param parse makes a profile of JSON, and throws where there is none
 */
export function readSaved(
  storage: Storage | null,
  parse: (json: string) => Profile,
): SavedProfiles {
  const profiles: Profile[] = [];
  let damaged = 0;
  for (const entry of entries(storage?.getItem(KEY) ?? null))
    try {
      profiles.push(parse(JSON.stringify(entry)));
    } catch {
      damaged++;
    }
  return { profiles: profiles.sort(byName), damaged };
}

/** Keeps these profiles and no others. Returns false where storage is full or forbidden. */
export function writeSaved(storage: Storage | null, profiles: readonly Profile[]): boolean {
  try {
    storage?.setItem(KEY, JSON.stringify(profiles));
    return storage !== null;
  } catch {
    return false;
  }
}

/** With one more, in the place of one of the same name. */
export const withProfile = (profiles: readonly Profile[], added: Profile): Profile[] =>
  [...withoutProfile(profiles, added.name), added].sort(byName);

export const withoutProfile = (profiles: readonly Profile[], name: string): Profile[] =>
  profiles.filter((profile) => profile.name !== name);
