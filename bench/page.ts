import { chromium, type Page } from 'playwright';
import { launchOptions } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { measureLoads } from './loads.ts';
import { type Figure, ms, type Timing, timingOf } from './timing.ts';

const VIEWPORT = { viewport: { width: 1560, height: 980 } };

/** A task of the page's thread longer than this is felt, milliseconds. */
const LONG_TASK = 50;

/** From a key press to the numbers it asked for. */
interface Repaint {
  /** Until they are painted, milliseconds. */
  readonly time: Timing;
  /** Frames in which the page was drawn up to and with the one that shows them; the first shows the slider's move. */
  readonly frames: Timing;
}

/** Installed before the page's own scripts: remembers the longest task of the page's thread. */
function watchLongTasks(): void {
  Object.assign(window, { longestTask: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      Object.assign(window, {
        longestTask: Math.max(duration, (window as unknown as { longestTask: number }).longestTask),
      });
  }).observe({ entryTypes: ['longtask'] });
}

/** Moves a slider by `presses` key presses and waits each time until the table shows other numbers. */
async function repaint(page: Page, slider: string, keys: readonly string[]): Promise<Repaint> {
  await page.getByRole('slider', { name: slider }).focus();
  await page.evaluate(() => {
    const tables = [...document.querySelectorAll('table')];
    const table = tables.find((one) => one.querySelectorAll('tbody').length > 1);
    if (!table) throw new Error('no score table');
    const times: number[] = [];
    const frames: number[] = [];
    Object.assign(window, { repaints: { times, frames } });
    let pressed = 0;
    let drawn = 0;
    const count = () => {
      drawn += 1;
      if (pressed > 0) requestAnimationFrame(count);
    };
    const press = () => {
      pressed = performance.now();
      drawn = 0;
      requestAnimationFrame(count);
    };
    window.addEventListener('keydown', press, { capture: true });
    new MutationObserver(() => {
      if (pressed === 0) return;
      const start = pressed;
      pressed = 0;
      frames.push(drawn + 1);
      requestAnimationFrame(() => {
        // A message posted from a frame arrives after that frame was painted.
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => times.push(performance.now() - start);
        port1.postMessage(null);
      });
    }).observe(table, { subtree: true, childList: true, characterData: true });
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
  const { times, frames } = await page.evaluate(
    () => (window as unknown as { repaints: { times: number[]; frames: number[] } }).repaints,
  );
  return { time: timingOf(times), frames: timingOf(frames) };
}

/** From changing one word on the page until it is painted: what a frame takes on this machine, median of several. */
const paintAlone = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const word = document.querySelector('h2');
    if (!word) throw new Error('no heading');
    const times: number[] = [];
    for (let i = 0; i < 12; i++) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      const start = performance.now();
      word.style.opacity = i % 2 ? '1' : '0.99';
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port2.onmessage = () => resolve();
          port1.postMessage(null);
        });
      });
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[6] ?? Number.NaN;
  });

/** From the click, as the page hears it, until nothing runs any more; 0 when nothing ran. */
const cancel = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const main = document.querySelector('main');
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === 'Cancel',
        );
        if (!main || !button) {
          resolve(0);
          return;
        }
        const start = performance.now();
        new MutationObserver(() => {
          if (main.dataset['sweep'] === 'idle') resolve(performance.now() - start);
        }).observe(main, { attributes: true });
        button.click();
      }),
  );

/** Uses the app as a hand would, on the first sample. */
async function useByHand(page: Page, url: string): Promise<Record<string, Figure>> {
  const once = (value: number) => ms({ median: value, best: value });
  const start = performance.now();
  await page.goto(url);
  await page.locator('main[data-state="ready"]').waitFor({ timeout: 60_000 });
  const firstPair = once(performance.now() - start);
  await page.waitForTimeout(500);
  const cancelTime = once(await cancel(page));
  // The engines end the batch under way.
  await page.waitForTimeout(500);
  await page.evaluate(() => Object.assign(window, { longestTask: 0 }));
  const steps = Array.from({ length: 12 }, (_, i) => (i % 2 ? 'ArrowLeft' : 'ArrowRight'));
  const frame = once(await paintAlone(page));
  const k = await repaint(page, 'k (top pixels)', steps);
  const w = await repaint(page, 'Window radius w (px)', steps);
  const longest = await page.evaluate(
    () => (window as unknown as { longestTask: number }).longestTask,
  );
  const frames = (timing: Timing): Figure => ({ ...timing, unit: 'fr', goal: 1 });
  return {
    firstPair,
    cancel: cancelTime,
    frame,
    repaintAfterK: ms(k.time),
    framesAfterK: frames(k.frames),
    repaintAfterW: ms(w.time),
    framesAfterW: frames(w.frames),
    // 0 where none was long enough to be reported.
    longestTaskOfDrag: ms({ median: longest, best: longest }, LONG_TASK),
  };
}

/** The built app in real Chromium: opened cold several times, then used. */
export async function measurePage(): Promise<Readonly<Record<string, Figure>>> {
  const server = await serve(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}/?method=gradient`;
  const browser = await chromium.launch(launchOptions());
  try {
    const loads = await measureLoads(browser, url, VIEWPORT);
    const page = await browser.newPage(VIEWPORT);
    await page.addInitScript(watchLongTasks);
    // The compiler of this program names functions with a helper, which the page lacks.
    await page.addInitScript('globalThis.__name = (named) => named');
    return {
      longestTaskOfLoad: ms(loads.longestTask, LONG_TASK),
      longestWorkOfLoad: ms(loads.longestWork, LONG_TASK),
      ...(await useByHand(page, url)),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
