import type { SweepKind } from '../domain/analysis.ts';
import { asProblem } from '../domain/problem.ts';
import type { Client } from '../workers/client.ts';
import type { ScoresOperations } from '../workers/protocol.ts';
import type { Scoring } from './scoring.ts';
import type { AppStore } from './store.ts';

/** Shows a place of a sweep in the views while somebody points at it. */
export interface Previews {
  show(place: { readonly kind: SweepKind; readonly index: number } | null): void;
  /** Scores the place shown again, after k, w or a threshold moved. */
  refresh(): void;
}

export function createPreviews(
  store: AppStore,
  scores: Client<ScoresOperations>,
  scoring: Scoring,
): Previews {
  let wanted: { readonly kind: SweepKind; readonly index: number } | null = null;

  const load = async (place: NonNullable<typeof wanted>) => {
    const { result, [place.kind]: sweep } = store.getState();
    const point = sweep.points[place.index];
    if (!result || !point) return;
    const { perturbation } = point;
    const request = { input: result.picture.input, perturbation, seed: result.settings.seed };
    const [input, scored] = await Promise.all([
      scores.call('perturb', request),
      scoring.scorePoint(result.analysis, place.kind, point),
    ]);
    if (wanted !== place || store.getState().result !== result) return;
    store.setState({ preview: { shown: { ...point, input }, scored } });
  };

  const show: Previews['show'] = (place) => {
    wanted = place;
    if (place === null) store.setState({ preview: null });
    else
      load(place).catch((error: unknown) => {
        if (wanted !== place) return;
        store.setState({ run: { status: 'failed', problem: asProblem(error) } });
      });
  };

  return { show, refresh: () => wanted && show({ ...wanted }) };
}
