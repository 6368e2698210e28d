import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem, type ProblemCode } from '../domain/problem.ts';
import { type Client, createClient, type WorkerLike } from './client.ts';
import { type Handlers, serve } from './host.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

interface Ops {
  double: { request: number; partial: never; result: number };
  count: { request: number; partial: number; result: string };
  hang: { request: null; partial: never; result: null };
  fail: { request: ProblemCode; partial: never; result: null };
}

const handlers: Handlers<Ops> = {
  double: async (n) => 2 * n,
  async count(n, task) {
    for (let done = 0; done < n; done++) {
      task.partial(done);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await task.checkpoint({ stage: 'curve', done, total: n });
    }
    return 'done';
  },
  hang: () => new Promise(() => {}),
  async fail(code) {
    throw new Problem(code, { what: 'k', allowed: '1…4', got: '0' });
  },
};

/** A worker in the same thread, behind the same two message queues. */
class FakeWorker implements WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  readonly sent: ToWorker[] = [];
  alive = true;
  private listener: (event: MessageEvent) => void = () => {};

  constructor() {
    serve<Ops>(
      {
        postMessage: (message) => queueMicrotask(() => this.deliver(message)),
        addEventListener: (_, listener) => {
          this.listener = listener;
        },
      },
      handlers,
    );
  }
  private deliver(message: FromWorker) {
    if (this.alive) this.onmessage?.(new MessageEvent('message', { data: message }));
  }
  postMessage(message: ToWorker) {
    this.sent.push(message);
    this.listener(new MessageEvent('message', { data: message }));
  }
  terminate() {
    this.alive = false;
  }
  /** Tells by itself that it cannot go on. */
  breakDown(code: ProblemCode) {
    this.deliver({ type: 'broken', code, message: '' });
  }
  crash() {
    this.alive = false;
    this.onerror?.(Object.assign(new Event('error'), { message: 'boom' }) as ErrorEvent);
  }
}

let workers: FakeWorker[];
let replaced: ProblemCode[];
let client: Client<Ops>;

beforeEach(() => {
  workers = [];
  replaced = [];
  client = createClient<Ops>({
    spawn: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    onReplaced: (code) => replaced.push(code),
    silenceMs: 200,
    cancelMs: 60,
  });
});
afterEach(() => vi.useRealTimers());

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

describe('client and host', () => {
  it('answers, in order, with partials and progress before the end', async () => {
    const seen: (number | string)[] = [];
    const counted = client.call('count', 3, {
      onPartial: (n) => seen.push(n),
      onProgress: ({ done }) => seen.push(`p${done}`),
    });
    expect(await Promise.all([counted, client.call('double', 21)])).toEqual(['done', 42]);
    // Progress is told when a stage begins and then as often as it can be read, not thrice at once.
    expect(seen).toEqual([0, 'p0', 1, 2]);
  });

  it('carries a problem with what, allowed and got', async () => {
    await expect(client.call('fail', 'setting-out-of-range')).rejects.toMatchObject({
      code: 'setting-out-of-range',
      detail: { what: 'k', allowed: '1…4', got: '0' },
    });
    expect(await client.call('double', 1)).toBe(2);
  });

  it('rejects a cancelled request at once and serves the next one', async () => {
    const abort = new AbortController();
    let partials = 0;
    const counted = codeOf(
      client.call('count', 1000, { signal: abort.signal, onPartial: () => partials++ }),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    abort.abort();
    const start = performance.now();
    expect(await counted).toBe('cancelled');
    expect(performance.now() - start).toBeLessThan(50);
    const seen = partials;
    expect(await client.call('double', 4)).toBe(8);
    expect(partials).toBe(seen);
    expect(workers).toHaveLength(1);
  });

  it('ends a request cancelled while it waits without running it', async () => {
    const abort = new AbortController();
    const first = client.call('count', 5);
    let ran = false;
    const second = codeOf(
      client.call('count', 5, { signal: abort.signal, onPartial: () => (ran = true) }),
    );
    abort.abort();
    expect(await second).toBe('cancelled');
    expect(await first).toBe('done');
    expect(await client.call('double', 1)).toBe(2);
    expect(ran).toBe(false);
  });

  it('replaces a worker that does not obey a cancel', async () => {
    const abort = new AbortController();
    const hung = codeOf(client.call('hang', null, { signal: abort.signal }));
    await new Promise((resolve) => setTimeout(resolve, 10));
    abort.abort();
    expect(await hung).toBe('cancelled');
    expect(await client.call('double', 3)).toBe(6);
    expect(replaced).toEqual(['worker-hung']);
    expect(workers).toHaveLength(2);
  });

  it('sends the newest request again after a crash and rejects the others', async () => {
    const first = codeOf(client.call('count', 50));
    const second = client.call('double', 5);
    workers[0]?.crash();
    expect(await first).toBe('worker-crashed');
    expect(await second).toBe(10);
    expect(workers).toHaveLength(2);
    expect(replaced).toEqual(['worker-crashed']);
  });

  it('does not send a request a third time', async () => {
    const call = codeOf(client.call('count', 50));
    workers[0]?.crash();
    workers[1]?.crash();
    expect(await call).toBe('worker-crashed');
    expect(await client.call('double', 5)).toBe(10);
  });

  it('replaces a worker that says it is broken, in mid-run and while idle', async () => {
    const hung = codeOf(client.call('hang', null));
    workers[0]?.breakDown('context-lost');
    workers[1]?.breakDown('context-lost');
    expect(await hung).toBe('context-lost');
    expect(await client.call('double', 5)).toBe(10);
    workers[2]?.breakDown('context-lost');
    expect(workers).toHaveLength(3);
    expect(await client.call('double', 6)).toBe(12);
    expect(workers).toHaveLength(4);
  });

  it('replaces a silent worker, and one that lost its context', async () => {
    expect(await codeOf(client.call('hang', null))).toBe('worker-hung');
    expect(replaced).toEqual(['worker-hung', 'worker-hung']);
    expect(await codeOf(client.call('fail', 'context-lost'))).toBe('context-lost');
    expect(await client.call('double', 5)).toBe(10);
  });
});
