import { backgroundRgb } from '../domain/picture.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import type { Progress } from '../domain/progress.ts';
import type { Client } from '../workers/client.ts';
import type { AnalysisOperations, OpenedPicture, PictureOperations } from '../workers/protocol.ts';
import type { BackendMemory } from './backendMemory.ts';
import { originalKey } from './keys.ts';
import { takeOver } from './restoring.ts';
import type { Scoring } from './scoring.ts';
import type { AppStore, Asked, Result } from './store.ts';
import type { Sweeps } from './sweeps.ts';

/** Runs what is asked for: picture, pair, scores, then the sweeps. The newest request wins. */
export interface Runs {
  start(): void;
  cancel(): void;
}

export interface RunDependencies {
  readonly store: AppStore;
  readonly pictures: Client<PictureOperations>;
  readonly analysis: Client<AnalysisOperations>;
  readonly scoring: Scoring;
  readonly sweeps: Sweeps;
  readonly backendMemory: BackendMemory;
  readonly modelUrl: (modelId: string) => string;
}

export function createRuns(dependencies: RunDependencies): Runs {
  const { store, pictures, analysis, scoring, sweeps, backendMemory, modelUrl } = dependencies;
  let abort = new AbortController();
  let opened: { key: string; picture: OpenedPicture } | null = null;
  /** `originalKey` of the result on the screen. */
  let shownOriginal = '';

  const keyOf = ({ picture, background, settings }: Asked): string =>
    JSON.stringify([picture?.id, background, settings.modelId]);

  const open = async (asked: Asked, signal: AbortSignal): Promise<OpenedPicture> => {
    const { picture, background, settings } = asked;
    const card = store.getState().cards.find(({ id }) => id === settings.modelId);
    if (!picture || !card)
      throw new Problem('model-missing', { what: settings.modelId, allowed: '', got: '' });
    const key = keyOf(asked);
    if (opened?.key === key) return opened.picture;
    const request = {
      file: picture.file,
      name: picture.name,
      background: backgroundRgb(background),
      spec: card.input,
    };
    const fresh = await pictures.call('open', request, { signal, onProgress });
    opened = { key, picture: fresh };
    return fresh;
  };

  const onProgress = (progress: Progress) =>
    store.setState(({ run }) => (run.status === 'running' ? { run: { ...run, progress } } : {}));

  /** Opens what is asked for. A report has its session taken over the first time: what is asked for then is what it says. */
  const prepare = async (asked: Asked, signal: AbortSignal) => {
    const picture = await open(asked, signal);
    const state = store.getState();
    const file = asked.picture;
    if (!file) throw new Problem('internal', { what: 'picture', allowed: 'chosen first', got: '' });
    if (signal.aborted || state.restored?.file === file) return { asked, file, picture };
    if (!picture.session) {
      store.setState({ restored: null });
      return { asked, file, picture };
    }
    store.setState(takeOver(state, file, picture.session));
    const taken = store.getState().asked;
    const stored: OpenedPicture = { ...picture, input: picture.session.input };
    opened = { key: keyOf(taken), picture: stored };
    return { asked: taken, file, picture: stored };
  };

  const compute = async (
    { asked, file, picture }: Awaited<ReturnType<typeof prepare>>,
    signal: AbortSignal,
  ): Promise<Result> => {
    const { settings } = asked;
    const done = await analysis.call(
      'analyse',
      {
        ask: asked.backend,
        modelUrl: modelUrl(settings.modelId),
        input: picture.input,
        settings,
        remembered: backendMemory.read(),
      },
      {
        signal,
        onProgress,
        onPartial: (original) => store.setState({ early: { picture, original } }),
      },
    );
    if (done.backend.times) backendMemory.write(done.backend.times);
    store.setState(({ abilities }) => ({
      abilities: { ...abilities, [settings.modelId]: done.abilities },
    }));
    return { file, picture, settings, analysis: done };
  };

  /** The same original again: what was found of its map still holds. */
  const keepParity = (fresh: Result, key: string): Result => {
    const { result } = store.getState();
    const parity = key === shownOriginal ? (result?.analysis.parity ?? null) : null;
    return { ...fresh, analysis: { ...fresh.analysis, parity } };
  };

  const fail = (problem: Problem, asked: Asked) => {
    const { result } = store.getState();
    // A refused picture gives way to the last good one, so that the next change of a setting works.
    const refused = /^(image|file|report)-/.test(problem.code);
    store.setState({
      run: { status: 'failed', problem },
      early: null,
      sweepProgress: null,
      ...(refused && result ? { asked: { ...asked, picture: result.file } } : {}),
    });
  };

  const run = async (signal: AbortSignal) => {
    let { asked } = store.getState();
    try {
      const prepared = await prepare(asked, signal);
      asked = prepared.asked;
      const key = originalKey(asked);
      const result = keepParity(await compute(prepared, signal), key);
      sweeps.prepare(result, key);
      const scored = await scoring.begin(result.analysis, key);
      // From here on the scores worker holds this pair: it is shown even if something newer is asked for.
      // What was found of the map meanwhile is kept.
      store.setState({ result: keepParity(result, key), scored, early: null, preview: null });
      shownOriginal = key;
      if (signal.aborted) return;
      store.setState({ run: { status: 'idle' } });
      scoring.refresh();
      await sweeps.run(result, modelUrl(asked.settings.modelId), signal);
    } catch (error) {
      const problem = asProblem(error);
      if (!signal.aborted && problem.code !== 'cancelled') fail(problem, asked);
    }
  };

  return {
    start() {
      abort.abort();
      abort = new AbortController();
      if (!store.getState().asked.picture) return;
      store.setState({
        run: { status: 'running', progress: null, since: Date.now() },
        sweepProgress: null,
      });
      void run(abort.signal);
    },
    cancel() {
      abort.abort();
      store.setState({ run: { status: 'idle' }, early: null, sweepProgress: null });
    },
  };
}
