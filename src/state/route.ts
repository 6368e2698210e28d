import { EXPERIMENT_IDS, type ExperimentId } from '../domain/evidence.ts';

/** Screens, in the order of the navigation. */
export const SCREENS = ['compare', 'evidence'] as const;
export type Screen = (typeof SCREENS)[number];

/** Which screen is shown, and for Evidence which experiment of it. */
export interface Route {
  readonly screen: Screen;
  readonly section: ExperimentId | null;
}

/**
 * Reads the fragment of the address: `#/evidence`, `#/evidence/shifts`. Everything else is Compare: the settings
 * stand in the query and are no part of it.
 */
export function routeOf(hash: string): Route {
  const [screen, section] = hash.replace(/^#\/?/, '').split('/');
  if (screen !== 'evidence' || !hash.startsWith('#/')) return { screen: 'compare', section: null };
  return { screen, section: EXPERIMENT_IDS.find((id) => id === section) ?? null };
}

/** The fragment that leads to a screen. */
export function hashOf(screen: Screen, section: ExperimentId | null = null): string {
  if (screen === 'compare') return '#/';
  return section === null ? `#/${screen}` : `#/${screen}/${section}`;
}
