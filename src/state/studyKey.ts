import { ATTACKS } from '../domain/attack.ts';
import { familyKey } from '../domain/family.ts';
import { marginPath } from '../domain/marginPath.ts';
import type { Mask } from '../domain/truth.ts';
import { attackAsked } from './attack.ts';
import { originalKey } from './keys.ts';
import type { AppState } from './store.ts';
import type { StudyId } from './study.ts';

const regions = new WeakMap<Mask, number>();
let nextRegion = 1;

/** A number for each painted region: comparing its pixels at every change of the page would take longer. */
function regionKey(region: Mask | null): number {
  if (!region) return 0;
  const known = regions.get(region) ?? nextRegion++;
  regions.set(region, known);
  return known;
}

/** What a study depends on. Two moments with the same key have the same study. */
export function studyKey(
  id: StudyId,
  state: Pick<AppState, 'asked' | 'maps' | 'truth' | 'attack' | 'cards'>,
): string {
  const { asked, maps, truth } = state;
  const { attribution, perturbation, score, thresholds, seed, modelId } = asked.settings;
  const path = marginPath(perturbation);
  const own = {
    // Where the way ends: how far along it the page looks now makes no difference.
    margin: () => [originalKey(asked), path.place(path.steps), seed, score, thresholds],
    // Every model of the family is in it: another one of them makes no difference.
    regimes: () => {
      const card = state.cards.find(({ id }) => id === modelId);
      return [
        [asked.picture?.id, asked.background, asked.backend, card && familyKey(card)],
        [attribution, perturbation, score, thresholds, seed],
      ];
    },
    attack: () => {
      const attack = attackAsked(state);
      const region = ATTACKS[attack.id].needsRegion ? regionKey(attack.region) : null;
      return [originalKey(asked), seed, score, { ...attack, region }];
    },
    belief: () => [originalKey(asked), score, seed, truth.opened?.sha256],
    // Every method is in it: another one in use makes no difference.
    gallery: () => [
      [asked.picture?.id, asked.background, asked.backend, modelId],
      { ...attribution, method: null },
      [perturbation, score, seed],
    ],
  };
  return JSON.stringify([maps !== null, ...own[id]()]);
}
