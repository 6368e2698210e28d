import { type ProfileStanding, profileStanding } from '../../domain/profile.ts';
import { useApp } from '../storeContext.ts';

/** How the settings asked for stand to the profile that was taken over; null without one. */
export function useProfileStanding(): ProfileStanding | null {
  const profile = useApp((state) => state.profile);
  const settings = useApp(({ asked }) => asked.settings);
  const card = useApp(({ cards }) => cards.find(({ id }) => id === settings.modelId));
  return profile && card ? profileStanding(profile, settings, card) : null;
}
