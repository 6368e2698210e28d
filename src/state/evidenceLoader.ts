import { EXPERIMENT_IDS, type ExperimentId } from '../domain/evidence.ts';
import { parseResult, parseResultIndex } from '../domain/evidenceFile.ts';
import { asProblem, Problem } from '../domain/problem.ts';
import { everyResult, type ResultState } from './evidence.ts';
import type { AppStore } from './store.ts';

/** What the Evidence screen can ask for. */
export interface EvidenceControls {
  /** Reads every result there is, once; nothing happens the next time. */
  readonly load: () => Promise<void>;
  /** Reads a result again that could not be read. */
  readonly retry: (id: ExperimentId) => Promise<void>;
}

export interface EvidenceDependencies {
  readonly store: AppStore;
  /** JSON of a file below the app's folder; rejects with a Problem. */
  readonly read: (path: string) => Promise<unknown>;
}

/**
 * Reader of JSON files shipped beside the program.
 * @param base absolute URL of the app's folder
 */
export const jsonReader =
  (base: string) =>
  async (path: string): Promise<unknown> => {
    const response = await fetch(new URL(path, base)).catch(() => null);
    if (!response?.ok) {
      const got = response ? `HTTP ${response.status}` : '';
      throw new Problem('file-unreadable', { what: path, allowed: '', got });
    }
    try {
      return await response.json();
    } catch (error) {
      const got = error instanceof Error ? error.message : String(error);
      throw new Problem('file-unreadable', { what: path, allowed: 'JSON', got });
    }
  };

/** Brings the results of the experiments into the store, each as soon as it is read and checked. */
export function createEvidenceLoader({ store, read }: EvidenceDependencies): EvidenceControls {
  let there: readonly ExperimentId[] | null = null;
  let loading: Promise<void> | null = null;
  const set = (id: ExperimentId, state: ResultState) =>
    store.setState(({ evidence }) => ({ evidence: { ...evidence, [id]: state } }));

  const readResult = async (id: ExperimentId) => {
    set(id, { status: 'loading' });
    try {
      set(id, { status: 'ready', result: parseResult(await read(`evidence/${id}.json`), id) });
    } catch (error) {
      set(id, { status: 'failed', problem: asProblem(error) });
    }
  };

  const readAll = async () => {
    store.setState({ evidence: everyResult({ status: 'loading' }) });
    try {
      there = parseResultIndex(await read('evidence/index.json'));
    } catch (error) {
      // The next request begins anew.
      loading = null;
      store.setState({ evidence: everyResult({ status: 'failed', problem: asProblem(error) }) });
      return;
    }
    const known = there;
    for (const id of EXPERIMENT_IDS) if (!known.includes(id)) set(id, { status: 'missing' });
    await Promise.all(known.map(readResult));
  };

  const load = () => (loading ??= readAll());
  return { load, retry: (id) => (there ? readResult(id) : load()) };
}
