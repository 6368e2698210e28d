import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { ready, score } from './app.ts';

test('every model is listed with its card, and can be taken to Compare', async ({ page }) => {
  await page.goto('./?method=gradient#/models');
  const main = page.getByRole('main');
  await expect(main).toHaveAttribute('data-screen', 'models');
  await expect(page).toHaveTitle('Models – Jitterscope');
  const fashion = page.getByRole('table').nth(1);
  await expect(fashion.getByRole('rowheader')).toHaveCount(5);
  const row = page.getByRole('row', { name: /^Fashion-MNIST, PGD/ });
  await expect(row).toContainText('83 %');
  await expect(row).toContainText('68 %');
  const tiles = page.getByRole('region', { name: 'Models trained on Magnetic tile defects' });
  await tiles.locator('summary').click();
  await expect(tiles.getByText('Surface defect saliency of magnetic tile')).toBeVisible();

  await page.getByRole('link', { name: 'Use Fashion-MNIST, PGD on Compare' }).click();
  await expect(main).toHaveAttribute('data-screen', 'compare');
  await expect(page).toHaveURL(/model=fashion-pgd/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`Models: no accessibility violation, ${colorScheme}, Japanese, on a phone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('./?method=gradient&lang=ja#/models');
    await expect(page.getByRole('heading', { name: '内蔵モデル' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

/** A copy of a shipped model under another name, as a folder on the user's disk. */
function gears(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'jitterscope-')), 'gears');
  cpSync('public/models/surface-antialiased', folder, { recursive: true });
  const card = readFileSync(join(folder, 'card.json'), 'utf8');
  writeFileSync(
    join(folder, 'card.json'),
    card.replace('"Surface defects, anti-aliased"', '"Gears"'),
  );
  return folder;
}

const choose = (page: Page, folder: string) =>
  page.getByLabel('Choose a folder').setInputFiles(folder);

test('a model of one’s own is kept, used, found again after a reload, renamed and removed', async ({
  page,
}) => {
  const folder = gears();
  await page.goto('./?method=gradient#/models');
  await choose(page, folder);
  await expect(page.getByText('Taken in: Gears.')).toBeVisible();
  await page.getByRole('link', { name: 'Use Gears on Compare' }).click();
  await ready(page);
  await expect(page).toHaveURL(/model=own-/);
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue(/^own-/);
  const before = await score(page, 'LENS recall@k', 'Value');

  await page.reload();
  await ready(page);
  expect(await score(page, 'LENS recall@k', 'Value')).toBe(before);
  await page.getByRole('combobox', { name: 'Model' }).selectOption('surface-antialiased');
  await ready(page);
  expect(await score(page, 'LENS recall@k', 'Value')).toBe(before);

  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByRole('button', { name: 'Rename Gears' }).click();
  await page.getByLabel('New name').fill('Wheels');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Use Wheels on Compare' }).click();
  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByRole('button', { name: 'Remove Wheels from this browser' }).click();
  await expect(page.getByRole('rowheader', { name: 'Wheels' })).toHaveCount(0);
  await expect(page).toHaveURL(/model=surface-natural/);
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  const models = page.getByRole('combobox', { name: 'Model' });
  await expect(models).toHaveValue('surface-natural');
  await expect(models).not.toContainText('Wheels');
  rmSync(folder, { recursive: true });
});

test('a model that is cut short is refused with its file named; nothing is lost', async ({
  page,
}) => {
  const folder = gears();
  const weights = join(folder, 'weights.bin');
  writeFileSync(weights, readFileSync(weights).subarray(0, 1000));
  await page.goto('./?method=gradient#/models');
  await choose(page, folder);
  const alert = page.getByRole('alert').filter({ hasText: 'weights.bin' });
  await expect(alert).toContainText('Got: 1000 bytes');
  await expect(page.getByRole('rowheader')).toHaveCount(10);
  rmSync(join(folder, 'card.json'));
  await choose(page, folder);
  await expect(page.getByRole('alert').filter({ hasText: 'card.json' })).toBeVisible();
  rmSync(folder, { recursive: true });
});
