import { expect, type Locator, type Page } from '@playwright/test';

/** Generous: the machine may be doing something else. */
const READY_MS = 90_000;

/** Opens the app and waits until the first sample is analysed. */
export async function openApp(page: Page, query = '', timeout = READY_MS): Promise<void> {
  await page.goto(`./${query}`);
  await ready(page, timeout);
}

/** Waits until a pair of heatmaps is on the screen and up to date. */
export async function ready(page: Page, timeout = READY_MS): Promise<void> {
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'ready', { timeout });
}

/** A number of the score table, NaN where it says there is none. The table is drawn after the answer. */
export async function score(page: Page, row: string, column: string): Promise<number> {
  const table = page.getByRole('table', { name: 'Stability scores' });
  await expect(table).toBeVisible({ timeout: READY_MS });
  const headers = await table.getByRole('columnheader').allInnerTexts();
  const index = headers.findIndex((text) => text.trim() === column);
  expect(index, `column ${column} in ${headers.join(' | ')}`).toBeGreaterThanOrEqual(0);
  const line = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row }) });
  const cells: Locator = line.locator('th, td');
  return Number(await cells.nth(index).innerText());
}

/** Runs a script in every analysis worker before its own. */
export async function preludeInWorkers(page: Page, script: string): Promise<void> {
  await page.route('**/analysis.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{ ${script} }\n${await response.text()}` });
  });
}

/** Every message a worker sends is counted from here on, by operation. */
export async function countRequests(page: Page): Promise<() => Promise<Record<string, number>>> {
  await page.addInitScript(() => {
    const counts: Record<string, number> = {};
    Object.assign(window, { requestCounts: counts });
    // Called below with the worker it belongs to.
    const send = Reflect.get(Worker.prototype, 'postMessage') as (...rest: unknown[]) => void;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
      if (typeof message === 'object' && message && 'name' in message)
        counts[String(message.name)] = (counts[String(message.name)] ?? 0) + 1;
      send.call(this, message, ...rest);
    };
  });
  return () =>
    page.evaluate(() => ({
      ...(window as unknown as { requestCounts: Record<string, number> }).requestCounts,
    }));
}
