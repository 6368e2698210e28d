import { parseProfile } from '../../report/parseProfile.ts';
import type { AppStore } from '../../state/store.ts';

/** Puts a profile that was in force before a reload back; what is damaged is left out. */
export function takeKept(json: string, store: AppStore): void {
  try {
    const kept = parseProfile(json, 'profile');
    // One that was taken over meanwhile stays.
    store.setState(({ profile }) => ({ profile: profile ?? kept }));
  } catch {
    // Nothing is lost but the name: k, w and thresholds stand in the address.
  }
}
