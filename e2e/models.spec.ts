import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

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
