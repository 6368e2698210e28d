import { chromium, type Page } from 'playwright';
import { launchOptions } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';

/** Milliseconds. */
export interface PageTimes {
  /** One word changed and painted, by itself: what the repaints below are read against. */
  readonly frame: number;
  readonly firstPair: number;
  /** From a key press on the slider to the painted table, median of the presses. */
  readonly repaintAfterK: number;
  readonly repaintAfterW: number;
  /** From the click on Cancel to a page without a running sweep. */
  readonly cancel: number;
  /** Longest task of the page's thread from loading to the end of the dragging. */
  readonly longestTask: number;
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
async function repaint(page: Page, slider: string, keys: readonly string[]): Promise<number> {
  await page.getByRole('slider', { name: slider }).focus();
  await page.evaluate(() => {
    const tables = [...document.querySelectorAll('table')];
    const table = tables.find((one) => one.querySelectorAll('tbody').length > 1);
    if (!table) throw new Error('no score table');
    const times: number[] = [];
    Object.assign(window, { repaints: times });
    let pressed = 0;
    window.addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
    new MutationObserver(() => {
      if (pressed === 0) return;
      const start = pressed;
      pressed = 0;
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
  const times = await page.evaluate(() => (window as unknown as { repaints: number[] }).repaints);
  return median(times);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

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

/** Uses the built app in real Chromium as a hand would, on the first sample. */
export async function measurePage(): Promise<PageTimes> {
  const server = await serve(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1560, height: 980 } });
    await page.addInitScript(watchLongTasks);
    const start = performance.now();
    await page.goto(`http://127.0.0.1:${port}/?method=gradient`);
    await page.locator('main[data-state="ready"]').waitFor({ timeout: 60_000 });
    const firstPair = performance.now() - start;
    await page.waitForTimeout(500);
    const cancelTime = await cancel(page);
    // The engines end the batch under way.
    await page.waitForTimeout(500);
    const steps = Array.from({ length: 12 }, (_, i) => (i % 2 ? 'ArrowLeft' : 'ArrowRight'));
    return {
      frame: await paintAlone(page),
      firstPair,
      cancel: cancelTime,
      repaintAfterK: await repaint(page, 'k (top pixels)', steps),
      repaintAfterW: await repaint(page, 'Window radius w (px)', steps),
      longestTask: await page.evaluate(
        () => (window as unknown as { longestTask: number }).longestTask,
      ),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
