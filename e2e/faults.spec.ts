import { expect, test } from '@playwright/test';
import { openApp } from './app.ts';
import { serveModel, tinyModel } from './madeModels.ts';
import { strokePicture } from './pictures.ts';
import {
  answered,
  askFor,
  chooseBackend,
  type Deed,
  endWorkers,
  failedWith,
  faultyWorkers,
  HANG_MARK,
  settled,
} from './workerFaults.ts';

/** One gradient a picture and no shift map: what is tested is what comes after a fault. */
const QUERY = '?method=gradient&perturbation=brightness';

const DEATHS = [
  ['throws', 'throw'],
  ['ends without a word', 'close'],
] as const satisfies readonly (readonly [string, Deed])[];

for (const [what, deed] of DEATHS) {
  test(`a worker that ${what} is replaced: in mid-run, in mid-sweep, while idle`, async ({
    page,
  }) => {
    const started = await faultyWorkers(page, 'analysis', (serial) => {
      if (serial === 0) return { during: 'analyse', at: 'partial', deed };
      return serial === 2 ? { during: 'sweep', at: 'loaded', deed } : null;
    });
    await openApp(page, QUERY);
    await settled(page);
    // Two that work together, and one in place of each that died.
    expect(started()).toBe(4);

    await endWorkers(page, deed);
    await askFor(page, 7);
    await answered(page, 7);
    expect(started()).toBe(6);
  });
}

test('a lost graphics context: tried again in a new worker; lost again, it is told', async ({
  page,
}) => {
  await serveModel(page, tinyModel());
  const started = await faultyWorkers(page, 'analysis', (serial) =>
    serial >= 2 ? { during: 'analyse', at: 'loaded', deed: 'loseContext' } : null,
  );
  await openApp(page, QUERY);
  await settled(page);
  await endWorkers(page);
  await chooseBackend(page, 'webgl');
  await failedWith(page, 'context-lost');
  await expect(page.getByRole('status').first()).toContainText('WebAssembly');
  expect(started()).toBe(4);
  await chooseBackend(page, 'wasm');
  await settled(page);
});

test('no memory: told in plain words, and the next run works', async ({ page }) => {
  let short = true;
  const started = await faultyWorkers(page, 'analysis', () =>
    short ? { during: 'analyse', at: 'start', deed: 'refuseMemory' } : null,
  );
  // Sixteen pictures at once need more than the memory that WebAssembly begins with.
  await page.goto('./?method=integratedGradients&steps=16&perturbation=brightness');
  await expect(page.locator('[data-problem="out-of-memory"]')).toContainText(/memory/i);
  expect(started()).toBe(2);
  short = false;
  await page.getByRole('button', { name: 'Run again' }).click();
  await settled(page);
});

test('a worker that hangs: cancel gives the screen back at once, silence has it replaced', async ({
  page,
}) => {
  await page.clock.install();
  let hung = 0;
  await page.route(`**${HANG_MARK}`, (route) => {
    hung++;
    return route.fulfill({ status: 204 });
  });
  const hangs = (count: number) => expect.poll(() => hung).toBe(count);
  const hanging = new Set([2, 3]);
  await faultyWorkers(page, 'analysis', (serial) =>
    hanging.has(serial) ? { during: 'analyse', at: 'partial', deed: 'hang' } : null,
  );
  await openApp(page, QUERY);
  await settled(page);
  await endWorkers(page);
  await askFor(page, 7);
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await hangs(1);
  const waited = await cancel.evaluate(async (button) => {
    const start = performance.now();
    (button as HTMLElement).click();
    while (document.querySelector('main')?.dataset['state'] === 'running')
      await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  expect(waited).toBeLessThan(200);

  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'running');
  await page.clock.fastForward(11_000);
  // The worker that did not hear the cancel is gone; the one in its place hangs, too.
  await hangs(2);
  // Its last word before it hung may reach the page only now, and the silence begins anew with it.
  await expect(async () => {
    await page.clock.fastForward(61_000);
    await expect(page.locator('[data-problem="worker-hung"]')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await failedWith(page, 'worker-hung');
  await page.getByRole('button', { name: 'Run again' }).click();
  await answered(page, 7);
});

test('backend, model and picture changed in mid-run: the newest wish wins, nothing is mixed', async ({
  page,
}) => {
  await faultyWorkers(page, 'analysis', () => null);
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    new MutationObserver(() => {
      const problem = document.querySelector('[data-problem]');
      if (problem) told.push(problem.textContent ?? '');
    }).observe(document, { subtree: true, childList: true });
  });
  await openApp(page, QUERY);
  const running = page.locator('main[data-state="running"]');
  const picture = page.getByLabel('Open image');
  const table = page.getByRole('table', { name: 'Stability scores' });
  const wanted = page.getByText(/^second\.png · Magnetic tile/);

  await chooseBackend(page, 'cpu');
  await expect(running).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Model', exact: true })
    .selectOption('magnetic-tile-natural');
  await picture.setInputFiles(strokePicture('first.png'));
  await expect(running).toBeVisible();
  await chooseBackend(page, 'wasm');
  await picture.setInputFiles(strokePicture('second.png', 160, 160));
  await settled(page);
  await expect(wanted).toBeVisible();
  await expect(page.getByTestId('backend')).toHaveAttribute('data-backend', 'wasm');
  const raced = await table.innerText();

  await picture.setInputFiles(strokePicture('first.png'));
  await expect(page.getByText(/^first\.png · Magnetic tile/)).toBeVisible();
  await expect.poll(() => table.innerText()).not.toBe(raced);
  await endWorkers(page);
  await picture.setInputFiles(strokePicture('second.png', 160, 160));
  await expect(wanted).toBeVisible();
  await settled(page);
  await expect.poll(() => table.innerText()).toBe(raced);
  expect(await page.evaluate(() => Reflect.get(window, 'told') as unknown)).toEqual([]);
});
