import { EXPERIMENT_IDS, type ExperimentId } from '../domain/evidence.ts';

/** Screens, in the order of the navigation. */
export const SCREENS = ['compare', 'evidence', 'models'] as const;
export type Screen = (typeof SCREENS)[number];

/** Which screen is shown, and for Evidence which experiment of it. */
export interface Route {
  readonly screen: Screen;
  readonly section: ExperimentId | null;
}

/**
 * Reads the fragment of the address: `#/evidence`, `#/evidence/shifts`, `#/models`. Everything else is Compare: the
 * settings stand in the query and are no part of it.
 */
export function routeOf(hash: string): Route {
  const [name, section] = hash.startsWith('#/') ? hash.slice(2).split('/') : [];
  const screen = SCREENS.find((id) => id === name) ?? 'compare';
  const found = screen === 'evidence' ? EXPERIMENT_IDS.find((id) => id === section) : undefined;
  return { screen, section: found ?? null };
}

/** The fragment that leads to a screen. */
export function hashOf(screen: Screen, section: ExperimentId | null = null): string {
  if (screen === 'compare') return '#/';
  return section === null ? `#/${screen}` : `#/${screen}/${section}`;
}
