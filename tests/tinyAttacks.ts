import {
  ATTACKS,
  type AttackFinished,
  type AttackId,
  type AttackPicture,
  type AttackResult,
  type AttackSettings,
  defaultAttack,
} from '../src/domain/attack.ts';
import type { MethodId } from '../src/domain/attribution.ts';
import { defaultSettings } from '../src/domain/settings.ts';
import type { Mask } from '../src/domain/truth.ts';
import type { AttackRequest } from '../src/engine/attackExplanation.ts';
import { createEngine } from '../src/engine/engine.ts';
import { largest, predict } from '../src/engine/explain.ts';
import type { LoadedModel } from '../src/engine/model/loadedModel.ts';
import { CPU, randomInput } from './tinyModels.ts';

/** A task nobody cancels. */
export const task = { checkpoint: () => Promise.resolve() };
export const free = () => Promise.resolve();

/** The upper left quarter. */
const region: Mask = {
  height: 12,
  width: 12,
  flags: Uint8Array.from({ length: 144 }, (_, p) => (p < 72 && p % 12 < 6 ? 1 : 0)),
};

/** What is asked of a small attack, beside its settings. */
export interface Asked {
  readonly method?: MethodId;
  readonly k?: number;
  readonly picture?: number;
  readonly spins?: number;
}

/** An attack on a random picture; twelve steps on the gradient unless said otherwise. */
export async function requestOf(
  model: LoadedModel,
  id: AttackId,
  change: Partial<AttackSettings> = {},
  { method = 'gradient', k = 15, picture = 1, spins = 1 }: Asked = {},
): Promise<AttackRequest> {
  const input = randomInput(model.card.input, picture);
  const [logits] = await predict(createEngine(CPU, model), [input], free);
  const settings = defaultSettings(model.card);
  return {
    input,
    settings: {
      ...settings,
      attribution: { ...settings.attribution, method, steps: 8, samples: 4, spins },
      score: { k, windowRadius: 1 },
    },
    targetClass: largest(logits),
    attack: { ...defaultAttack(id, 3), steps: 12, beta: 10, ...change },
    region: ATTACKS[id].needsRegion ? region : null,
  };
}

/** The result of an attack that was not refused. */
export function finished(result: AttackResult): AttackFinished {
  if (result.outcome === 'impossible') throw new Error(`impossible: ${result.reason}`);
  return result;
}

/** The picture chosen. */
export const bestOf = ({ best }: { readonly best: AttackPicture | null }): AttackPicture => {
  if (!best) throw new Error('no picture counts');
  return best;
};
