import { asProblem } from '../domain/problem.ts';
import type { Progress } from '../domain/progress.ts';
import type { CallOptions } from '../workers/client.ts';
import type { ModelRequest } from '../workers/operation.ts';
import { isOutOfDate } from './keys.ts';
import type { AppState, AppStore } from './store.ts';
import type { Studies, Study, StudyBasis, StudyId } from './study.ts';
import { studyKey } from './studyKey.ts';

/** What the computation of a study gets: the request every engine understands, with the class that is explained. */
export type StudyRequest = ModelRequest & { readonly targetClass: number };

/** One study: where it stands in the store, how it is computed, and what makes two of its parts the same. */
export interface StudyWork<Part, Outcome> {
  readonly id: StudyId;
  read(studies: Studies): Study<Part, Outcome>;
  write(study: Study<Part, Outcome>): Partial<Studies>;
  readonly identity: (part: Part) => string | number;
  run(basis: StudyBasis, request: StudyRequest, options: CallOptions<Part>): Promise<Outcome>;
}

/** Runs one study. The newest wins, and one whose answer would be out of date ends by itself. */
export interface StudyRunner {
  start(): void;
  cancel(): void;
  /** Looks whether the study under way is still wanted. */
  follow(): void;
}

/** A study can begin: there is a result, and it is the one asked for. */
export const canStudy = ({ asked, result, run, maps }: AppState): boolean =>
  result !== null && maps === null && run.status === 'idle' && !isOutOfDate(asked, result);

/** Everything asked for is what the study was computed from. */
export function isStudyCurrent(state: AppState, id: StudyId): boolean {
  const study = state.studies[id];
  return study.status !== 'idle' && study.basis.key === studyKey(id, state);
}

/** The part in the place of the one that is the same, else behind all others. */
function withPart<Part>(
  parts: readonly Part[],
  part: Part,
  identity: (part: Part) => string | number,
): Part[] {
  const at = parts.findIndex((other) => identity(other) === identity(part));
  return at < 0 ? [...parts, part] : parts.with(at, part);
}

export function createStudyRunner<Part, Outcome>(
  store: AppStore,
  modelUrl: (modelId: string) => string,
  work: StudyWork<Part, Outcome>,
): StudyRunner {
  let abort = new AbortController();

  const show = (study: Study<Part, Outcome>) =>
    store.setState(({ studies }) => ({ studies: { ...studies, ...work.write(study) } }));

  const run = async (basis: StudyBasis, signal: AbortSignal) => {
    const { analysis, picture } = basis.result;
    const since = Date.now();
    let parts: readonly Part[] = [];
    let progress: Progress | null = null;
    const tell = () => {
      if (!signal.aborted) show({ status: 'running', basis, parts, progress, since });
    };
    tell();
    const request: StudyRequest = {
      // The backend of the result: what is compared must be computed alike.
      ask: analysis.backend.id,
      modelUrl: modelUrl(basis.settings.modelId),
      input: picture.input,
      settings: basis.settings,
      targetClass: analysis.targetClass,
    };
    try {
      const outcome = await work.run(basis, request, {
        signal,
        onProgress(step) {
          progress = step;
          tell();
        },
        onPartial(part) {
          parts = withPart(parts, part, work.identity);
          tell();
        },
      });
      if (!signal.aborted) show({ status: 'ready', basis, parts, outcome });
    } catch (error) {
      if (!signal.aborted) show({ status: 'failed', basis, parts, problem: asProblem(error) });
    }
  };

  const cancel = () => {
    abort.abort();
    const study = work.read(store.getState().studies);
    if (study.status === 'running')
      show({ status: 'cancelled', basis: study.basis, parts: study.parts });
  };

  return {
    cancel,
    start() {
      const state = store.getState();
      const { result, asked } = state;
      if (!result || !canStudy(state)) return;
      abort.abort();
      abort = new AbortController();
      const { score, thresholds } = asked.settings;
      const settings = { ...result.settings, score, thresholds };
      void run({ key: studyKey(work.id, state), result, settings }, abort.signal);
    },
    follow() {
      const state = store.getState();
      if (state.studies[work.id].status === 'running' && !isStudyCurrent(state, work.id)) cancel();
    },
  };
}
