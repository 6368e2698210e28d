import { NUMBER_PARAMETERS } from '../domain/attribution.ts';
import { BACKEND_IDS, type BackendId } from '../domain/backend.ts';
import type { ModelCard } from '../domain/model.ts';
import { PERTURBATIONS, type PerturbationId, withPerturbation } from '../domain/perturbation.ts';
import { asProblem, Problem, type ProblemDetail, unknownChoice } from '../domain/problem.ts';
import { checkSettings, defaultSettings, type Settings } from '../domain/settings.ts';

/** A setting in the URL: how it is read from the settings and put into them. */
interface Entry {
  readonly get: (settings: Settings) => string | number | null;
  readonly set: (settings: Settings, value: never) => Settings;
  readonly numeric: boolean;
}

type Group = 'attribution' | 'perturbation' | 'score' | 'thresholds';

function entry<G extends Group>(group: G, key: keyof Settings[G], numeric: boolean): Entry {
  return {
    get: (settings) => settings[group][key] as string | number | null,
    set: (settings, value) => ({ ...settings, [group]: { ...settings[group], [key]: value } }),
    numeric,
  };
}

/** A perturbation comes with its own strength, since that of another may be none of its own. */
function perturbedBy(settings: Settings, id: PerturbationId): Settings {
  const known = Object.hasOwn(PERTURBATIONS, id);
  const { perturbation } = settings;
  // An unknown one is for `checkSettings` to refuse.
  const next = known ? withPerturbation(perturbation, id) : { ...perturbation, id };
  return { ...settings, perturbation: next };
}

/** Names in the URL, in the order written. `model` comes first and decides the defaults of the rest. */
const ENTRIES: Readonly<Record<string, Entry>> = {
  method: entry('attribution', 'method', false),
  reduction: entry('attribution', 'reduction', false),
  baseline: entry('attribution', 'baseline', false),
  cover: entry('attribution', 'cover', false),
  layer: entry('attribution', 'layer', false),
  ...Object.fromEntries(NUMBER_PARAMETERS.map((name) => [name, entry('attribution', name, true)])),
  spins: entry('attribution', 'spins', true),
  targetClass: entry('attribution', 'targetClass', true),
  perturbation: {
    get: ({ perturbation }) => perturbation.id,
    set: perturbedBy,
    numeric: false,
  },
  shiftX: entry('perturbation', 'shiftX', true),
  shiftY: entry('perturbation', 'shiftY', true),
  border: entry('perturbation', 'border', false),
  strength: entry('perturbation', 'strength', true),
  angle: entry('perturbation', 'angle', true),
  patch: entry('perturbation', 'patch', false),
  patchX: entry('perturbation', 'patchX', true),
  patchY: entry('perturbation', 'patchY', true),
  k: entry('score', 'k', true),
  windowRadius: entry('score', 'windowRadius', true),
  agree: entry('thresholds', 'agree', true),
  chance: entry('thresholds', 'chance', true),
  seed: {
    get: ({ seed }) => seed,
    set: (settings, seed) => ({ ...settings, seed }),
    numeric: true,
  },
};

/** The query string of settings: only what differs from the model's defaults, never the picture. */
export function settingsToQuery(
  settings: Settings,
  card: ModelCard,
  backend: BackendId | null = null,
): string {
  const initial = defaultSettings(card);
  // What is read when the name of the perturbation stands alone.
  const ownStrength = perturbedBy(initial, settings.perturbation.id);
  const query = new URLSearchParams({ model: settings.modelId });
  if (backend) query.set('backend', backend);
  for (const [name, { get }] of Object.entries(ENTRIES)) {
    const value = get(settings);
    const unwritten = get(name === 'strength' ? ownStrength : initial);
    if (value !== unwritten && value !== null) query.set(name, String(value));
  }
  return query.toString();
}

/**
 * Reads settings from a URL that anybody may have edited. A setting that is off keeps its default
 * and is told as a problem; names that are not settings are left alone.
 * @param cards the models there are, the default one first; at least one
 */
export function settingsFromQuery(
  search: string,
  cards: readonly ModelCard[],
): {
  readonly settings: Settings;
  readonly backend: BackendId | null;
  readonly problems: readonly Problem[];
} {
  const query = new URLSearchParams(search);
  const problems: Problem[] = [];
  const modelId = query.get('model');
  const asked = cards.find(({ id }) => id === modelId);
  const card = asked ?? cards[0];
  if (!card) throw new Problem('model-missing');
  if (modelId !== null && !asked) {
    const ids = cards.map(({ id }) => id);
    problems.push(unknownChoice('model', ids, modelId));
  }
  const first = applied(defaultSettings(card), query, Object.keys(ENTRIES), card);
  // A limit may hang on another setting that stood further on: what was refused is tried once more.
  const { settings, refused } = applied(first.settings, query, [...first.refused.keys()], card);
  problems.push(...refused.values());
  return { settings, backend: backendFrom(query, problems), problems };
}

/** Settings with the entries of the query that may be had, and the problems of those that may not. */
function applied(
  start: Settings,
  query: URLSearchParams,
  names: readonly string[],
  card: ModelCard,
): { readonly settings: Settings; readonly refused: ReadonlyMap<string, Problem> } {
  let settings = start;
  const refused = new Map<string, Problem>();
  for (const name of names) {
    const text = query.get(name);
    const entered = ENTRIES[name];
    if (text === null || !entered) continue;
    try {
      const value = entered.numeric ? numberFrom(name, text) : text;
      const changed = entered.set(settings, value as never);
      checkSettings(changed, card);
      settings = changed;
    } catch (error) {
      refused.set(name, asProblem(error));
    }
  }
  return { settings, refused };
}

/** The backend asked for (`backend=webgl`); null leaves the choice to the engine. */
function backendFrom(query: URLSearchParams, problems: Problem[]): BackendId | null {
  const text = query.get('backend');
  const known = BACKEND_IDS.find((id) => id === text);
  if (text !== null && !known) problems.push(unknownChoice('backend', BACKEND_IDS, text));
  return known ?? null;
}

function numberFrom(what: string, text: string): number {
  const value = Number(text);
  const detail: ProblemDetail = { what, allowed: '0, 1, 2.5, …', got: text };
  if (text.trim() === '' || !Number.isFinite(value))
    throw new Problem('setting-out-of-range', detail);
  return value;
}
