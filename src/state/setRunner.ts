import type { BackendId } from '../domain/backend.ts';
import type { ModelCard } from '../domain/model.ts';
import { backgroundRgb } from '../domain/picture.ts';
import { labelOf } from '../domain/pictureFolder.ts';
import { failedRow, isOfPicture, type PictureRow } from '../domain/pictureRow.ts';
import type { SetAsked, SetFacts } from '../domain/pictureSet.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import { checkSettings } from '../domain/settings.ts';
import type { Client } from '../workers/client.ts';
import type { AnalysisOperations, PictureOperations } from '../workers/protocol.ts';
import type { RowsOfPicture } from '../workers/setProtocol.ts';
import { type PictureSet, picturesLeft, type SetPicture } from './pictureSet.ts';
import { shareOut } from './shareOut.ts';
import { workersWithin } from './sweeps.ts';

export interface SetRunDependencies {
  readonly pictures: Client<PictureOperations>;
  /** Engines for sets alone, at least one: Compare goes on meanwhile. */
  readonly engines: readonly Client<AnalysisOperations>[];
  readonly modelUrl: (modelId: string) => string;
  /** Of this program. */
  readonly version: string;
}

/** What one picture gave. */
export interface SetAnswer {
  readonly path: string;
  readonly rows: readonly PictureRow[];
  /** Null where nothing was computed for it: the picture could not be read. */
  readonly facts: SetFacts | null;
}

/** A run: what is asked of which set with which model. */
interface Job {
  readonly set: PictureSet;
  readonly asked: SetAsked;
  readonly card: ModelCard;
}

function factsOf({ set, asked, card }: Job, answer: RowsOfPicture, version: string): SetFacts {
  const { backend, modelSha256 } = answer;
  return {
    version,
    tfjs: backend.version,
    backend: backend.id,
    modelSha256,
    classes: card.classes.map(({ en }) => en),
    settings: asked.settings,
    changes: asked.changes,
    only: '',
    background: asked.background,
    total: set.folder.pictures.length,
  };
}

/**
 * Asks for every picture that is left, several at once where that helps; `onAnswer` gets each as soon as it is there. A picture that
 * cannot be judged gives rows that say so.
 * @throws Problem of the settings or the machine, which the next picture would meet too; `cancelled`
 */
export async function runSet(
  job: Job,
  dependencies: SetRunDependencies,
  signal: AbortSignal,
  onAnswer: (answer: SetAnswer) => void,
): Promise<void> {
  const { set, asked, card } = job;
  for (const perturbation of asked.changes)
    checkSettings({ ...asked.settings, perturbation }, card);
  const waiting = picturesLeft(set).filter(({ file }) => file !== null);
  const { engines } = dependencies;
  let { facts } = set;
  const ask = async (engine: Client<AnalysisOperations>, picture: SetPicture, end: AbortSignal) => {
    const hands = { ...dependencies, engine, signal: end };
    return rowsOf(job, picture, facts?.backend ?? asked.backend, hands);
  };
  // Until one has answered nobody knows the backend, which all must share.
  while (!facts) {
    const first = waiting.shift();
    if (!first) return;
    const answer = await ask(engines[0], first, signal);
    ({ facts } = answer);
    onAnswer(answer);
  }
  const team = engines.slice(0, workersWithin(facts.backend, card));
  await shareOut(team, waiting, ask, { signal, onPartial: onAnswer });
}

interface Hands extends SetRunDependencies {
  readonly engine: Client<AnalysisOperations>;
  readonly signal: AbortSignal;
}

async function rowsOf(
  job: Job,
  { path, file }: SetPicture,
  backend: BackendId | null,
  { pictures, engine, modelUrl, version, signal }: Hands,
): Promise<SetAnswer> {
  const { asked, card } = job;
  const { settings, changes } = asked;
  const label = labelOf(path, card);
  const started = performance.now();
  try {
    if (!file) throw new Problem('file-unreadable', { what: path, allowed: '', got: '' });
    const background = backgroundRgb(asked.background);
    const opening = { file, name: path, background, spec: card.input };
    const { info, input } = await pictures.call('open', opening, { signal });
    const answer = await engine.call(
      'pictureRows',
      {
        ask: backend,
        modelUrl: modelUrl(settings.modelId),
        input,
        settings,
        picture: path,
        sha256: info.sha256,
        label,
        changes,
      },
      { signal },
    );
    return { path, rows: answer.rows, facts: factsOf(job, answer, version) };
  } catch (error) {
    const problem = asProblem(error);
    if (!isOfPicture(problem)) throw problem;
    const durationMs = performance.now() - started;
    const named = new Problem(problem.code, { ...problem.detail, what: path });
    const rows = changes.map((perturbation) =>
      failedRow({ picture: path, sha256: null, label, perturbation }, named, durationMs),
    );
    return { path, rows, facts: null };
  }
}
