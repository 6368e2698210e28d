import type { Analysis } from '../domain/analysis.ts';
import {
  ATTACKS,
  type AttackId,
  type AttackPicture,
  type AttackProgress,
  type AttackResult,
  type AttackSettings,
  defaultAttack,
} from '../domain/attack.ts';
import type { Mask } from '../domain/truth.ts';
import type { Client } from '../workers/client.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import type { AppState, AppStore } from './store.ts';
import type { StudyWork } from './studyRunner.ts';

/** What is asked of an attack; its seed is that of the page. */
export interface AttackAsked extends Omit<AttackSettings, 'seed'> {
  /** Painted on the model's input; null while nothing is. */
  readonly region: Mask | null;
}

/** The attack the page begins with. */
const NO_ATTACK: AttackAsked = {
  ...withoutSeed(defaultAttack('attackTopK', 0)),
  region: null,
};

function withoutSeed(settings: Omit<AttackSettings, 'seed'>): Omit<AttackSettings, 'seed'> {
  const { id, epsilon, stepSize, steps, beta, pathPoints, randomStart } = settings;
  return { id, epsilon, stepSize, steps, beta, pathPoints, randomStart };
}

/** The best scores after a step; null where no picture counts yet. */
export interface AttackStep {
  readonly attack: number | null;
  readonly random: number | null;
}

/** An attack as far as it has come. */
export interface AttackSoFar {
  readonly settings: AttackSettings;
  /** One entry a step. */
  readonly steps: readonly AttackStep[];
  readonly noise: number | null;
  readonly untouched: number;
  /** The best picture so far; null while none counts. */
  readonly best: AttackPicture | null;
}

/** A picture an attack found, and the attack. */
export interface AttackFound {
  readonly picture: AttackPicture;
  readonly id: AttackId;
  readonly epsilon: number;
}

/** What is asked of an attack. */
export const attackAsked = ({ attack }: Pick<AppState, 'attack'>): AttackAsked =>
  attack ?? NO_ATTACK;

/** The region asked for, where it is of the size of the picture; null where one has to be painted yet. */
export function regionAsked(state: Pick<AppState, 'attack' | 'result'>): Mask | null {
  const { region } = attackAsked(state);
  const map = state.result?.analysis.original.map;
  const fits = region && map && region.height === map.height && region.width === map.width;
  return fits && region.flags.includes(1) && region.flags.includes(0) ? region : null;
}

/** One more step. A step that comes again (its worker was replaced) begins anew. */
function withStep(
  before: AttackSoFar | null,
  settings: AttackSettings,
  { step, attack, random, noise, untouched, improved }: AttackProgress,
): AttackSoFar {
  const steps = [...(before?.steps.slice(0, step - 1) ?? []), { attack, random }];
  return { settings, steps, noise, untouched, best: improved ?? before?.best ?? null };
}

/** The attack as a study: its one part is the whole of what was found so far. */
export function attackWork(
  store: AppStore,
  clientOf: (analysis: Analysis) => Client<AnalysisOperations>,
): StudyWork<AttackSoFar, AttackResult> {
  return {
    id: 'attack',
    read: ({ attack }) => attack,
    write: (attack) => ({ attack }),
    identity: () => 'attack',
    run({ result: { analysis } }, request, { onPartial, ...options }) {
      const state = store.getState();
      const settings = { ...withoutSeed(attackAsked(state)), seed: request.settings.seed };
      const region = ATTACKS[settings.id].needsRegion ? regionAsked(state) : null;
      let found: AttackSoFar | null = null;
      return clientOf(analysis).call(
        'attack',
        { ...request, attack: settings, region },
        {
          ...options,
          onPartial(progress) {
            found = withStep(found, settings, progress);
            onPartial?.(found);
          },
        },
      );
    },
  };
}
