import { expect, type Page } from '@playwright/test';
import { ready } from './app.ts';

/** What a worker does to itself. */
export type Deed = 'throw' | 'close' | 'hang' | 'loseContext' | 'refuseMemory';

/** When it does so: as it is asked, once the model is loaded, or after its first partial result. */
export interface Fault {
  readonly during: 'analyse' | 'sweep' | 'open' | 'score' | 'details';
  readonly at: 'start' | 'loaded' | 'partial';
  readonly deed: Deed;
}

/** Path that a worker asks for as it begins to hang. */
export const HANG_MARK = '/hangs';

const DEEDS: Readonly<Record<Deed, string>> = {
  throw: `reportError(new Error('made by the test'))`,
  close: 'dead = true; self.close()',
  // A request tells the test that the worker hangs from here on.
  hang: `const call = new XMLHttpRequest(); call.open('HEAD', '${HANG_MARK}', false); call.send(); for (;;);`,
  loseContext: `contexts.forEach((gl) => gl.getExtension('WEBGL_lose_context')?.loseContext())`,
  refuseMemory: 'refusing = true',
};

/** Runs in the worker before its own script: keeps graphics contexts, can refuse memory, and waits for its moment. */
const prelude = (fault: Fault | null): string => `{
  const contexts = [];
  const { getContext } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.getContext = function (...args) {
    const context = getContext.apply(this, args);
    if (context && String(args[0]).startsWith('webgl')) contexts.push(context);
    return context;
  };
  let refusing = false;
  let dead = false;
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (refusing) throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    return grow.call(this, pages);
  };
  self.deeds = { ${Object.entries(DEEDS)
    .map(([name, code]) => `${name}() { ${code} }`)
    .join()} };
  const send = self.postMessage.bind(self);
  self.postMessage = (message) => {
    if (!dead) send(message);
  };
  const fault = ${JSON.stringify(fault)};
  const running = new Set();
  let done = false;
  const act = (at) => {
    if (done || fault.at !== at) return;
    done = true;
    self.deeds[fault.deed]();
  };
  if (fault) {
    self.addEventListener('message', ({ data }) => {
      if (data.name !== fault.during) return;
      running.add(data.id);
      act('start');
    });
    self.postMessage = (message) => {
      if (!dead) send(message);
      if (!running.has(message.id)) return;
      if (message.type === 'partial') act('partial');
      if (message.type === 'progress' && !['backend', 'model'].includes(message.progress.stage)) act('loaded');
    };
  }
}`;

/**
 * Gives workers of the built app a fault.
 * @param worker name of the worker's script, for example `analysis`
 * @param faultOf the fault of the worker started as number `serial` of its kind, from 0 on; null for a sound one
 * @returns how many were started so far
 */
export async function faultyWorkers(
  page: Page,
  worker: string,
  faultOf: (serial: number) => Fault | null,
): Promise<() => number> {
  let started = 0;
  await page.route(`**/${worker}.worker-*.js`, async (route) => {
    const fault = faultOf(started++);
    const response = await route.fetch();
    await route.fulfill({ response, body: `${prelude(fault)}\n${await response.text()}` });
  });
  return () => started;
}

/** Ends the engines while they have nothing to do, and waits until they are gone. */
export async function endWorkers(page: Page, deed: Deed = 'close'): Promise<void> {
  const living = () => page.workers().filter((one) => one.url().includes('/analysis.worker-'));
  expect(living().length).toBeGreaterThan(0);
  // A worker that ends gives no answer.
  for (const one of living()) void one.evaluate(`self.deeds.${deed}()`).catch(() => {});
  await expect.poll(living).toHaveLength(0);
}

/** Waits until nothing runs any more, pair and sweeps, and nothing failed or was left undone. */
export async function settled(page: Page): Promise<void> {
  await ready(page);
  // Told once every place of the curve is there.
  await expect(page.locator('dd', { hasText: /over \d+ places/ }).first()).toBeAttached({
    timeout: 60_000,
  });
  await expect(page.locator('[data-problem]')).toHaveCount(0);
}

/** The run ended with a message about this problem, and the last good result is still there. */
export async function failedWith(page: Page, code: string): Promise<void> {
  await expect(page.locator(`[data-problem="${code}"]`)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'failed');
  await expect(page.getByRole('img', { name: 'Original heatmap' })).toBeVisible();
}

/** Asks for another brightness, which needs the model. */
export async function askFor(page: Page, percent: number): Promise<void> {
  await page.getByRole('spinbutton', { name: 'Strength' }).fill(String(percent));
  await page.keyboard.press('Tab');
}

/** Waits until the pair for a brightness is on the screen and everything about it is done. */
export async function answered(page: Page, percent: number): Promise<void> {
  await expect(page.getByText(`brightness +${percent} %`).first()).toBeVisible({ timeout: 60_000 });
  await settled(page);
}

/** Chooses the backend in the header. */
export async function chooseBackend(page: Page, backend: string): Promise<void> {
  await page.getByTestId('backend').click();
  await page.getByRole('combobox', { name: 'Backend' }).selectOption(backend);
  await page.keyboard.press('Escape');
}
