import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readChunks } from '../src/report/pngChunks.ts';
import { readSession, writeSession } from '../src/report/sessionChunk.ts';
import { openApp, ready } from './app.ts';

const MADE_WITH =
  '?method=gradient&reduction=maxAbs&shiftX=2&k=300&windowRadius=3&agree=0.6&seed=7';

/** Exports the report of what is on the screen. */
async function exportReport(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export report (PNG)' }).click();
  return readFile(await (await download).path());
}

/** Drops a PNG on the page, as from a folder. */
async function drop(page: Page, name: string, png: Buffer): Promise<void> {
  const base64 = png.toString('base64');
  await page.evaluate(
    ([fileName, content]) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], fileName, { type: 'image/png' }));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
      );
    },
    [name, base64] as const,
  );
}

/** The report as somebody would forge it: another top-k intersection, every CRC in order. */
async function tampered(png: Buffer): Promise<Buffer> {
  const session = await readSession(png);
  if (!session) throw new Error('no session');
  const others = readChunks(png).filter(({ type }) => type !== 'iTXt');
  const bare = Buffer.concat([
    png.subarray(0, 8),
    ...others.map(({ offset, data }) => png.subarray(offset, offset + 12 + data.length)),
  ]);
  const { raw } = session.scores;
  const topKIntersection = { ...raw.topKIntersection, value: 0.987 };
  const scores = { ...session.scores, raw: { ...raw, topKIntersection } };
  return Buffer.from(await writeSession(bare, { ...session, scores }));
}

test('a report that is dropped back is restored, computed again and held against its numbers', async ({
  page,
}) => {
  await openApp(page, MADE_WITH);
  const png = await exportReport(page);
  const status = page.getByRole('status');

  await openApp(page);
  await drop(page, 'from-a-colleague.png', png);
  await expect(status).toContainText(/Restored from the report of \d{4}-\d\d-\d\d\./, {
    timeout: 90_000,
  });
  await expect(status).toContainText('overlap scores agree');
  await ready(page);
  const value = (role: 'combobox' | 'spinbutton', name: string) => page.getByRole(role, { name });
  await expect(value('combobox', 'Attribution method')).toHaveValue('gradient');
  await expect(value('spinbutton', 'Shift x (px)')).toHaveValue('2');
  await expect(value('spinbutton', 'k (top pixels)')).toHaveValue('300');
  await expect(value('spinbutton', 'Window radius w (px)')).toHaveValue('3');
  await expect(value('spinbutton', 'Seed')).toHaveValue('7');
  await expect(page).toHaveURL(/agree=0\.6/);
  await expect(page.getByText('Out of a report')).toBeVisible();
  await expect(page.getByText('from-a-colleague.png')).toBeHidden();

  await page.getByLabel('Open image').setInputFiles({
    name: 'tampered.png',
    mimeType: 'image/png',
    buffer: await tampered(png),
  });
  await expect(status).toContainText(
    /1 value differs: Top-k intersection 0\.99 then, 0\.\d\d now\./,
    { timeout: 90_000 },
  );

  await value('spinbutton', 'Seed').fill('8');
  await page.keyboard.press('Tab');
  await expect(status).not.toContainText('Restored from the report');
});
