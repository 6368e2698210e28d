import type { FloatMap } from '../domain/attribution.ts';
import type { Motion } from '../domain/perturbation.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import type { PairDetails, PairPValues, ScoreSettings } from '../domain/score.ts';
import type { Client } from '../workers/client.ts';
import type { DetailsOperations, DetailsPart } from '../workers/protocol.ts';
import type { AppState, AppStore, PairKnowledge } from './store.ts';

/** k and w rest for so long before the slower scores are asked for, milliseconds: while a slider is dragged nothing competes with it. */
const SETTLE_MS = 250;
/** Pairs remembered: looking at a shift and back again asks for nothing. */
const REMEMBERED = 8;

/** Two maps and how the part moved between them. */
export interface Pair {
  readonly id: string;
  readonly original: FloatMap;
  readonly perturbed: FloatMap;
  readonly motion: Motion | null;
}

/** The slower scores, for one k and w. */
export interface SettledScores {
  readonly details: PairDetails;
  readonly pValues: PairPValues;
}

/** Keeps the slower scores of the pair on the screen in step. */
export interface Detailing {
  /** Details and p-values of the pair the page is about (not of a place looked at) for the present k and w; rejects when they fail. */
  settled(): Promise<SettledScores>;
}

const numbers = new WeakMap<FloatMap, number>();
let nextNumber = 1;

function numberOf(map: FloatMap): number {
  const known = numbers.get(map) ?? nextNumber++;
  numbers.set(map, known);
  return known;
}

function pairOf(original: FloatMap, perturbed: FloatMap, motion: Motion | null): Pair {
  const moved = motion ? JSON.stringify(motion) : '';
  const id = `${numberOf(original)}-${numberOf(perturbed)} ${moved}`;
  return { id, original, perturbed, motion };
}

/** The pair the page is about: two maps of another tool, or the result; null before the first. */
export function mainPair({ maps, result }: AppState): Pair | null {
  if (maps) return pairOf(maps.original.map, maps.perturbed.map, maps.motion);
  if (!result) return null;
  const { original, perturbed } = result.analysis;
  return pairOf(original.map, perturbed.map, perturbed.motion);
}

/** k and w asked for now. */
const wantedScore = ({ maps, asked }: AppState): ScoreSettings =>
  maps?.score ?? asked.settings.score;

/** The pair on the screen: the place looked at, or the result. */
export function shownPair(state: AppState): Pair | null {
  const { result, preview, maps } = state;
  if (maps || !result || !preview) return mainPair(state);
  const { map, motion } = preview.shown;
  return pairOf(result.analysis.original.map, map, motion);
}

/** What is known of the pair on the screen, as far as it has come. */
export function shownKnowledge(state: AppState): PairKnowledge | null {
  const id = shownPair(state)?.id;
  return state.knowledge.find((pair) => pair.id === id) ?? null;
}

/** What is known of the pair the page is about, whatever place is looked at. */
export function mainKnowledge(state: AppState): PairKnowledge | null {
  const id = mainPair(state)?.id;
  return state.knowledge.find((pair) => pair.id === id) ?? null;
}

const isFor = (part: ScoreSettings | null, { k, windowRadius }: ScoreSettings): boolean =>
  part?.k === k && part.windowRadius === windowRadius;

/** What a part adds to the knowledge of its pair. */
function learnt(part: DetailsPart): Partial<PairKnowledge> {
  if (part.kind === 'details') return { details: part.details };
  return part.kind === 'surface' ? { surface: part.surface } : { pValues: part.pValues };
}

export function createDetailing(store: AppStore, client: Client<DetailsOperations>): Detailing {
  let abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const learn = (id: string, part: DetailsPart) =>
    store.setState(({ knowledge }) => {
      const nothing = { id, details: null, pValues: null, surface: null };
      const before = knowledge.find((pair) => pair.id === id) ?? nothing;
      const others = knowledge.filter((pair) => pair.id !== id);
      return { knowledge: [{ ...before, ...learnt(part) }, ...others].slice(0, REMEMBERED) };
    });

  const known = (id: string) => store.getState().knowledge.find((pair) => pair.id === id);

  const compute = async (
    pair: Pair,
    settings: ScoreSettings,
    signal?: AbortSignal,
  ): Promise<SettledScores> => {
    const before = known(pair.id);
    let details = before && isFor(before.details, settings) ? before.details : null;
    let pValues = before && isFor(before.pValues, settings) ? before.pValues : null;
    if (details && pValues) return { details, pValues };
    const onPartial = (part: DetailsPart) => {
      learn(pair.id, part);
      if (part.kind === 'details') details = part.details;
      else if (part.kind === 'pValues') pValues = part.pValues;
    };
    const request = { ...pair, settings, surface: !before?.surface };
    await client.call('details', request, { onPartial, ...(signal ? { signal } : {}) });
    if (!details || !pValues) throw new Problem('internal', { what: '', allowed: '', got: '' });
    return { details, pValues };
  };

  const run = () => {
    const state = store.getState();
    const pair = shownPair(state);
    const settings = wantedScore(state);
    abort.abort();
    abort = new AbortController();
    // Out of range while another model is being loaded: that run will ask again.
    if (!pair || settings.k > pair.original.values.length) return;
    compute(pair, settings, abort.signal).catch((error: unknown) => {
      const problem = asProblem(error);
      if (problem.code !== 'cancelled') store.setState({ run: { status: 'failed', problem } });
    });
  };

  const measureSensitivity = async ({ result, curve }: AppState) => {
    if (!result) return;
    const perturbed = curve.points.map(({ map, size }) => ({ map, change: size.l2 }));
    const request = { original: result.analysis.original.map, perturbed };
    const sensitivity = await client.call('sensitivity', request);
    if (store.getState().curve.points === curve.points) store.setState({ sensitivity });
  };

  store.subscribe((state, before) => {
    const moved =
      mainPair(state)?.id !== mainPair(before)?.id ||
      state.preview?.shown !== before.preview?.shown ||
      wantedScore(state) !== wantedScore(before);
    if (moved) {
      clearTimeout(timer);
      timer = setTimeout(run, SETTLE_MS);
    }
    if (state.curve.points !== before.curve.points && state.sensitivity)
      store.setState({ sensitivity: null });
    if (state.curve.status === 'ready' && before.curve.status !== 'ready')
      measureSensitivity(state).catch((error: unknown) => {
        store.setState({ run: { status: 'failed', problem: asProblem(error) } });
      });
  });

  return {
    async settled() {
      const state = store.getState();
      const pair = mainPair(state);
      const scored = state.maps?.scored ?? state.scored;
      if (!pair || !scored)
        throw new Problem('internal', { what: 'result', allowed: '', got: 'none' });
      return compute(pair, scored.settings);
    },
  };
}
