import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../base.css';
import '../tokens.css';
import { inventedScores } from '../../charts/inventedFigures.ts';
import type { PairScores } from '../../domain/score.ts';
import { speechOf } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { ScoreTable } from './ScoreTable.tsx';

let mounted: Mounted;
const show = (scores: PairScores | null, language: 'en' | 'ja' = 'en'): void => {
  mounted = mount(
    <SpeechContext value={speechOf(language)}>
      <ScoreTable scores={scores} />
    </SpeechContext>,
  );
};

const row = (name: string): string[] => {
  const header = page.getByRole('rowheader', { name, exact: true }).element();
  return [...(header.closest('tr')?.children ?? [])].map((cell) => cell.textContent);
};

afterEach(() => mounted.unmount());

test('every score stands beside its chance line, raw and aligned', () => {
  show(inventedScores(1, 0));
  const columns = page.getByRole('columnheader').elements();
  expect(columns.map(({ textContent }) => textContent)).toEqual([
    'Score',
    'Value',
    'Chance',
    'Corrected',
    'Aligned',
    'Aligned chance',
    'Aligned corrected',
  ]);
  expect(page.getByRole('table', { name: 'Stability scores' }).elements()).toHaveLength(1);
  expect(row('Top-k intersection')).toEqual([
    'Top-k intersection',
    '0.56',
    '0.05',
    '0.54',
    '0.68',
    '0.05',
    '0.66',
  ]);
  for (const name of ['LENS recall@k', 'LENS precision@k']) expect(row(name)).toHaveLength(7);
});

test('without motion there is nothing aligned', () => {
  show(inventedScores(0, 0, false));
  expect(page.getByRole('columnheader').elements()).toHaveLength(4);
});

test('a score without a value says why and shows no number', () => {
  const scores = inventedScores(0, 0, false);
  const none = { value: null, chance: null, corrected: null, reason: 'chance-is-one' } as const;
  show({ ...scores, raw: { ...scores.raw, lensRecallAtK: none } });
  const header = page.getByRole('rowheader', { name: /LENS recall@k/ }).element();
  expect(header.textContent).toContain('the windows cover the whole picture');
  expect(header.closest('tr')?.textContent).not.toMatch(/NaN|0\.00/);
});

test('before the first result the rows are there already', () => {
  show(null);
  expect(row('LENS recall@k')).toEqual(['LENS recall@k', '–', '–', '–']);
});

test('a cut through equal values is told', () => {
  show({ ...inventedScores(1, 0), tiedAtCut: { original: true, perturbed: false } });
  expect(page.getByText('Tied at the cut: original heatmap.').elements()).toHaveLength(1);
});

test('a score name explains itself by keyboard', async () => {
  show(inventedScores(1, 0, false));
  const name = page.getByRole('button', { name: 'LENS recall@k', exact: true });
  for (let i = 0; i < 6 && document.activeElement !== name.element(); i++) await userEvent.tab();
  await expect.element(page.getByRole('tooltip')).toHaveTextContent(/within w pixels/);
  await expect.element(page.getByRole('tooltip')).toHaveTextContent(/higher is more stable/);
});

test('speaks Japanese', () => {
  show(inventedScores(1, 0), 'ja');
  expect(row('LENS 再現率@k')).toHaveLength(7);
});
