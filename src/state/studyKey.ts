import { marginPath } from '../domain/marginPath.ts';
import { originalKey } from './keys.ts';
import type { AppState } from './store.ts';
import type { StudyId } from './study.ts';

/** What a study depends on. Two moments with the same key have the same study. */
export function studyKey(id: StudyId, { asked, maps }: Pick<AppState, 'asked' | 'maps'>): string {
  const { perturbation, score, thresholds, seed } = asked.settings;
  const path = marginPath(perturbation);
  const own = {
    // Where the way ends: how far along it the page looks now makes no difference.
    margin: () => [originalKey(asked), path.place(path.steps), seed, score, thresholds],
  };
  return JSON.stringify([maps !== null, ...own[id]()]);
}
