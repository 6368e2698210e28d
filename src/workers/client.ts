import { Problem, type ProblemCode } from '../domain/problem.ts';
import type { Progress } from '../domain/progress.ts';
import { awaitDeath } from './lifeLock.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The part of a `Worker` the client needs. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface CallOptions<Partial> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly onPartial?: (partial: Partial) => void;
}

type Request<Op> = Op extends { request: infer R } ? R : never;
type PartialOf<Op> = Op extends { partial: infer P } ? P : never;
type Result<Op> = Op extends { result: infer R } ? R : never;

/** Calls a worker's operations as promises that always settle. */
export interface Client<Ops> {
  /** Rejects with a `Problem`: `cancelled` at once after an abort, `worker-crashed`, `worker-hung`, or the worker's own. */
  call<Name extends keyof Ops & string>(
    name: Name,
    request: Request<Ops[Name]>,
    options?: CallOptions<PartialOf<Ops[Name]>>,
  ): Promise<Result<Ops[Name]>>;
}

export interface ClientOptions {
  readonly spawn: () => WorkerLike;
  /** Called after a worker was replaced: whatever it held in memory is gone. */
  readonly onReplaced?: (code: ProblemCode) => void;
  /** A worker silent for so long during a request is taken to hang, milliseconds. */
  readonly silenceMs?: number;
  /** A worker that does not end a cancelled request within this is replaced, milliseconds. */
  readonly cancelMs?: number;
}

interface Pending {
  readonly id: number;
  readonly message: ToWorker;
  readonly options: CallOptions<unknown>;
  readonly settle: { resolve(result: unknown): void; reject(problem: Problem): void };
  /** The caller has had its answer (a cancel); only the worker's end is still awaited. */
  abandoned: boolean;
  resent: boolean;
}

/** Problems after which a worker cannot be used any more. */
const FATAL: ReadonlySet<ProblemCode> = new Set(['context-lost', 'out-of-memory']);

/**
 * A typed client that outlives its worker: a worker that dies, with or without a word, hangs, runs
 * out of memory or loses its graphics context is replaced; the newest request is sent again once, every other pending one rejects with the code.
 */
export function createClient<Ops>(clientOptions: ClientOptions): Client<Ops> {
  const { spawn, onReplaced, silenceMs = 60_000, cancelMs = 10_000 } = clientOptions;
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let worker: WorkerLike | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const watch = () => {
    clearTimeout(silence);
    if (pending.size > 0) silence = setTimeout(() => replace('worker-hung'), silenceMs);
  };

  const post = (entry: Pending) => {
    worker ??= connect();
    worker.postMessage(entry.message);
    watch();
  };

  const end = (id: number): Pending | null => {
    const entry = pending.get(id);
    pending.delete(id);
    watch();
    return entry && !entry.abandoned ? entry : null;
  };

  const replace = (code: ProblemCode, message?: string) => {
    worker?.terminate();
    worker = null;
    const waiting = [...pending.values()].filter((entry) => !entry.abandoned);
    pending.clear();
    watch();
    onReplaced?.(code);
    const newest = waiting.at(-1);
    for (const entry of waiting) {
      if (entry === newest && !entry.resent) {
        entry.resent = true;
        pending.set(entry.id, entry);
        post(entry);
      } else entry.settle.reject(new Problem(code, undefined, message));
    }
  };

  const receive = (message: FromWorker) => {
    watch();
    if (message.type === 'ready') {
      const held = worker;
      awaitDeath(message.lock, () => {
        if (held === worker) replace('worker-crashed');
      });
      return;
    }
    if (message.type === 'broken' || (message.type === 'failed' && FATAL.has(message.code))) {
      replace(message.code, message.message);
      return;
    }
    const entry = message.type === 'result' || message.type === 'failed' ? end(message.id) : null;
    if (message.type === 'result') entry?.settle.resolve(message.result);
    else if (message.type === 'failed')
      entry?.settle.reject(new Problem(message.code, message.detail, message.message));
    else {
      const running = pending.get(message.id);
      if (!running || running.abandoned) return;
      if (message.type === 'progress') running.options.onProgress?.(message.progress);
      else running.options.onPartial?.(message.partial);
    }
  };

  const connect = (): WorkerLike => {
    const fresh = spawn();
    fresh.onmessage = ({ data }) => {
      if (fresh === worker) receive(data as FromWorker);
    };
    fresh.onerror = (event) => {
      if (fresh === worker) replace('worker-crashed', event.message);
    };
    fresh.onmessageerror = () => {
      if (fresh === worker) replace('worker-crashed');
    };
    return fresh;
  };

  const abandon = (entry: Pending) => {
    if (pending.get(entry.id) !== entry || entry.abandoned) return;
    entry.abandoned = true;
    entry.settle.reject(new Problem('cancelled'));
    worker?.postMessage({ type: 'cancel', id: entry.id });
    setTimeout(() => {
      if (pending.get(entry.id) === entry) replace('worker-hung');
    }, cancelMs);
  };

  return {
    call(name, request, options = {}) {
      const { signal } = options;
      let abort = () => {};
      const answer = new Promise<never>((resolve, reject) => {
        if (signal?.aborted) {
          reject(new Problem('cancelled'));
          return;
        }
        const id = nextId++;
        const entry: Pending = {
          id,
          message: { type: 'request', id, name, request },
          // The message border: the worker's types promise that partial and result fit the operation.
          options: options as CallOptions<unknown>,
          settle: { resolve: resolve, reject },
          abandoned: false,
          resent: false,
        };
        pending.set(id, entry);
        abort = () => abandon(entry);
        signal?.addEventListener('abort', abort, { once: true });
        post(entry);
      });
      // A signal outlives many requests: its listener would hold what each of them sent.
      const forget = () => signal?.removeEventListener('abort', abort);
      answer.then(forget, forget);
      return answer;
    },
  };
}
