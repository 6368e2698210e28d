import type { ModelCard } from '../src/domain/model.ts';
import { type Profile, type ProfileStanding, profileStanding } from '../src/domain/profile.ts';
import type { Settings } from '../src/domain/settings.ts';
import { parseProfile } from '../src/report/parseProfile.ts';
import { say } from './messages.ts';
import { readBytes } from './readFiles.ts';
import { settingsFrom } from './settings.ts';
import type { Given } from './usage.ts';

/** The profile of `--profile`; null without one. @throws Problem `file-unreadable`, `profile-unreadable` */
async function profileOf(given: Given): Promise<Profile | null> {
  const path = given.text('profile');
  if (path === undefined) return null;
  return parseProfile(new TextDecoder().decode(await readBytes(path)), path);
}

/** What settings stand on a profile for, in words. */
function warningOf({ name, changed, otherModel, otherMethod }: ProfileStanding): string | null {
  const parts = [
    otherModel && 'was made for another model or another version of it',
    otherMethod && 'was made for another method or other parameters of it',
    changed && 'is changed by --k, --w, --agree or --chance',
  ].filter(Boolean);
  return parts.length === 0 ? null : `profile ${name} ${parts.join(' and ')}`;
}

/** Settings of a command line, with the profile they stand on. */
export interface ProfiledSettings {
  readonly settings: Settings;
  /** Null without `--profile`. */
  readonly profile: ProfileStanding | null;
}

/**
 * Settings of a command line, where one is given over those of a profile: method, its parameters, k, w and thresholds. Says on
 * stderr where the profile does not hold any more.
 * @throws Problem of the file, and as `settingsFrom`
 */
export async function profiledSettings(given: Given, card: ModelCard): Promise<ProfiledSettings> {
  const profile = await profileOf(given);
  const settings = settingsFrom(given, card, profile);
  if (!profile) return { settings, profile: null };
  const standing = profileStanding(profile, settings, card);
  const warning = warningOf(standing);
  if (warning !== null) say(warning);
  return { settings, profile: standing };
}
