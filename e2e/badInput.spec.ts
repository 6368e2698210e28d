import { expect, test } from '@playwright/test';
import { openApp, ready } from './app.ts';
import { animatedGif, cut, hugePng, strokePicture, type UploadFile } from './pictures.ts';

const text: UploadFile = {
  name: 'notes.png',
  mimeType: 'image/png',
  buffer: Buffer.from('Dear colleague, the part was fine when it left here.'),
};
const empty: UploadFile = { name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) };

const CASES: readonly (readonly [string, UploadFile, RegExp])[] = [
  ['text renamed to .png', text, /PNG, JPEG/],
  ['an empty file', empty, /empty/i],
  ['a PNG cut short', cut(strokePicture('cut.png')), /damaged|incomplete|cut/i],
  ['1×1 pixel', strokePicture('dot.png', 1, 1), /1\s?×\s?1/],
  ['30,000×30,000 pixels', hugePng(30_000, 30_000), /30,?000\s?×\s?30,?000/],
];

test('every bad picture gets its message; the last good result stays; the next run works', async ({
  page,
}) => {
  await openApp(page, '?method=gradient&perturbation=brightness');
  for (const [name, file, message] of CASES) {
    await test.step(name, async () => {
      await page.getByLabel('Open image').setInputFiles(file);
      await expect(page.getByRole('main')).toHaveAttribute('data-state', 'failed');
      await expect(page.getByRole('status').filter({ hasText: message }).first()).toBeVisible();
      await expect(page.getByRole('img', { name: 'Original heatmap' })).toBeVisible();
    });
  }
  await page.getByLabel('Open image').setInputFiles(strokePicture('good.png'));
  await ready(page);
  await expect(page.getByText('good.png').first()).toBeVisible();
});

test('of an animated GIF the first frame is taken, and said so', async ({ page }) => {
  await openApp(page, '?method=gradient&perturbation=brightness');
  await page.getByLabel('Open image').setInputFiles(animatedGif());
  await expect(page.getByText(/first frame/i).first()).toBeVisible();
  await ready(page);
});

test('a model whose weights are missing or cut is refused by name, and runs once they are whole', async ({
  page,
}) => {
  const weights = '**/models/surface-natural/*.bin';
  const again = page.getByRole('button', { name: 'Run again' });
  await page.route(weights, (route) => route.abort());
  await page.goto('./');
  await expect(page.locator('[data-problem="model-missing"]')).toContainText('weights.bin');
  await page.unroute(weights);
  await page.route(weights, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  });
  await again.click();
  await expect(page.locator('[data-problem="model-damaged"]')).toContainText('weights');
  await page.unroute(weights);
  await again.click();
  await ready(page);
});
