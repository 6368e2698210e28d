import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openApp } from './app.ts';

const QUERY = '?method=gradient';

for (const colorScheme of ['light', 'dark'] as const)
  for (const language of ['en', 'ja'] as const)
    test(`no accessibility violation: ${colorScheme}, ${language}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openApp(page, `${QUERY}&lang=${language}`);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

test('Japanese is complete and said to assistive technology', async ({ page }) => {
  await openApp(page, `${QUERY}&lang=ja`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.getByRole('table')).toContainText('LENS');
  const text = await page.getByRole('main').innerText();
  expect(text).toMatch(/[ぁ-ん]/);
  expect(text).not.toMatch(/undefined|NaN|\[object/);
});

test('no sideways scrolling on a phone, and the verdict comes first', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openApp(page, QUERY);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const verdict = await page.getByRole('region', { name: 'Verdict' }).boundingBox();
  expect(verdict?.y).toBeLessThan(500);
});

test('works by keyboard alone', async ({ page }) => {
  await openApp(page, QUERY);
  const method = page.getByRole('combobox', { name: 'Attribution method' });
  const settings = page.getByRole('link', { name: 'Skip to the settings' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(settings).toBeFocused();
  await page.keyboard.press('Enter');
  for (let i = 0; i < 6 && !(await method.evaluate((e) => e === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(method).toBeFocused();
  await page.keyboard.press('i');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main')).toHaveAttribute('data-state', /running|ready/);
  await expect(page).toHaveURL(/method=|model=/);
});
