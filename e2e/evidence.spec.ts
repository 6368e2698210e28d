import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { EXPERIMENT_IDS, type ExperimentId } from '../src/domain/evidence.ts';
import { inventedEvidence } from '../src/report/inventedEvidence.ts';
import { countRequests, openApp, ready } from './app.ts';

/** One was not run; the file of another is cut short until it is mended. */
const MISSING: ExperimentId = 'dataSize';
const DAMAGED: ExperimentId = 'shifts';

/** The screen is looked at with invented results: those shipped change with every run of an experiment. */
async function inventResults(page: Page): Promise<{ mend: () => void }> {
  let damaged = true;
  await page.route('**/evidence/*.json', (route) => {
    const name = /(\w+)\.json/.exec(route.request().url())?.[1];
    if (name === 'index')
      return route.fulfill({ json: EXPERIMENT_IDS.filter((id) => id !== MISSING) });
    const id = EXPERIMENT_IDS.find((known) => known === name);
    if (!id) return route.abort();
    const text = JSON.stringify(inventedEvidence(id));
    return route.fulfill({ body: id === DAMAGED && damaged ? text.slice(0, 400) : text });
  });
  return {
    mend: () => {
      damaged = false;
    },
  };
}

const section = (page: Page, id: ExperimentId) => page.locator(`[data-experiment="${id}"]`);
const link = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true });

async function evidenceReady(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await expect(main).toHaveAttribute('data-screen', 'evidence');
  await expect(main).toHaveAttribute('data-state', 'ready');
}

async function violations(page: Page): Promise<unknown[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

test('from Compare to Evidence and back, by keyboard, and nothing of Compare is lost', async ({
  page,
}) => {
  await inventResults(page);
  const requests = await countRequests(page);
  await openApp(page, '?method=gradient');
  const details = page.getByRole('table', { name: 'Stability scores' });
  await expect(details).toBeVisible();
  const verdict = await page.getByRole('region', { name: 'Verdict' }).innerText();
  const { analyse } = await requests();
  await expect(link(page, 'Compare')).toHaveAttribute('aria-current', 'page');

  await link(page, 'Evidence').focus();
  await page.keyboard.press('Enter');
  await evidenceReady(page);
  await expect(page).toHaveURL(/\?.*method=gradient.*#\/evidence$/);
  await expect(page).toHaveTitle('Evidence – Jitterscope');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(link(page, 'Evidence')).toHaveAttribute('aria-current', 'page');
  await expect(details).toBeHidden();

  await page.goBack();
  await ready(page);
  await expect(page).toHaveTitle('Compare – Jitterscope');
  await expect(details).toBeVisible();
  expect(await page.getByRole('region', { name: 'Verdict' }).innerText()).toBe(verdict);
  expect((await requests())['analyse']).toBe(analyse);
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await expect(page).toHaveURL(/seed=7/);
  await link(page, 'Evidence').click();
  await expect(page).toHaveURL(/seed=7.*#\/evidence$/);
});

test('every question has its sentence, its chart and its table; what is missing or damaged says so', async ({
  page,
}) => {
  const { mend } = await inventResults(page);
  await page.goto('./#/evidence');
  await evidenceReady(page);
  await expect(section(page, MISSING)).toContainText('npm run experiment -- dataSize');
  const damaged = section(page, DAMAGED);
  await expect(damaged.getByRole('alert')).toContainText('could not be read');
  mend();
  await damaged.getByRole('button', { name: /^Try again/ }).click();
  await expect(damaged).toHaveAttribute('data-state', 'ready');

  const summary = page.getByRole('region', { name: 'What this shows' });
  for (const id of EXPERIMENT_IDS.filter((known) => known !== MISSING)) {
    const own = section(page, id);
    await expect(own.getByRole('figure').first()).toBeVisible();
    await expect(own.getByRole('slider').first()).toHaveAttribute('aria-valuetext', /0\.\d\d/);
    const said = await own.locator('p[aria-live]').innerText();
    await expect(summary).toContainText(said);
  }
  expect(await violations(page)).toEqual([]);

  // The links of the summary lead to the sections, and the address says which.
  await summary.getByRole('link', { name: 'Which score cries wolf?' }).click();
  await expect(page).toHaveURL(/#\/evidence\/falseAlarms$/);
  await expect(page.getByRole('heading', { name: 'Which score cries wolf?' })).toBeFocused();
  const top = await page
    .getByRole('heading', { name: 'Which score cries wolf?' })
    .evaluate((heading) => heading.getBoundingClientRect().top);
  expect(top).toBeGreaterThan(50);
  expect(top).toBeLessThan(140);
});

test('the sentence, the chart, the table and the file follow the switches', async ({ page }) => {
  await inventResults(page);
  await page.goto('./#/evidence');
  await evidenceReady(page);
  const own = section(page, 'regimes');
  const sentence = own.locator('p[aria-live]');
  await expect(sentence).toHaveText(/^Under the top-k attack at ε = 8\/255, top-k intersection/);
  await own.getByRole('combobox', { name: 'Told apart' }).selectOption('Nothing');
  await own.getByRole('combobox', { name: 'Change' }).selectOption('Sign noise');
  await own.getByRole('combobox', { name: 'Score' }).selectOption('LENS recall@k');
  await own.getByRole('combobox', { name: 'Number' }).selectOption('Corrected for chance');
  await expect(sentence).toHaveText(/^Under sign noise at ε = 8\/255, LENS recall@k/);
  await expect(
    own.getByRole('figure', { name: 'LENS recall@k: corrected for chance' }),
  ).toBeVisible();
  await own.getByText('As a table').click();
  const rows = own.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(3);

  const download = page.waitForEvent('download');
  await own.getByRole('button', { name: /^Table shown \(CSV\)/ }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(1 + 3);
  expect(lines[1]).toMatch(/^regimes,surface-natural,.*noiseSign.*corrected/);

  // Opened first, Compare was computed behind it all the same; what was chosen here is still chosen.
  await link(page, 'Compare').click();
  await ready(page);
  await link(page, 'Evidence').click();
  await expect(sentence).toHaveText(/^Under sign noise/);
});

test('Japanese on a phone, in the dark: complete, nothing sticks out, no violation', async ({
  page,
}) => {
  await inventResults(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./?lang=ja#/evidence/methods');
  await evidenceReady(page);
  await expect(page.getByRole('heading', { name: '最も安定した帰属手法はどれか' })).toBeFocused();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const text = await page.getByRole('main').innerText();
  expect(text).not.toMatch(/undefined|NaN|\[object/);
  expect(await violations(page)).toEqual([]);
});

test('every result that is shipped can be read', async ({ page }) => {
  await page.goto('./#/evidence');
  await evidenceReady(page);
  const listed = (await (await page.request.get('./evidence/index.json')).json()) as string[];
  for (const id of EXPERIMENT_IDS) {
    const state = listed.includes(id) ? 'ready' : 'missing';
    await expect(section(page, id)).toHaveAttribute('data-state', state);
  }
  expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|NaN|\[object/);
});
