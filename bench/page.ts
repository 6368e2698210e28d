import { chromium, type Page } from 'playwright';
import { launchOptions } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';

/** Milliseconds; a frame at 60 Hz is 16.7. */
export interface PageTimes {
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
    const cancelled = performance.now();
    const cancel = page.getByRole('button', { name: 'Cancel' });
    if (await cancel.isVisible()) {
      await cancel.click();
      await cancel.waitFor({ state: 'hidden' });
    }
    const cancelTime = performance.now() - cancelled;
    const steps = Array.from({ length: 12 }, (_, i) => (i % 2 ? 'ArrowLeft' : 'ArrowRight'));
    return {
      frame: 1000 / 60,
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
