import type { SweepKind, SweepPoint } from '../domain/analysis.ts';
import type { ModelInput } from '../domain/picture.ts';
import { asProblem } from '../domain/problem.ts';
import type { Client } from '../workers/client.ts';
import type { ScoresOperations } from '../workers/protocol.ts';
import type { AttackFound } from './attack.ts';
import type { Scoring } from './scoring.ts';
import type { AppStore, Preview, Result } from './store.ts';

interface SweepPlace {
  readonly kind: SweepKind;
  readonly index: number;
}

/** A place of a sweep, or the picture an attack found. */
type Place = SweepPlace | ({ readonly kind: 'attack' } & AttackFound);

/** Shows a place of a sweep in the views while somebody points at it. */
export interface Previews {
  show(place: SweepPlace | null): void;
  /** Shows the picture of an attack until null gives it back or another result comes. */
  readonly hold: (found: AttackFound | null) => void;
  /** Scores the place shown again, after k, w or a threshold moved. */
  refresh(): void;
}

export function createPreviews(
  store: AppStore,
  scores: Client<ScoresOperations>,
  scoring: Scoring,
): Previews {
  let wanted: Place | null = null;
  /** An attacked picture stays in the views until it is given back: pointing at a place only interrupts it. */
  let held: { readonly place: Place; readonly result: Result | null } | null = null;

  /** The picture at a place; not made again for the place that is shown. */
  const inputAt = (result: Result, { perturbation, map }: SweepPoint): Promise<ModelInput> => {
    const { preview } = store.getState();
    if (preview?.shown.map === map) return Promise.resolve(preview.shown.input);
    const { picture, settings } = result;
    return scores.call('perturb', { input: picture.input, perturbation, seed: settings.seed });
  };

  const ofSweep = async (result: Result, kind: SweepKind, index: number) => {
    const point = store.getState()[kind].points[index];
    if (!point) return null;
    const [input, scored] = await Promise.all([
      inputAt(result, point),
      scoring.scorePoint(result.analysis, kind, point),
    ]);
    return { shown: { ...point, input }, scored };
  };

  const ofAttack = async (result: Result, { picture, id, epsilon }: AttackFound) => {
    const deadGradient = picture.map.values.every((value) => value === 0);
    const other = { ...picture, motion: null, deadGradient };
    const scored = await scoring.scoreOther(result.analysis, other);
    const { perturbation } = result.settings;
    const size = { ...picture.size, clippedShare: 0 };
    return { shown: { ...other, perturbation, size }, scored, attack: { id, epsilon } };
  };

  const load = async (place: Place) => {
    const { result } = store.getState();
    if (!result) return;
    const preview: Preview | null =
      place.kind === 'attack'
        ? await ofAttack(result, place)
        : await ofSweep(result, place.kind, place.index);
    if (!preview || wanted !== place || store.getState().result !== result) return;
    store.setState({ preview });
  };

  const showNow = (place: Place | null) => {
    wanted = place;
    if (place === null) store.setState({ preview: null });
    else
      load(place).catch((error: unknown) => {
        if (wanted !== place) return;
        store.setState({ run: { status: 'failed', problem: asProblem(error) } });
      });
  };

  const heldPlace = () => (held?.result === store.getState().result ? (held?.place ?? null) : null);

  return {
    show: (place) => showNow(place ?? heldPlace()),
    hold(found) {
      const place = found && { kind: 'attack' as const, ...found };
      held = place && { place, result: store.getState().result };
      showNow(place);
    },
    refresh: () => wanted && showNow({ ...wanted }),
  };
}
