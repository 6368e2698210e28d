import { describe, expect, it } from 'vitest';
import { testCard } from '../../../tests/testCard.ts';
import type { ModelCard } from '../../domain/model.ts';
import type { RegimeFinding } from '../../domain/regimes.ts';
import type { OverlapScores, PairScores, Score, Verdict } from '../../domain/score.ts';
import { en } from '../../i18n/en.ts';
import { formatFor } from '../../i18n/format.ts';
import { ja } from '../../i18n/ja.ts';
import type { Speech } from '../../i18n/speech.ts';
import { STUDY_TEXTS } from '../../i18n/studies.ts';
import { conclusion, disagreement, lensBehind, modelLabel } from './regimeWords.ts';

const english: Speech = { language: 'en', text: en, format: formatFor('en') };
const japanese: Speech = { language: 'ja', text: ja, format: formatFor('ja') };
const text = STUDY_TEXTS.en.regimes;

const natural = testCard('natural');
const pgd: ModelCard = { ...natural, id: 'pgd', regime: 'pgd' };
const summed: ModelCard = { ...natural, id: 'summed', regime: 'ig-sum-norm' };
const blurred: ModelCard = {
  ...natural,
  id: 'blurred',
  hyperparameters: { convolutions: '16×5×5/2 blurred' },
};
const family = [natural, blurred, pgd, summed];

const score = (value: number | null): Score => ({
  value,
  chance: 0.25,
  corrected: value,
  pValue: null,
  reason: null,
});
const overlap = (recall: number | null, precision = recall) =>
  ({ lensRecallAtK: score(recall), lensPrecisionAtK: score(precision) }) as OverlapScores;
const pair = (raw: OverlapScores, aligned: OverlapScores | null = null) =>
  ({ raw, aligned }) as PairScores;
const verdict = (id: Verdict['id'], reason: Verdict['reason']): Verdict => ({
  id,
  reason,
  lattice: null,
});

function found(
  { id, classes }: ModelCard,
  judged: Verdict,
  scores: PairScores,
  [before, after] = [1, 1],
): RegimeFinding {
  const analysis = {
    card: { classes },
    original: { predictedClass: before },
    perturbed: { predictedClass: after },
  };
  return { modelId: id, status: 'ready', verdict: judged, scores, analysis } as RegimeFinding;
}

const kept = found(pgd, verdict('stable', 'same-places'), pair(overlap(0.93)));
const lost = found(natural, verdict('changed', 'places-changed'), pair(overlap(0.41)));

describe('the sentence drawn from the models', () => {
  it('says with which the explanation holds and with which it is lost, in the order of the family', () => {
    expect(conclusion([kept, lost], family, text, english)).toBe(
      'Under this change the explanation holds with PGD training (LENS recall@k 0.93, chance 0.25); ' +
        'the explanation is lost with natural training (LENS recall@k 0.41, chance 0.25).',
    );
    expect(conclusion([kept, lost], family, STUDY_TEXTS.ja.regimes, japanese)).toMatch(
      /^この摂動では、PGD 学習（.+0\.93、偶然水準 0\.25）では判定根拠が保たれます。通常の学習（.+）では判定根拠が失われます。$/,
    );
  });

  it('says that all are alike, and what turned', () => {
    const also = found(summed, verdict('movedWithPart', 'window-agrees'), pair(overlap(0.8)));
    const said = conclusion([kept, also], family, text, english);
    expect(said).toContain('holds with PGD training (LENS recall@k 0.93');
    expect(said).toMatch(/and IG-SUM-NORM training .+ does not tell the trainings apart\.$/);
    const turned = found(summed, verdict('void', 'decision-changed'), pair(overlap(0.9)), [1, 0]);
    expect(conclusion([kept, turned], family, text, english)).toMatch(
      /; the decision itself changes with IG-SUM-NORM training \(scratch → ok\)\.$/,
    );
    const untold = found(summed, verdict('cannotTell', 'dead-gradient'), pair(overlap(null)));
    expect(conclusion([kept, untold], family, text, english)).toMatch(
      /; nothing can be said of IG-SUM-NORM training\.$/,
    );
  });

  it('needs two models that answered', () => {
    const failed = { modelId: 'natural', status: 'failed', code: 'model-missing' } as RegimeFinding;
    expect(conclusion([kept, failed], family, text, english)).toBe('');
  });
});

describe('the number behind a verdict', () => {
  const moved = pair(overlap(0.9, 0.8), overlap(0.5, 0.6));

  it('is the weaker of recall and precision', () => {
    const behind = lensBehind(pair(overlap(0.9, 0.8)), verdict('stable', 'same-places'));
    expect(behind).toMatchObject({ id: 'lensPrecisionAtK', aligned: false, score: { value: 0.8 } });
  });

  it('is in place where the verdict stands on that, else aligned where the part moved', () => {
    expect(lensBehind(moved, verdict('movedWithPart', 'window-agrees'))).toMatchObject({
      id: 'lensPrecisionAtK',
      aligned: false,
    });
    expect(lensBehind(moved, verdict('changed', 'stayed-behind'))).toMatchObject({
      id: 'lensRecallAtK',
      aligned: true,
      score: { value: 0.5 },
    });
    const stuck = found(natural, verdict('changed', 'stayed-behind'), moved);
    expect(conclusion([kept, stuck], family, text, english)).toContain(
      '(aligned LENS recall@k 0.50, chance 0.25)',
    );
  });
});

describe('models that decide differently', () => {
  it('are named with what they say', () => {
    const other = found(natural, verdict('stable', 'same-places'), pair(overlap(1)), [0, 0]);
    expect(disagreement([kept, other], family, text, english)).toContain(
      'natural training says ok and PGD training says scratch.',
    );
    expect(disagreement([kept, lost], family, text, english)).toBe('');
  });
});

describe('the label of a model', () => {
  it('tells blurred strides, and the model where two were trained alike', () => {
    expect(modelLabel(blurred, family, text, english)).toBe('anti-aliased natural training');
    const twin = { ...pgd, id: 'twin', name: { en: 'Twin', ja: 'Twin' } };
    expect(modelLabel(twin, [...family, twin], text, english)).toBe('PGD training (Twin)');
    expect(modelLabel(pgd, family, text, english)).toBe('PGD training');
  });
});
