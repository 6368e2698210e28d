import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type EvidenceChoice, firstChoice } from '../../charts/evidencePlan.ts';
import { evidenceView } from '../../charts/evidenceView.ts';
import type { ExperimentId } from '../../domain/evidence.ts';
import { inventedEvidence } from '../../report/inventedEvidence.ts';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { IntervalFigure } from './IntervalFigure.tsx';
import { RocFigure } from './RocFigure.tsx';

let mounted: Mounted;
afterEach(() => mounted.unmount());

function show(id: ExperimentId, over: Partial<EvidenceChoice> = {}, width = 900) {
  const result = inventedEvidence(id);
  const choice = { ...firstChoice(result), ...over };
  const view = evidenceView(result, choice);
  mounted = mount(<IntervalFigure result={result} choice={choice} view={view} />, width);
}

const slider = () => page.getByRole('slider');

it('lines: arrow keys go from level to level and every value is said with its interval', async () => {
  show('shifts');
  await expect
    .element(page.getByRole('figure', { name: 'Top-k intersection: value' }))
    .toBeVisible();
  await expect
    .element(slider())
    .toHaveAttribute('aria-valuetext', expect.stringMatching(/^Shift \(px\): 0 px; As it/));
  (slider().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect
    .element(slider())
    .toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(
        /^Shift \(px\): 1 px; As it stands 0\.\d\d \(0\.\d\d to 0\.\d\d\), chance 0\.05; Motion undone/,
      ),
    );
  await userEvent.keyboard('{End}');
  await expect
    .element(slider())
    .toHaveAttribute('aria-valuetext', expect.stringMatching(/^Shift \(px\): 5 px/));
});

it('lines: names stand beside their ends where there is room, else in the legend', async () => {
  show('regimes', { x: 'epsilon', series: 'model' });
  await expect.poll(() => mounted.host.querySelectorAll('svg text').length).toBeGreaterThan(10);
  const labels = () =>
    [...mounted.host.querySelectorAll('svg text')].filter((e) => e.textContent?.includes('PGD'));
  const legend = () => mounted.host.querySelector('ul')?.textContent ?? '';
  await expect.poll(labels).toHaveLength(1);
  expect(legend()).not.toContain('PGD');
  mounted.unmount();
  show('regimes', { x: 'epsilon', series: 'model' }, 360);
  await expect.poll(legend).toContain('PGD');
  expect(labels()).toHaveLength(0);
});

it('dots: a row for every method, its number beside it; nothing leaves the figure', async () => {
  for (const width of [900, 360]) {
    show('methods', {}, width);
    await expect.element(slider()).toHaveAttribute('aria-orientation', 'vertical');
    const { left, right } = mounted.host.getBoundingClientRect();
    const texts = () => [...mounted.host.querySelectorAll('svg text')];
    await expect
      .poll(() => Math.max(...texts().map((text) => text.getBoundingClientRect().right)))
      .toBeLessThanOrEqual(right + 1);
    expect(
      Math.min(...texts().map((text) => text.getBoundingClientRect().left)),
    ).toBeGreaterThanOrEqual(left - 1);
    expect(texts().filter(({ textContent }) => textContent === 'Grad-CAM')).toHaveLength(1);
    if (width === 900) mounted.unmount();
  }
  (slider().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(slider()).toHaveAttribute('aria-valuenow', '1');
});

it('the table holds every point that is drawn, with its interval and pictures', async () => {
  show('falseAlarms');
  // By its own click: the pointer would miss it while the plot is still taking its width.
  (page.getByText('As a table').element() as HTMLElement).click();
  const table = page.getByRole('table', { name: 'AUC: As a table' });
  await expect.element(table).toBeVisible();
  expect(table.element().querySelectorAll('tbody tr')).toHaveLength(14);
  expect(table.element().textContent).toMatch(/LENS recall@kTop-k attack0\.910\.880\.94200/);
});

it('says so where the number does not exist', async () => {
  show('shifts', { estimate: 'auc' });
  await expect.element(page.getByText(/does not exist for this choice/)).toBeVisible();
  expect(slider().elements()).toHaveLength(0);
});

it('ROC: curves are chosen, at most four, and read at a share of false alarms', async () => {
  const result = inventedEvidence('falseAlarms');
  mounted = mount(<RocFigure result={result} choice={firstChoice(result)} />, 500);
  await expect
    .element(page.getByRole('checkbox', { name: 'Top-k intersection', exact: true }))
    .toBeChecked();
  await page.getByRole('checkbox', { name: 'Kendall' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'Spearman' })).toBeDisabled();
  await expect
    .element(slider())
    .toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/^false alarms: 0.%; LENS recall@k 0.%.*Kendall 0.%$/),
    );
  (slider().element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect
    .element(slider())
    .toHaveAttribute('aria-valuetext', expect.stringMatching(/: 100.%; LENS recall@k 100.%/));
});
