import { asProblem, Problem } from '../domain/problem.ts';
import type { Progress, Stage, Task } from '../domain/progress.ts';
import { holdLifeLock } from './lifeLock.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** What a handler holds: the task to report to, and a way to send what is ready before the end. */
export interface HostTask<Partial> extends Task {
  /** `given`: memory that goes over to the page instead of being copied; not to be used afterwards. */
  readonly partial: (partial: Partial, given?: Transferable[]) => void;
}

/** One function for each operation of a worker. */
export type Handlers<Ops> = {
  readonly [Name in keyof Ops]: Ops[Name] extends {
    request: infer Request;
    partial: infer Partial;
    result: infer Result;
  }
    ? (request: Request, task: HostTask<Partial>) => Promise<Result> | Result
    : never;
};

/** The part of a worker's global scope that the host needs. */
export interface Scope {
  postMessage(message: FromWorker, options?: { transfer?: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Progress is told no more often, but for the first and the last of a stage: nobody reads faster. */
const TELL_MS = 30;

/** Messages are let in at least this often, so that a cancel is heard. */
const YIELD_MS = 50;

/** Resolves after waiting messages were delivered: a microtask would never let them in. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port1.close();
      resolve();
    };
    port1.postMessage(null);
  });
}

/**
 * Serves requests in the order they came, one at a time, each ending in exactly one `result` or
 * `failed`. A request cancelled while it waits ends at once, one under way at its next checkpoint.
 * @returns to be called when the worker cannot go on whatever it is asked, running request or not
 */
export function serve<Ops>(scope: Scope, handlers: Handlers<Ops>): (problem: Problem) => void {
  const cancelled = new Set<number>();
  let queue = Promise.resolve();

  const run = async (id: number, name: string, request: unknown) => {
    try {
      if (cancelled.has(id)) throw new Problem('cancelled');
      const handler = handlerNamed(handlers, name);
      const result = await handler(request, createTask(scope, id, cancelled));
      scope.postMessage({ type: 'result', id, result });
    } catch (error) {
      const { code, detail, message } = asProblem(error);
      scope.postMessage({ type: 'failed', id, code, detail, message });
    } finally {
      cancelled.delete(id);
    }
  };

  scope.addEventListener('message', ({ data }: MessageEvent) => {
    const message = data as ToWorker;
    if (message.type === 'cancel') {
      cancelled.add(message.id);
      return;
    }
    queue = queue.then(macrotask).then(() => run(message.id, message.name, message.request));
  });
  const ready = (lock: string | null) => scope.postMessage({ type: 'ready', lock });
  void holdLifeLock().then(ready, () => ready(null));
  return ({ code, message }) => scope.postMessage({ type: 'broken', code, message });
}

type AnyHandler = (request: unknown, task: HostTask<unknown>) => Promise<unknown>;

function handlerNamed<Ops>(handlers: Handlers<Ops>, name: string): AnyHandler {
  if (!Object.hasOwn(handlers, name))
    throw new Problem('internal', { what: 'operation', allowed: '', got: name });
  // The message border: the client's types promise that the request fits the handler.
  return handlers[name as keyof Ops] as AnyHandler;
}

function createTask(scope: Scope, id: number, cancelled: ReadonlySet<number>): HostTask<unknown> {
  let yielded = performance.now();
  let told = 0;
  let stage: Stage | null = null;
  const isNews = (progress: Progress) =>
    progress.stage !== stage ||
    progress.done === progress.total ||
    performance.now() - told >= TELL_MS;
  return {
    partial: (partial, given = []) =>
      scope.postMessage({ type: 'partial', id, partial }, { transfer: given }),
    async checkpoint(progress: Progress) {
      if (isNews(progress)) {
        scope.postMessage({ type: 'progress', id, progress });
        ({ stage } = progress);
        told = performance.now();
      }
      if (performance.now() - yielded >= YIELD_MS) {
        await macrotask();
        yielded = performance.now();
      }
      if (cancelled.has(id)) throw new Problem('cancelled');
    },
  };
}
