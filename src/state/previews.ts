import type { SweepKind, SweepPoint } from '../domain/analysis.ts';
import type { ModelInput } from '../domain/picture.ts';
import { asProblem } from '../domain/problem.ts';
import type { Client } from '../workers/client.ts';
import type { ScoresOperations } from '../workers/protocol.ts';
import type { Scoring } from './scoring.ts';
import type { AppStore, Result } from './store.ts';

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

  /** The picture at a place; not made again for the place that is shown. */
  const inputAt = (result: Result, { perturbation, map }: SweepPoint): Promise<ModelInput> => {
    const { preview } = store.getState();
    if (preview?.shown.map === map) return Promise.resolve(preview.shown.input);
    const { picture, settings } = result;
    return scores.call('perturb', { input: picture.input, perturbation, seed: settings.seed });
  };

  const load = async (place: NonNullable<typeof wanted>) => {
    const { result, [place.kind]: sweep } = store.getState();
    const point = sweep.points[place.index];
    if (!result || !point) return;
    const [input, scored] = await Promise.all([
      inputAt(result, point),
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
