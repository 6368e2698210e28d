import type { CallOptions, Client } from '../workers/client.ts';
import type { AnalysisOperations } from '../workers/protocol.ts';

/**
 * Asks for every item, each of whichever engine is free next, so that no engine is asked two things at once. Parts are handed on as
 * they come. The first that fails ends all.
 */
export async function shareOut<Item, Part>(
  team: readonly Client<AnalysisOperations>[],
  items: readonly Item[],
  ask: (engine: Client<AnalysisOperations>, item: Item, signal: AbortSignal) => Promise<Part>,
  { signal, onPartial, onProgress }: CallOptions<Part>,
): Promise<null> {
  const waiting = items.values();
  const abort = new AbortController();
  signal?.addEventListener('abort', () => abort.abort(), { once: true });
  let done = 0;
  const total = items.length;
  const work = async (engine: Client<AnalysisOperations>) => {
    for (const item of waiting) {
      const part = await ask(engine, item, abort.signal);
      onPartial?.(part);
      onProgress?.({ stage: 'study', done: ++done, total });
    }
  };
  try {
    await Promise.all(team.map(work));
    return null;
  } catch (error) {
    abort.abort();
    throw error;
  }
}
