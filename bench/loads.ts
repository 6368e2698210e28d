import type { Browser, BrowserContextOptions } from 'playwright';
import { type Timing, timingOf } from './timing.ts';

/** The longest task of the page's thread in each of several cold loads, milliseconds. */
export interface LoadTimes {
  /** By the clock: also the time in which another thread had the core. */
  readonly longestTask: Timing;
  /** What that thread really worked. */
  readonly longestWork: Timing;
}

/** An event of Chromium's trace, as far as it is read here; times in microseconds. */
interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const TASK = 'ThreadControllerImpl::RunTask';

/** Duration and processor time of every task of the pages' threads, milliseconds. */
function pageTasks(trace: Buffer): readonly { readonly clock: number; readonly work: number }[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  );
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name === TASK && pages.has(thread(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, work: tdur / 1000 }));
}

/** Opens the app `loads` times with an empty cache and watches the page's thread until the first sweep runs. */
export async function measureLoads(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  loads = 7,
): Promise<LoadTimes> {
  const clock: number[] = [];
  const work: number[] = [];
  for (let load = 0; load < loads; load++) {
    const page = await browser.newPage(options);
    await browser.startTracing(page, { categories: ['toplevel'] });
    await page.goto(url);
    await page.locator('main[data-state="ready"]').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1500);
    const tasks = pageTasks(await browser.stopTracing());
    if (tasks.length === 0) throw new Error('the trace names no task of the page');
    clock.push(Math.max(...tasks.map((task) => task.clock)));
    work.push(Math.max(...tasks.map((task) => task.work)));
    await page.close();
  }
  return { longestTask: timingOf(clock), longestWork: timingOf(work) };
}
