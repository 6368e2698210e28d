import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../base.css';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { MaskPicker } from './MaskPicker.tsx';

let mounted: Mounted;
let opened: string[] = [];
let removed = 0;

const maskOf = (...flags: readonly number[]) => ({
  name: 'a very long name of a mask that does not fit into the column.png',
  sha256: 'ab',
  mask: { height: 1, width: flags.length, flags: Uint8Array.from(flags) },
  file: { name: 'mask.png', file: new Blob() },
});

const show = (
  ready: boolean,
  opening: string | null = null,
  on: ReturnType<typeof maskOf> | null = null,
  restored = false,
) => {
  opened = [];
  removed = 0;
  mounted = mount(
    <MaskPicker
      ready={ready}
      restored={restored}
      truth={{ opening: opening === null ? null : { name: opening, file: new Blob() }, opened: on }}
      outlined={false}
      onOpen={({ name }) => opened.push(name)}
      onRemove={() => removed++}
      onOutline={() => {}}
    />,
  );
};

afterEach(() => mounted.unmount());

test('cannot be used without a picture, and takes one PNG with one', async () => {
  show(false);
  await expect.element(page.getByLabelText('Open mask')).toBeDisabled();
  mounted.unmount();
  show(true);
  const input = page.getByLabelText('Open mask');
  await expect.element(input).toHaveAttribute('accept', expect.stringContaining('.png'));
  await userEvent.upload(input, new File(['x'], 'mask.png', { type: 'image/png' }));
  expect(opened).toEqual(['mask.png']);
});

test('says why a restored report takes none', () => {
  show(false, null, null, true);
  expect(page.getByText(/open the picture itself/).elements()).toHaveLength(1);
});

test('says which mask is being read', () => {
  show(true, 'large.png');
  expect(document.body.textContent).toContain('large.png is being read');
});

test('says which mask is on and what it marks, and lets it be removed', async () => {
  show(true, null, maskOf(1, 0, 0, 0));
  expect(document.body.textContent).toContain('25\u00a0% of the input');
  expect(document.body.textContent).not.toContain('marks no pixel');
  await userEvent.click(page.getByRole('button', { name: 'Remove mask' }));
  expect(removed).toBe(1);
});

test('warns of a mask of which the model sees nothing', () => {
  show(true, null, maskOf(0, 0));
  expect(document.body.textContent).toContain('It marks no pixel the model sees');
});
