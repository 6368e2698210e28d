import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { encode } from 'fast-png';
import { openApp, ready } from './app.ts';
import { strokePicture, type UploadFile } from './pictures.ts';

/** A mask whose lower right quarter is the defect. */
function quarterMask(name: string, width: number, height: number): UploadFile {
  const data = new Uint8Array(width * height);
  for (let y = height / 2; y < height; y++) data.fill(255, y * width + width / 2, (y + 1) * width);
  const buffer = Buffer.from(encode({ width, height, data, channels: 1, depth: 8 }));
  return { name, mimeType: 'image/png', buffer };
}

const massOf = (page: Page) =>
  page.locator('dl > div').filter({ hasText: 'Relevance mass accuracy' }).locator('dd');

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path(), 'utf8');
}

test('heatmaps are held against the mask of a sample, then against one’s own', async ({ page }) => {
  await openApp(page, '?method=gradient&perturbation=shift');
  await expect(page.getByText('Mask scratch-1.mask.png')).toBeVisible();
  await expect(massOf(page)).toHaveText(/^\d.*→.*\(mask \d/);
  await page.getByRole('checkbox', { name: 'Outline it in the heatmaps' }).check();

  const json: unknown = JSON.parse(await saved(page, 'Export data (JSON)'));
  expect(json).toMatchObject({ truth: { mask: { name: 'scratch-1.mask.png' } } });

  await page.getByLabel('Open image').setInputFiles(strokePicture('own.png', 200, 120));
  await ready(page);
  await expect(massOf(page)).toHaveCount(0);

  const mask = page.getByLabel('Open mask');
  await mask.setInputFiles(quarterMask('small.png', 100, 60));
  await expect(page.getByRole('status')).toContainText('200 × 120 px. Got: 100 × 60 px');
  await expect(page.getByRole('img', { name: 'Original heatmap' })).toBeVisible();

  await mask.setInputFiles(quarterMask('quarter.png', 200, 120));
  await expect(page.getByText(/^1\d\s% of the input/)).toBeVisible();
  await expect(massOf(page)).toHaveText(/→.*\(mask 1\d\s%/);
  await page.getByRole('button', { name: 'Remove mask' }).click();
  await expect(massOf(page)).toHaveCount(0);
});
