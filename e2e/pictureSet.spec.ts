import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ready } from './app.ts';

/** The samples, and one that cannot be read. */
const PICTURES = 12;
const DAMAGED = 'scratch/damaged.png';

let folder: string;
test.beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'pictures-')), 'parts');
  const samples = new URL('../public/samples/', import.meta.url);
  const names = (await readdir(samples)).filter((name) => /^\w+-\d\.png$/.test(name));
  for (const name of names) {
    const home = join(folder, name.replace(/-.*/, ''));
    await mkdir(home, { recursive: true });
    await copyFile(new URL(name, samples), join(home, name));
  }
  await copyFile(new URL('pit-1.mask.png', samples), join(folder, 'pit', 'pit-1.mask.png'));
  await writeFile(join(folder, DAMAGED), 'no picture at all');
  await writeFile(join(folder, 'notes.txt'), 'none either');
});
test.afterAll(() => rm(join(folder, '..'), { recursive: true }));

const part = (page: Page): Locator => page.locator('[data-set]');

async function openEvidence(page: Page, query = ''): Promise<void> {
  await page.goto(`./?method=gradient${query}#/evidence`);
  await expect(part(page)).toHaveAttribute('data-set', /none|ready/);
}

async function chooseFolder(page: Page): Promise<void> {
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(part(page)).toHaveAttribute('data-set', 'chosen');
}

const judged = (page: Page): Locator => part(page).getByRole('progressbar');
const finished = (page: Page) =>
  expect(part(page).getByText(`All ${PICTURES} pictures are judged.`)).toBeVisible({
    timeout: 90_000,
  });

async function saved(page: Page, name: string): Promise<string> {
  const button = part(page).getByRole('button', { name });
  await expect(button).toBeEnabled();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await download.path(), 'utf8');
}

/** The same set by the command line. */
async function byCommandLine(): Promise<{ json: string; csv: string }> {
  const run = (...args: string[]) =>
    promisify(execFile)('npm', ['run', '-s', 'jitterscope', '--', ...args]);
  const at = (name: string) => join(folder, '..', name);
  const asked = [
    '--model',
    'surface-natural',
    '--method',
    'gradient',
    '--changes',
    'shift:1,jpeg:80',
  ];
  await run('batch', folder, ...asked, '--out', at('rows.jsonl'));
  await run('merge', at('rows.jsonl'), '--out', at('set.json'), '--csv', at('set.csv'));
  return {
    json: await readFile(at('set.json'), 'utf8'),
    csv: await readFile(at('set.csv'), 'utf8'),
  };
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Both trees are alike, numbers to 1e-6. */
function expectAlike(a: Json, b: Json, path: string): void {
  if (typeof a === 'number' && typeof b === 'number')
    expect(Math.abs(a - b), path).toBeLessThanOrEqual(1e-6);
  else if (a && b && typeof a === 'object' && typeof b === 'object') {
    expect(Object.keys(a), path).toEqual(Object.keys(b));
    for (const [key, value] of Object.entries(a))
      expectAlike(value, (b as Record<string, Json>)[key], `${path}.${key}`);
  } else expect(a, path).toBe(b);
}

test('a folder is judged, survives a reload in the middle, and gives the numbers of the command line', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openEvidence(page);
  await chooseFolder(page);
  await expect(part(page).getByText('left out: masks 1, other files 1')).toBeVisible();
  await part(page).getByLabel('JPEG 80').check();
  await part(page)
    .getByRole('button', { name: `Run ${PICTURES} pictures` })
    .click();
  await expect
    .poll(async () => Number(await judged(page).getAttribute('value')), { timeout: 60_000 })
    .toBeGreaterThanOrEqual(3);
  await page.reload();
  await expect(part(page).getByText(/Stopped at \d+ of 12 pictures/)).toBeVisible();
  const before = await part(page).getByRole('row').count();
  expect(before).toBeGreaterThan(3);
  await part(page).getByRole('button', { name: 'Go on' }).click();
  await finished(page);
  const command = await byCommandLine();
  const page_ = JSON.parse(await saved(page, 'Everything (JSON)')) as Json;
  expectAlike(page_, JSON.parse(command.json) as Json, 'set');
  const lines = (csv: string) => csv.split('\r\n').map((line) => line.split(',').slice(0, 4));
  expect(lines(await saved(page, 'Table (CSV)'))).toEqual(lines(command.csv));
});

test('rows are ranked, filtered, and open on Compare with what they were judged by', async ({
  page,
}) => {
  await openEvidence(page, '&shiftX=2');
  await chooseFolder(page);
  await part(page).getByRole('button', { name: /^Run/ }).click();
  await finished(page);
  const table = part(page).getByRole('table', { name: 'Pictures, worst first' });
  // Nothing is known of the damaged one: it stands last.
  await expect(table.getByRole('row').last()).toContainText(DAMAGED);
  await expect(table.getByRole('row').last()).toContainText('Could not be judged');
  await part(page).getByLabel('Verdict', { exact: true }).selectOption('failed');
  await expect(table.getByRole('row')).toHaveCount(2);
  await part(page).getByLabel('Verdict', { exact: true }).selectOption('all');
  const found = await new AxeBuilder({ page }).include('[data-set]').analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await part(page).getByText('Calibrate by these pictures').click();
  await part(page).getByLabel('False-alarm rate (%)', { exact: true }).fill('40');
  await part(page).getByRole('button', { name: 'Calibrate' }).click();
  await part(page).getByRole('button', { name: 'Use on Compare' }).click({ timeout: 60_000 });
  await expect(part(page).getByText('In use on Compare.')).toBeVisible();
  const first = table.getByRole('row').nth(1);
  const topK = await first.getByRole('cell').nth(3).innerText();
  const name = await first.locator('button').innerText();
  await first.locator('button').click();
  await expect(page.getByRole('main')).toHaveAttribute('data-screen', 'compare');
  await expect(page.getByTitle(name, { exact: true })).toBeVisible();
  await ready(page);
  await expect(page.getByLabel('Shift x (px)', { exact: true }).first()).toHaveValue('2');
  const scores = page.getByRole('table', { name: 'Stability scores' });
  await expect(scores.getByRole('row', { name: /^Top-k intersection/ })).toContainText(topK);
  // The profile taken over is in force after a reload, too.
  await page.reload();
  await page.getByText('Thresholds of the verdict').click();
  await expect(page.getByText(/^At most 40\s% false alarms under/)).toBeVisible();
});

test('a run is stopped and gone on with; a forgotten folder is gone after a reload, too', async ({
  page,
}) => {
  await openEvidence(page);
  await chooseFolder(page);
  await part(page).getByRole('button', { name: /^Run/ }).click();
  await expect(judged(page)).toBeVisible();
  await part(page).getByRole('button', { name: 'Stop' }).click();
  await expect(part(page)).toHaveAttribute('data-set', 'ready');
  await part(page).getByRole('button', { name: 'Go on' }).click();
  await finished(page);
  await part(page).getByRole('button', { name: 'Forget this folder' }).click();
  await part(page).getByRole('button', { name: 'Keep what is there' }).click();
  await part(page).getByRole('button', { name: 'Forget this folder' }).click();
  await part(page).getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByLabel('Choose a folder')).toBeAttached();
  await page.reload();
  await expect(part(page)).toHaveAttribute('data-set', 'none');
});
