import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../base.css';
import '../tokens.css';
import { inventedDetails, inventedPValues, inventedScores } from '../../charts/inventedFigures.ts';
import type { KnownScores } from '../../domain/allScores.ts';
import type { PairScores } from '../../domain/score.ts';
import { loadSpeech, speechOf } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { ScoreTable } from './ScoreTable.tsx';

await loadSpeech('ja');

let mounted: Mounted;
const show = (
  scores: PairScores | null,
  language: 'en' | 'ja' = 'en',
  more: Partial<KnownScores> = {},
): void => {
  const geometric = scores?.aligned != null;
  const details = inventedDetails(geometric);
  const pValues = inventedPValues(geometric);
  mounted = mount(
    <SpeechContext value={speechOf(language)}>
      <ScoreTable known={scores && { scores, details, pValues, ...more }} />
    </SpeechContext>,
  );
};

const row = (name: string): string[] => {
  const header = page.getByRole('rowheader', { name, exact: true }).element();
  return [...(header.closest('tr')?.children ?? [])].map((cell) => cell.textContent);
};

afterEach(() => mounted.unmount());

test('every score stands beside its chance line, raw and aligned, and in plain words', () => {
  show(inventedScores(1, 0));
  const columns = page.getByRole('columnheader').elements();
  expect(columns.map(({ textContent }) => textContent)).toEqual([
    'Score',
    'Value',
    'Chance',
    'Corrected',
    'p',
    'Aligned',
    'Aligned corrected',
    'In plain words',
  ]);
  expect(page.getByRole('table', { name: 'Stability scores' }).elements()).toHaveLength(1);
  expect(row('Top-k intersection')).toEqual([
    'Top-k intersection',
    '0.56',
    '0.05',
    '0.54',
    '<0.001',
    '0.68',
    '0.66',
    '56\u00a0% of the strongest pixels are the very same.',
  ]);
  expect(row('Kendall').slice(1, 5)).toEqual(['0.52', '0.00', '0.52', '–']);
  expect(row('Mass-centre shift').slice(1, 4)).toEqual(['1.24 px', '–', '–']);
  for (const name of [
    'LENS recall@k',
    'LENS precision@k',
    'Diverse top-k intersection',
    'LENS recall@k-div',
    'LENS precision@k-div',
    'Spearman',
    'LENS-Spearman',
    'LENS-Kendall',
  ])
    expect(row(name)).toHaveLength(8);
});

test('without motion there is nothing aligned', () => {
  show(inventedScores(0, 0, false));
  expect(page.getByRole('columnheader').elements()).toHaveLength(6);
});

test('what is still being computed says so, and what does not depend on k and w stays', () => {
  const scores = { ...inventedScores(1, 0), windowRadius: 3 };
  show(scores);
  expect(row('LENS recall@k')[4]).toBe('…');
  expect(row('LENS-Spearman')[1]).toBe('…');
  expect(row('Spearman')[1]).toBe('0.71');
  mounted.unmount();
  show(scores, 'en', { details: null, pValues: null });
  expect(row('Spearman')[1]).toBe('…');
  expect(page.getByRole('img', { name: 'being computed' }).elements().length).toBeGreaterThan(0);
});

test('a score without a value says why and shows no number', () => {
  const scores = inventedScores(0, 0, false);
  const none = {
    value: null,
    chance: null,
    corrected: null,
    pValue: null,
    reason: 'chance-is-one',
  } as const;
  show({ ...scores, raw: { ...scores.raw, lensRecallAtK: none } });
  expect(row('LENS recall@k').at(-1)).toContain('the windows cover the whole picture');
  expect(row('LENS recall@k').join(' ')).not.toMatch(/NaN|0\.00(?!1)/);
});

test('before the first result the rows are there already', () => {
  show(null);
  expect(row('LENS recall@k')).toEqual(['LENS recall@k', '–', '–', '–', '–', '']);
});

test('a cut through equal values is told', () => {
  show({ ...inventedScores(1, 0), tiedAtCut: { original: true, perturbed: false } });
  expect(page.getByText('Tied at the cut: original heatmap.').elements()).toHaveLength(1);
});

test('diverse sets that ran out of room are told', () => {
  show({ ...inventedScores(1, 0), diverseCount: { original: 169, perturbed: 148 } });
  expect(page.getByText(/Only 169 \(before\) and 148 \(after\)/).elements()).toHaveLength(1);
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
  expect(row('LENS 再現率@k')).toHaveLength(8);
});
