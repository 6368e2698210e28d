import type { Analysis } from '../domain/analysis.ts';
import { familyOf } from '../domain/family.ts';
import type { ModelCard } from '../domain/model.ts';
import { asProblem } from '../domain/problem.ts';
import type { RegimeFinding } from '../domain/regimes.ts';
import { carriedOver, type Settings } from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import type { ModelRequest } from '../workers/operation.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';
import { shareOut } from './shareOut.ts';
import type { AppState, AppStore } from './store.ts';
import type { StudyWork } from './studyRunner.ts';

const NO_CARDS: readonly ModelCard[] = [];
const families = new WeakMap<readonly ModelCard[], Map<string, readonly ModelCard[]>>();

/** The family of the model asked for, itself among it; the same array every time. Nothing where the model is not known. */
export function familyAsked({ cards, asked }: Pick<AppState, 'cards' | 'asked'>) {
  const { modelId } = asked.settings;
  const card = cards.find(({ id }) => id === modelId);
  if (!card) return NO_CARDS;
  const known = families.get(cards) ?? new Map<string, readonly ModelCard[]>();
  families.set(cards, known);
  const family = known.get(modelId) ?? familyOf(cards, card);
  known.set(modelId, family);
  return family;
}

/**
 * Settings taken along to another model of the family. The class stays as it was asked for: a fixed one is explained by every model,
 * else each explains the class it predicts for the original itself. A layer stays, too; a model without it says so.
 */
function settingsFor(card: ModelCard, from: ModelCard, settings: Settings): Settings {
  if (card.id === from.id) return settings;
  const { targetClass, layer } = settings.attribution;
  const attribution = { ...carriedOver(settings.attribution, from, card), targetClass, layer };
  return { ...settings, modelId: card.id, attribution };
}

/** A model that cannot be asked ends nothing but its own column. */
async function finding(
  engine: Client<AnalysisOperations>,
  request: ModelRequest,
  signal: AbortSignal,
): Promise<RegimeFinding> {
  const { modelId } = request.settings;
  try {
    const judged = await engine.call('judge', request, { signal });
    return { modelId, status: 'ready', ...judged };
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === 'cancelled') throw problem;
    return { modelId, status: 'failed', code: problem.code, detail: problem.detail };
  }
}

/** The models of a family on one picture and perturbation. A worker holds one of them at a time. */
export function regimesWork(
  store: AppStore,
  modelUrl: (modelId: string) => string,
  teamFor: (analysis: Analysis) => readonly Client<AnalysisOperations>[],
): StudyWork<RegimeFinding, null> {
  return {
    id: 'regimes',
    read: ({ regimes }) => regimes,
    write: (regimes) => ({ regimes }),
    identity: ({ modelId }) => modelId,
    run({ result: { analysis } }, { ask, input, settings }, options) {
      return shareOut(
        teamFor(analysis),
        familyAsked(store.getState()),
        (engine, card, signal) =>
          finding(
            engine,
            {
              ask,
              input,
              modelUrl: modelUrl(card.id),
              settings: settingsFor(card, analysis.card, settings),
            },
            signal,
          ),
        options,
      );
    },
  };
}
