import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { inventedCurve, inventedShiftMap } from '../../charts/inventedFigures.ts';
import { figures as english } from '../../i18n/en/figures.ts';
import { figures as japanese } from '../../i18n/ja/figures.ts';
import type { Mounted } from './mount.browser.ts';
import { mount } from './mount.browser.ts';
import type { ShiftMapProps } from './ShiftMap.tsx';
import { ShiftMap } from './ShiftMap.tsx';
import type { StabilityCurveProps } from './StabilityCurve.tsx';
import { StabilityCurve } from './StabilityCurve.tsx';

let mounted: Mounted;
afterEach(() => mounted.unmount());

function showCurve(over: Partial<StabilityCurveProps> = {}, width = 560) {
  const onSelect = vi.fn<(index: number) => void>();
  const onHover = vi.fn<(index: number | null) => void>();
  const element = (
    <StabilityCurve
      texts={english.curve}
      points={inventedCurve()}
      unit="px"
      current={1}
      stride={8}
      corrected={false}
      subtitle="k = 461, w = 2 px"
      onHover={onHover}
      onSelect={onSelect}
      {...over}
    />
  );
  mounted = mount(element, width);
  return { onSelect, onHover };
}

const slider = () => page.getByRole('slider');
const spoken = () => slider().element().getAttribute('aria-valuetext');
const marks = (id: string) =>
  mounted.host.querySelectorAll(`[data-series="${id}"] path[transform]`).length;

describe('StabilityCurve', () => {
  it('is a figure called Stability curve', () => {
    showCurve();
    expect(
      page.getByRole('figure', { name: 'Stability curve', exact: true }).elements(),
    ).toHaveLength(1);
  });

  it('is walked through by keys, speaks every value, and takes a place over by Enter', async () => {
    const { onSelect, onHover } = showCurve();
    (slider().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(spoken()).toMatch(
      /^shift 3 px, top-k 0\.\d\d, LENS recall 0\.\d\d, LENS precision 0\.\d\d, top-k, aligned 0\.\d\d$/,
    );
    expect(onHover).toHaveBeenLastCalledWith(3);
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledWith(3);
    await userEvent.keyboard('{End}');
    expect(spoken()).toMatch(/^shift 16 px.*the decision changed$/);
  });

  it('shows all values under the pointer, and forgets them when it leaves', async () => {
    const { onSelect, onHover } = showCurve();
    // The first frame measures how wide the figure may be.
    await expect
      .poll(() => slider().element().getBoundingClientRect().width, { timeout: 10_000 })
      .toBeGreaterThan(400);
    const { width, height } = slider().element().getBoundingClientRect();
    await userEvent.click(slider(), { position: { x: width / 2, y: height / 2 } });
    expect(onSelect).toHaveBeenCalledWith(8);
    expect(mounted.host.textContent).toContain('shift 8 px');
    await userEvent.unhover(slider());
    await expect.poll(() => onHover.mock.lastCall?.[0]).toBeNull();
  });

  it('draws points as they come', () => {
    showCurve({ points: inventedCurve(16, 1, 4) });
    expect(marks('topK')).toBe(4);
    expect(marks('alignedTopK')).toBe(4);
  });

  it('says so while there is nothing to draw', () => {
    showCurve({ points: [] });
    expect(mounted.host.textContent).toContain('as results come in');
  });

  it('has a table with a row for every place', async () => {
    showCurve();
    await page.getByText('As a table').click();
    const table = page.getByRole('table', { name: 'Stability curve: As a table' });
    expect(table.element().querySelectorAll('tbody tr')).toHaveLength(17);
    expect(table.element().querySelector('tbody tr')?.textContent).toContain('1.00');
  });

  it('names its lines in a legend where there is no room beside them', async () => {
    showCurve({}, 340);
    await expect.poll(() => page.getByRole('list').elements().length).toBe(1);
    expect(page.getByRole('list').element().textContent).toContain('LENS recall');
  });

  it('speaks Japanese', () => {
    showCurve({ texts: japanese.curve });
    expect(page.getByRole('figure', { name: '安定性曲線' }).elements()).toHaveLength(1);
  });
});

function showMap(over: Partial<ShiftMapProps> = {}) {
  const calls = {
    onHover: vi.fn<(dx: number, dy: number) => void>(),
    onLeave: vi.fn<() => void>(),
    onSelect: vi.fn<(dx: number, dy: number) => void>(),
  };
  const element = (
    <ShiftMap
      texts={english}
      cells={inventedShiftMap()}
      reach={8}
      stride={8}
      current={{ dx: 1, dy: 0 }}
      windowRadius={2}
      corrected={false}
      {...calls}
      {...over}
    />
  );
  mounted = mount(element, 640);
  return calls;
}

const grids = () => page.getByRole('grid').elements();
const cell = () => grids()[0]?.querySelector('[role="gridcell"]')?.textContent ?? '';

/** Middle of a cell, relative to its grid. */
function at(dx: number, dy: number): { x: number; y: number } {
  const width = grids()[0]?.getBoundingClientRect().width ?? 0;
  return { x: ((dx + 8.5) / 17) * width, y: ((dy + 8.5) / 17) * width };
}

describe('ShiftMap', () => {
  it('is a figure called Shift map with three grids, one of them in the tab order', () => {
    showMap();
    expect(page.getByRole('figure', { name: 'Shift map', exact: true }).elements()).toHaveLength(1);
    expect(grids().map((grid) => grid.getAttribute('aria-label'))).toEqual([
      'Shift map: top-k',
      'Shift map: LENS recall, w = 2',
      'Shift map: top-k, aligned',
    ]);
    expect(grids().map((grid) => grid.getAttribute('tabindex'))).toEqual(['0', '-1', '-1']);
    expect(mounted.host.textContent).toContain('multiples of the network’s total stride, 8 px');
  });

  it('loads the shift under the pointer, goes back when it leaves, keeps it on a click', async () => {
    const { onHover, onLeave, onSelect } = showMap();
    await userEvent.hover(page.getByRole('grid').nth(1), { position: at(-3, 5) });
    expect(onHover).toHaveBeenLastCalledWith(-3, 5);
    await userEvent.click(page.getByRole('grid').nth(2), { position: at(4, -2) });
    expect(onSelect).toHaveBeenCalledWith(4, -2);
    await userEvent.hover(page.getByText('Shift map', { exact: true }));
    await expect.poll(() => onLeave.mock.calls.length).toBeGreaterThan(0);
  });

  it('moves by keys from the current shift, speaks the values, takes over by Enter', async () => {
    const { onHover, onSelect } = showMap();
    (grids()[0] as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowUp}');
    expect(onHover).toHaveBeenLastCalledWith(2, -1);
    expect(cell()).toMatch(
      /^dx \+2, dy −1: top-k 0\.\d\d · LENS recall 0\.\d\d · top-k, aligned 0\.\d\d$/,
    );
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledWith(2, -1);
    await userEvent.keyboard('{ArrowLeft>30/}');
    expect(cell()).toMatch(/^dx −8, dy −1/);
  });

  it('shows what is pending, and loads nothing from there', async () => {
    const { onHover } = showMap({ cells: inventedShiftMap(2) });
    expect(mounted.host.textContent).toContain('25 of 289');
    await userEvent.hover(page.getByRole('grid').first(), { position: at(6, 6) });
    expect(cell()).toBe('dx +6, dy +6: being computed');
    expect(onHover).not.toHaveBeenCalled();
  });
});
