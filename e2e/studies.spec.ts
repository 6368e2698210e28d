import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openApp, ready } from './app.ts';

const QUERY = '?method=gradient&perturbation=brightness';
const STUDY_MS = 90_000;

const panel = (page: Page, id: string): Locator => page.locator(`[data-study="${id}"]`);
const ended = (study: Locator) =>
  expect(study).toHaveAttribute('data-state', 'ready', { timeout: STUDY_MS });

async function violations(page: Page): Promise<unknown[]> {
  const found = await new AxeBuilder({ page })
    .include('[aria-labelledby="studies"]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

test('margin, belief and gallery are run, go out of date, and go into the file', async ({
  page,
}) => {
  await openApp(page, QUERY);
  const margin = panel(page, 'margin');
  await margin.getByRole('button', { name: 'Run: Stability margin' }).click();
  await ended(margin);
  await expect(margin).toContainText(/The verdict (turns at strength \d+ %|did not turn)/);
  await margin.getByText('All visited strengths').click();
  const rows = margin.getByRole('table').getByRole('row');
  expect(await rows.count()).toBeGreaterThan(4);

  const belief = panel(page, 'belief');
  await belief.getByRole('button', { name: 'Run: Can this heatmap be believed?' }).click();
  await ended(belief);
  await expect(belief.locator('[data-check]')).toHaveCount(8);
  await expect(belief.locator('[data-check][data-verdict]')).toHaveCount(8);
  await expect(belief).toContainText(/\d pass · \d doubtful · \d fail · \d cannot be said/);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export data (JSON)' }).click();
  const json = await readFile(await (await download).path(), 'utf8');
  const { belief: exported } = JSON.parse(json) as { belief: { id: string }[] };
  expect(exported).toHaveLength(8);

  const gallery = panel(page, 'gallery');
  await gallery.getByRole('button', { name: 'Run: Method gallery' }).click();
  await ended(gallery);
  const other = gallery.locator('[data-method="inputXGradient"]');
  await expect(other.getByRole('img')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);

  await other.getByRole('button', { name: 'Use this method: Input × gradient' }).click();
  await expect(other).toHaveAttribute('data-current', 'true');
  await ready(page);
  await expect(gallery).toHaveAttribute('data-out-of-date', 'false');
  await expect(margin).toHaveAttribute('data-out-of-date', 'true');
  await expect(margin).toContainText('Out of date: computed from');
  expect(await violations(page)).toEqual([]);
});

test('a study is cancelled and run again; in Japanese', async ({ page }) => {
  await openApp(page, `${QUERY}&lang=ja`);
  const belief = panel(page, 'belief');
  await belief.getByRole('button', { name: '実行：このヒートマップは信用できるか' }).click();
  await belief.getByRole('button', { name: '中止：このヒートマップは信用できるか' }).click();
  await expect(belief).toHaveAttribute('data-state', 'cancelled');
  await expect(belief).toContainText('中止しました。');
  await belief.getByRole('button', { name: /^再実行/ }).click();
  await ended(belief);
  expect(await belief.innerText()).not.toMatch(/undefined|NaN|\[object/);
  expect(await violations(page)).toEqual([]);
});

test('a box drawn on the picture, by pointer and by keys, is the mask of the pointing game', async ({
  page,
}) => {
  await openApp(page, QUERY);
  await page.getByRole('button', { name: 'Remove mask' }).click();
  const belief = panel(page, 'belief');
  await belief.getByText('Draw a box round the defect').click();
  const picture = belief.getByRole('img', { name: 'Picture with the box' });
  await picture.scrollIntoViewIfNeeded();
  const area = await picture.boundingBox();
  if (!area) throw new Error('the picture is not on the screen');
  await page.mouse.move(area.x + 4, area.y + 4);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width / 4, area.y + area.height / 4, { steps: 3 });
  await page.mouse.up();
  const left = belief.getByRole('spinbutton', { name: 'Left (px)' });
  const width = belief.getByRole('spinbutton', { name: 'Width (px)' });
  const [before, wide] = [Number(await left.inputValue()), Number(await width.inputValue())];
  await belief.getByRole('button', { name: 'Move the box' }).press('Shift+ArrowRight');
  await expect(left).toHaveValue(String(before + 10));
  await belief.getByRole('button', { name: 'Move the corner of the box' }).press('ArrowLeft');
  await expect(width).toHaveValue(String(wide - 1));
  expect(await violations(page)).toEqual([]);
  await belief.getByRole('button', { name: 'Use as mask' }).click();
  await expect(page.getByText(/^Mask box-/)).toBeVisible();
  await belief.getByRole('button', { name: 'Run: Can this heatmap be believed?' }).click();
  await ended(belief);
  await expect(belief.locator('[data-check="pointing"]')).toContainText(/mask covers \d/);
});

/** The catalogue with two more trainings of the first model: one with the same weights, one whose files are gone. */
async function serveFamily(page: Page): Promise<void> {
  const folder = (file: string) =>
    new URL(`../public/models/surface-natural/${file}`, import.meta.url);
  const card = JSON.parse(await readFile(folder('card.json'), 'utf8')) as Record<string, unknown>;
  const twin = (id: string, regime: string) => ({ ...card, id, regime, name: { en: id, ja: id } });
  const [pgd, gone] = [twin('twin', 'pgd'), twin('gone', 'ig-sum-norm')];
  await page.route('**/models/index.json', (route) =>
    route.fulfill({ json: ['surface-natural', 'twin', 'gone'] }),
  );
  await page.route('**/models/gone/*', (route) =>
    route.request().url().endsWith('card.json')
      ? route.fulfill({ json: gone })
      : route.fulfill({ status: 404 }),
  );
  await page.route('**/models/twin/*', async (route) => {
    const file = route.request().url().split('/').at(-1) ?? '';
    if (file === 'card.json') await route.fulfill({ json: pgd });
    else await route.fulfill({ body: await readFile(folder(file)) });
  });
}

test('trainings side by side: one fails, the others stay; another becomes the current one', async ({
  page,
}) => {
  await serveFamily(page);
  await openApp(page, QUERY);
  const regimes = panel(page, 'regimes');
  await expect(regimes).toContainText('No model here for IG-NORM training.');
  await regimes.getByRole('button', { name: 'Run: Trainings side by side' }).click();
  await ended(regimes);
  const column = (id: string) => regimes.locator(`[data-model="${id}"]`);
  await expect(column('surface-natural').getByRole('img', { name: /heatmap/ })).toHaveCount(2);
  await expect(
    column('surface-natural')
      .getByRole('img', { name: /heatmap/ })
      .first(),
  ).toBeVisible();
  await expect(column('gone').locator('[data-problem="model-missing"]')).toBeVisible();
  await expect(regimes).toContainText(/Under this change .+ PGD training/);
  const scores = column('twin').getByRole('table', { name: 'Scores, PGD training' });
  const own = column('surface-natural').getByRole('table');
  // The same weights under another name: every number is the same.
  expect(await scores.innerText()).toBe(await own.innerText());
  expect(await violations(page)).toEqual([]);

  await column('twin').getByRole('button', { name: 'Use this model: twin' }).press('Enter');
  await ready(page);
  await expect(column('twin')).toHaveAttribute('data-current', 'true');
  await expect(regimes).toHaveAttribute('data-out-of-date', 'false');
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await expect(regimes).toHaveAttribute('data-out-of-date', 'true');
  expect(await violations(page)).toEqual([]);
});

test('trainings side by side, alone in its family, says what is missing; in Japanese', async ({
  page,
}) => {
  await page.route('**/models/index.json', (route) => route.fulfill({ json: ['surface-natural'] }));
  await openApp(page, `${QUERY}&lang=ja`);
  const regimes = panel(page, 'regimes');
  await expect(regimes.getByRole('button', { name: '実行：学習方法の比較' })).toBeDisabled();
  await expect(regimes).toContainText('比べるモデルがありません。');
  expect(await violations(page)).toEqual([]);
});
