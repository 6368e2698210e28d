import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../base.css';
import '../tokens.css';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { NumberField } from './NumberField.tsx';

const LIMITS = { min: 1, max: 9216, step: 1, integer: true };
const LABEL = 'k (top pixels)';

let mounted: Mounted;
let taken: number[] = [];

function Field({ limits }: { readonly limits: typeof LIMITS }) {
  const [value, setValue] = useState(461);
  const take = (number: number) => {
    taken.push(number);
    setValue(number);
  };
  return (
    <NumberField label={LABEL} help="How many." value={value} limits={limits} onChange={take} />
  );
}

const show = (limits = LIMITS): void => {
  taken = [];
  mounted = mount(<Field limits={limits} />);
};

const spin = () => page.getByRole('spinbutton', { name: LABEL, exact: true });
const slider = () => page.getByRole('slider', { name: LABEL, exact: true });

afterEach(() => mounted.unmount());

test('a number within the limits is taken while it is typed, and the slider follows', async () => {
  show();
  await spin().fill('50');
  expect(taken).toEqual([50]);
  await expect.element(slider()).toHaveValue('50');
});

test('a number outside keeps its text, says the rule and what came, and changes nothing', async () => {
  show();
  await spin().fill('0');
  await expect.element(page.getByRole('alert')).toHaveTextContent('whole numbers from 1 to 9,216');
  await expect.element(page.getByRole('alert')).toHaveTextContent('“0” was not used');
  await expect.element(spin()).toHaveValue('0');
  await expect.element(spin()).toBeInvalid();
  expect(taken).toEqual([]);
});

test('a fraction breaks the rule of whole numbers; where fractions are allowed it is taken', async () => {
  show();
  await spin().fill('2.5');
  await expect.element(page.getByRole('alert')).toBeVisible();
  mounted.unmount();
  show({ min: -32, max: 32, step: 0.25, integer: false });
  await spin().fill('-2.5');
  expect(taken).toEqual([-2.5]);
  expect(page.getByRole('alert').elements()).toHaveLength(0);
});

test('what is no number is complained about only when the field is left', async () => {
  show();
  await spin().fill('abc');
  expect(page.getByRole('alert').elements()).toHaveLength(0);
  await userEvent.tab();
  await expect.element(page.getByRole('alert')).toHaveTextContent('abc');
  await expect.element(spin()).toHaveValue('abc');
});

test('full-width digits and grouping commas are read', async () => {
  show();
  await spin().fill('１２３');
  await spin().fill('1,000');
  expect(taken).toEqual([123, 1000]);
});

test('arrow and page keys step within the limits', async () => {
  show({ ...LIMITS, max: 470 });
  await userEvent.click(spin().element());
  await userEvent.keyboard('{ArrowUp}{ArrowDown}{PageUp}{PageDown}');
  expect(taken).toEqual([462, 461, 470, 460]);
});

test('the help opens by keyboard and closes with Escape', async () => {
  show();
  await userEvent.tab();
  const help = page.getByRole('button', { name: `About ${LABEL}` });
  await expect.element(help).toHaveFocus();
  await expect.element(page.getByRole('tooltip')).toHaveTextContent('How many.');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('tooltip')).not.toBeInTheDocument();
});
