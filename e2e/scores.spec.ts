import { expect, test } from '@playwright/test';
import { openApp, ready, score } from './app.ts';
import { mapFile, strokePicture } from './pictures.ts';

const ROWS = [
  'Top-k intersection',
  'LENS recall@k',
  'LENS precision@k',
  'Diverse top-k intersection',
  'LENS recall@k-div',
  'LENS precision@k-div',
  'Spearman',
  'Kendall',
  'LENS-Spearman',
  'LENS-Kendall',
];

test('every score is in the table, with its line, and p-values follow', async ({ page }) => {
  await openApp(page, '?method=gradient');
  const table = page.getByRole('table', { name: 'Stability scores' });
  for (const name of ROWS)
    await expect(table.getByRole('rowheader', { name, exact: true })).toBeVisible();
  for (const name of ['Value', 'Chance', 'Corrected', 'p'])
    await expect(table.getByRole('columnheader', { name, exact: true })).toBeVisible();
  const cells = table.getByRole('row').filter({ hasText: 'LENS recall@k-div' }).getByRole('cell');
  await expect(cells.nth(3)).toHaveText(/^(<0\.001|[01]\.\d{3})$/);
  // Dots until the slower scores are there.
  await expect.poll(() => score(page, 'LENS-Spearman', 'Value')).toBeGreaterThan(0);
  expect(await score(page, 'LENS-Spearman', 'Value')).toBeGreaterThan(
    await score(page, 'Spearman', 'Value'),
  );
  await expect(table).not.toContainText('NaN');
});

test('the k-w surface takes k and w over, by mouse and by keyboard', async ({ page }) => {
  await openApp(page, '?method=gradient');
  const grid = page.getByRole('grid', { name: 'k-w surface: LENS recall' });
  const box = await grid.boundingBox();
  if (!box) throw new Error('no surface');
  // The last column, a little above the lowest row: a small k with a wide window.
  await grid.click({ position: { x: box.width - 3, y: box.height - 3 } });
  const w = page.getByRole('spinbutton', { name: 'Window radius w (px)' });
  await expect(w).toHaveValue('15');
  await expect(page.getByRole('spinbutton', { name: 'k (top pixels)' })).toHaveValue('18');
  await grid.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(w).toHaveValue('14');
});

test('two maps are compared without a model, and exported', async ({ page }) => {
  await openApp(page, '?method=gradient&perturbation=brightness');
  const open = page.getByLabel('Open image');
  await open.setInputFiles([mapFile('b-after.npy', 2), mapFile('a.npy', 0)]);
  await expect(page.getByRole('heading', { name: 'Two maps' })).toBeVisible();
  await ready(page);
  await expect(page.getByRole('region', { name: 'Verdict' })).not.toContainText('decision');
  await expect(page.getByRole('figure', { name: 'Stability curve' })).toBeHidden();
  expect(await score(page, 'Top-k intersection', 'Value')).toBeLessThan(0.9);
  await page.getByRole('spinbutton', { name: 'Shift x (px)' }).fill('2');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('columnheader', { name: 'Aligned', exact: true })).toBeVisible();
  await expect.poll(() => score(page, 'Top-k intersection', 'Aligned')).toBe(1);
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Moved with the part');
  for (const [button, extension] of [
    ['Export report (PNG)', 'png'],
    ['Export data (JSON)', 'json'],
    ['Export table (CSV)', 'csv'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    expect((await download).suggestedFilename()).toBe(`a-jitterscope.${extension}`);
  }

  await open.setInputFiles([mapFile('a.npy', 0), mapFile('nan.npy', Number.NaN)]);
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'failed');
  await expect(page.getByRole('status').first()).toContainText('NaN at row');
  await expect(page.getByText('b-after.npy').first()).toBeVisible();

  await open.setInputFiles(strokePicture('good.png'));
  await ready(page);
  await expect(page.getByRole('figure', { name: 'Stability curve' })).toBeVisible();
});
