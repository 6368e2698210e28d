import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../base.css';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { DropZone } from './DropZone.tsx';

let mounted: Mounted;
let opened: [names: string[], source: string][] = [];

const file = (name: string) => new File(['x'], name, { type: 'image/png' });
const picture = {
  info: {
    name: 'part-7.png',
    format: 'png',
    width: 2048,
    height: 1536,
    sha256: 'ab'.repeat(32),
    notes: ['first-frame-of-animation'],
  },
  preview: { width: 2, height: 1, pixels: new Uint8ClampedArray(8) },
  session: null,
  input: { width: 96, height: 96, channels: 1, values: new Float32Array(96 * 96) },
} as const;

const show = (of: typeof picture | null) => {
  mounted = mount(
    <DropZone
      picture={of}
      inviting={false}
      onFiles={(files, source) => opened.push([files.map(({ name }) => name), source])}
    />,
  );
};

beforeEach(() => {
  opened = [];
});
afterEach(() => mounted.unmount());

test('both ways to open are reached by keyboard, in order, with a visible focus', async () => {
  show(null);
  await userEvent.tab();
  const open = page.getByLabelText('Open image');
  await expect.element(open).toHaveFocus();
  const label = document.querySelector(`label[for="${open.element().id}"]`);
  expect(getComputedStyle(label ?? document.body).outlineStyle).toBe('solid');
  await userEvent.tab();
  await expect.element(page.getByLabelText('Open folder')).toHaveFocus();
});

test('a chosen file is handed on, and forgotten, so that the same one can be chosen again', async () => {
  show(null);
  const open = page.getByLabelText('Open image');
  await userEvent.upload(open, file('a.png'));
  expect(opened).toEqual([[['a.png'], 'file']]);
  await expect.element(open).toHaveValue('');
});

test('what is known of the picture is said, also what was done to it', () => {
  show(picture);
  expect(page.getByRole('img', { name: 'Picture part-7.png' }).elements()).toHaveLength(1);
  expect(document.body.textContent).toContain('2,048 × 1,536 px');
  expect(document.body.textContent).toContain('the model sees 96 × 96 grey');
  expect(document.body.textContent).toContain('the first frame is used');
});
