import { expect, test } from '@playwright/test';
import { countRequests, openApp, ready, score } from './app.ts';
import { strokePicture } from './pictures.ts';

test('a sample is analysed when the page opens', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await openApp(page);
  await expect(page.getByRole('img', { name: 'Original heatmap' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Perturbed heatmap' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(/\d/);
  await expect(page.getByRole('figure', { name: 'Stability curve' })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Shift map' })).toBeVisible();
  expect(errors).toEqual([]);
});

test('one pixel: LENS stays, top-k falls; the total stride: it moved with the part', async ({
  page,
}) => {
  await openApp(page, '?shiftX=1');
  const topK = await score(page, 'Top-k intersection', 'Value');
  const lens = await score(page, 'LENS recall@k', 'Value');
  expect(lens).toBeGreaterThan(topK + 0.2);

  await page.getByRole('spinbutton', { name: 'Shift x (px)' }).fill('8');
  await page.keyboard.press('Tab');
  // The verdict of the first shift reads the same: the score tells that the new one is there.
  await expect
    .poll(() => score(page, 'Top-k intersection', 'Value'), { timeout: 60_000 })
    .toBeLessThanOrEqual(0.4);
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Moved with the part');
  expect(await score(page, 'Top-k intersection', 'Aligned')).toBeGreaterThanOrEqual(0.85);

  await page.getByRole('combobox', { name: 'Scenario' }).selectOption('Part turned by 2°');
  await expect(page.getByRole('combobox', { name: 'Perturbation' })).toHaveValue('rotate');
  await expect(page.getByText('rotation +2°').first()).toBeVisible({ timeout: 60_000 });
  // Half of the strongest pixels turn with the part, ten times what chance gives.
  await expect
    .poll(() => score(page, 'Top-k intersection', 'Aligned'), { timeout: 60_000 })
    .toBeLessThan(0.8);
  expect(await score(page, 'Top-k intersection', 'Aligned')).toBeGreaterThan(0.3);
  await page.getByRole('spinbutton', { name: 'Strength' }).fill('5');
  await expect(page.getByRole('combobox', { name: 'Scenario' })).toHaveValue('custom');
});

test('k and w are answered without asking the model', async ({ page }) => {
  const counts = await countRequests(page);
  await openApp(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const before = await counts();
  const value = await score(page, 'LENS recall@k', 'Chance');
  await page.getByRole('spinbutton', { name: 'k (top pixels)' }).fill('50');
  await page.getByRole('spinbutton', { name: 'Window radius w (px)' }).fill('4');
  await page.keyboard.press('Tab');
  await expect.poll(() => score(page, 'LENS recall@k', 'Chance')).not.toBe(value);
  const after = await counts();
  // The page judges the pair it shows by itself.
  expect(after['score']).toBe(before['score']);
  expect([after['analyse'], after['sweep']]).toEqual([before['analyse'], before['sweep']]);
  await expect(page).toHaveURL(/k=50/);
});

test('a dropped picture goes all the way to the report', async ({ page }) => {
  await openApp(page);
  await page.getByLabel('Open image').setInputFiles(strokePicture('part-7.png'));
  await expect(page.getByText('part-7.png').first()).toBeVisible();
  await ready(page);
  for (const [button, extension] of [
    ['Export report (PNG)', 'png'],
    ['Export data (JSON)', 'json'],
    ['Export table (CSV)', 'csv'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    expect((await download).suggestedFilename()).toMatch(new RegExp(`part-7.*\\.${extension}$`));
  }
});

test('cancel ends a sweep at once and retry takes it up again', async ({ page }) => {
  await openApp(page);
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.click();
  await expect(cancel).toBeHidden({ timeout: 1_000 });
  await expect(page.getByRole('img', { name: 'Original heatmap' })).toBeVisible();
});

test('settings come from the URL, and what is off is told', async ({ page }) => {
  await openApp(page, '?method=gradient&k=0&windowRadius=3&seed=x');
  await expect(page.getByRole('combobox', { name: 'Attribution method' })).toHaveValue('gradient');
  await expect(page.getByRole('spinbutton', { name: 'Window radius w (px)' })).toHaveValue('3');
  await expect(page.getByText(/1…9,?216/).first()).toBeVisible();
});
