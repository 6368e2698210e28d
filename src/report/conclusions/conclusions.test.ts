import { describe, expect, it } from 'vitest';
import { firstChoice } from '../../charts/evidencePlan.ts';
import { evidenceSpeech } from '../../components/evidence/evidenceSpeech.ts';
import {
  type Cell,
  type Estimate,
  EXPERIMENT_IDS,
  type ExperimentId,
  type ExperimentResult,
} from '../../domain/evidence.ts';
import type { Levels } from '../../domain/evidenceCells.ts';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { EVIDENCE_TEXTS } from '../../i18n/evidence.ts';
import { loadSpeech, speechOf } from '../../i18n/speech.ts';
import { inventedEstimate, inventedEvidence } from '../inventedEvidence.ts';
import { antialiasing } from './antialiasing.ts';
import { dataSize } from './dataSize.ts';
import { falseAlarms } from './falseAlarms.ts';
import { methods } from './methods.ts';
import { randomAgainstAttack } from './randomAgainstAttack.ts';
import { regimes } from './regimes.ts';
import { CONCLUSIONS } from './registry.ts';
import { shifts } from './shifts.ts';
import { windowAndK } from './windowAndK.ts';

await loadSpeech('ja');

const shown = (result: ExperimentResult) => firstChoice(result);

/** The invented result with the estimates of some cells put otherwise. */
function changed(
  id: ExperimentId,
  change: (at: Levels) => Cell['estimates'] | null,
): ExperimentResult {
  const result = inventedEvidence(id);
  const cells = result.cells.map((cell) => {
    const own = change(cell.at);
    return own ? { ...cell, estimates: { ...cell.estimates, ...own } } : cell;
  });
  return { ...result, cells };
}

const value = (middle: number, half = 0.02) => ({ value: inventedEstimate(middle, half) });

function say(result: ExperimentResult, language: Language = 'en'): string {
  const texts = EVIDENCE_TEXTS[language];
  const speech = evidenceSpeech({
    speech: speechOf(language),
    texts,
    modelNames: result.modelNames,
  });
  const said = CONCLUSIONS[result.experiment](result, shown(result), texts.conclusions, speech);
  return (said ?? '').replaceAll('\u00a0', ' ');
}

describe.each(LANGUAGES)('every conclusion in %s', (language) => {
  it.each(EXPERIMENT_IDS)('is a sentence with numbers: %s', (id) => {
    const said = say(inventedEvidence(id), language);
    expect(said).toMatch(/\d.*[.。]$/);
    expect(said).not.toMatch(/undefined|NaN|null|\[object|–/);
  });
});

describe('random against attack', () => {
  const noiseAndAttack = (noise: number, attack: number) =>
    changed('randomAgainstAttack', ({ perturbation }) =>
      perturbation === 'noiseSign' ? value(noise) : value(attack),
    );

  it('tells which share of the loss takes no attacker', () => {
    const found = randomAgainstAttack(...pair(noiseAndAttack(0.7, 0.4)));
    expect(found).toMatchObject({ say: 'weaker', noise: { level: 'noiseSign' } });
    expect(found?.ofLoss).toBeCloseTo(0.5, 10);
    expect(say(noiseAndAttack(0.7, 0.4))).toMatch(
      /^At ε = 8\/255, sign noise alone takes top-k intersection to 0\.70 \(0\.68 to 0\.72\).*50 % of that loss/,
    );
  });

  it('shows no difference where the intervals overlap', () => {
    expect(randomAgainstAttack(...pair(noiseAndAttack(0.43, 0.4)))?.say).toBe('same');
  });

  it('says when noise alone takes more', () => {
    expect(randomAgainstAttack(...pair(noiseAndAttack(0.3, 0.4)))?.say).toBe('stronger');
  });

  it('turns with a score for which low is good', () => {
    const base = noiseAndAttack(2, 6);
    const asWay = (at: Levels) => ({ ...at, score: 'massCenterShift' });
    const result = {
      ...base,
      factors: { ...base.factors, score: ['massCenterShift'] },
      cells: base.cells
        .filter(({ at }) => at.score === 'topKIntersection')
        .map((cell) => ({ ...cell, at: asWay(cell.at) })),
    };
    const found = randomAgainstAttack(result, { at: asWay(shown(base).at), estimate: 'value' });
    expect(found).toMatchObject({ say: 'weaker', attack: { estimate: { value: 6 } } });
    expect(found?.ofLoss).toBeCloseTo(1 / 3, 10);
  });

  it('says nothing without noise to compare with', () => {
    const result = inventedEvidence('randomAgainstAttack');
    const factors = { ...result.factors, perturbation: ['attackTopK', 'attackLens'] };
    expect(randomAgainstAttack({ ...result, factors }, shown(result))).toBeNull();
  });
});

const pair = (result: ExperimentResult) => [result, shown(result)] as const;

describe('false alarms', () => {
  const aucs = (by: Readonly<Record<string, number>>, otherwise: number) =>
    changed('falseAlarms', ({ score }) => ({
      auc: inventedEstimate(by[String(score)] ?? otherwise),
    }));

  it('names the one best score, and the loudest', () => {
    const result = aucs({ lensRecallAtK: 0.95 }, 0.7);
    const found = falseAlarms(...pair(result));
    expect(found).toMatchObject({ say: 'best', tied: [], best: { level: 'lensRecallAtK' } });
    expect(found?.topKBlind).toBeNull();
    expect(found?.loudest?.level).toBe('topKIntersection');
    expect(say(result)).toMatch(/tells .* best: AUC 0\.95 .*cries wolf at 9\d % .*\.$/);
  });

  it('names those that are not told apart from it', () => {
    const found = falseAlarms(...pair(aucs({ lensRecallAtK: 0.9, kendall: 0.88 }, 0.7)));
    expect(found).toMatchObject({ say: 'tie', tied: ['kendall'] });
  });

  it('says that top-k cannot tell where its interval holds one half, and when none can', () => {
    const found = falseAlarms(...pair(aucs({ lensRecallAtK: 0.9, topKIntersection: 0.51 }, 0.7)));
    expect(found?.topKBlind?.value).toBe(0.51);
    const blind = aucs({}, 0.52);
    expect(falseAlarms(...pair(blind))?.say).toBe('blind');
    expect(say(blind)).toMatch(/no score is shown to tell/);
  });
});

describe('regimes', () => {
  const models = (natural: number, pgd: number, sum: number) =>
    changed('regimes', ({ model }) =>
      value(model === 'surface-natural' ? natural : model === 'surface-pgd' ? pgd : sum),
    );

  it('holds every regime against natural training', () => {
    const found = regimes(...pair(models(0.4, 0.6, 0.42)));
    expect(found).toHaveLength(1);
    expect(found?.[0]?.base.model).toBe('surface-natural');
    expect(found?.[0]?.arms.map(({ effect }) => effect)).toEqual(['better', 'same']);
    expect(say(models(0.4, 0.6, 0.42))).toMatch(
      /: better for Surface \(PGD\) 0\.60 .*; no difference is shown for Surface \(IG-SUM-NORM\)/,
    );
    expect(regimes(...pair(models(0.6, 0.4, 0.6)))?.[0]?.arms[0]?.effect).toBe('worse');
  });
});

describe('regimes of two data sets', () => {
  it('are held against the natural training of their own, at their own strength', () => {
    const surface = inventedEvidence('regimes');
    const own = surface.cells.filter(({ at }) => at.epsilon === 8);
    const other = own.map((cell) => {
      const model = String(cell.at.model).replace('surface', 'fashion');
      return { ...cell, at: { ...cell.at, model, epsilon: 25.5 } };
    });
    const models = [...own, ...other].map(({ at }) => at.model ?? '');
    const result = {
      ...surface,
      factors: { ...surface.factors, model: [...new Set(models)], epsilon: [8, 25.5] },
      cells: [...own, ...other],
    };
    const found = regimes(...pair(result));
    expect(found?.map(({ base, arms, at }) => [base.model, arms.length, at.epsilon])).toEqual([
      ['surface-natural', 2, 8],
      ['fashion-natural', 2, 25.5],
    ]);
    expect(say(result)).toMatch(/at ε = 8\/255.*\. Under the top-k attack at ε = 25\.5\/255/);
  });
});

it('a number that judges one heatmap gives no conclusion on stability', () => {
  for (const [id, find] of [
    ['methods', methods],
    ['antialiasing', antialiasing],
  ] as const) {
    const result = inventedEvidence(id);
    const { at } = shown(result);
    const score = 'latticeShare';
    const cells = result.cells
      .filter((cell) => cell.at.score === at.score)
      .map((cell) => ({ ...cell, at: { ...cell.at, score } }));
    expect(find(result, { at, estimate: 'value' })).not.toBeNull();
    expect(find({ ...result, cells }, { at: { ...at, score }, estimate: 'value' })).toBeNull();
  }
});

describe('size of the training set', () => {
  const gains = (small: number, large: number, half = 0.02) =>
    changed('dataSize', ({ model }) => {
      const id = String(model);
      const gain = id.includes('small') ? small : large;
      return value(id.endsWith('pgd') ? 0.4 + gain : 0.4, half);
    });

  it('compares what robust training adds', () => {
    const found = dataSize(...pair(gains(0.3, 0.1)));
    expect(found).toMatchObject({ say: 'fades', regime: 'pgd' });
    expect(found?.small.value).toBeCloseTo(0.3, 10);
    // √(0.02² + 0.02²) on both sides.
    expect(found?.small.low).toBeCloseTo(0.3 - 0.02 * Math.SQRT2, 10);
    expect(dataSize(...pair(gains(0.1, 0.3)))?.say).toBe('grows');
    expect(dataSize(...pair(gains(0.2, 0.18)))?.say).toBe('same');
    expect(dataSize(...pair(gains(0.3, 0.1, 0.2)))?.say).toBe('same');
  });

  it('says nothing without both sizes', () => {
    expect(dataSize(...pair(inventedEvidence('regimes')))).toBeNull();
  });
});

describe('window', () => {
  const corrected = (by: readonly number[], half = 0.02) =>
    changed('windowAndK', ({ w }) => ({
      corrected: inventedEstimate(by[Number(w)] ?? 0.1, half),
    }));

  it('finds where the score above chance is highest, and whether that is more than both ends', () => {
    const found = windowAndK(...pair(corrected([0.3, 0.5, 0.7, 0.5])));
    expect(found).toMatchObject({ say: 'peak', best: { w: 2 }, first: { w: 0 }, last: { w: 7 } });
    expect(windowAndK(...pair(corrected([0.7, 0.5])))?.say).toBe('narrower');
    expect(windowAndK(...pair(corrected([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.71])))?.say).toBe(
      'wider',
    );
    expect(windowAndK(...pair(corrected([0.12, 0.13], 0.2)))?.say).toBe('flat');
  });
});

describe('shifts', () => {
  const frames = (raw: number, aligned: number) =>
    changed('shifts', ({ frame, shift }) =>
      shift === 0 ? value(1, 0) : value(frame === 'raw' ? raw : aligned),
    );

  it('tells which share of the loss is motion; no shift does not count', () => {
    const found = shifts(...pair(frames(0.4, 0.7)));
    expect(found).toMatchObject({ say: 'better', shifts: [1, 2, 3, 4, 5] });
    expect(found?.raw.value).toBeCloseTo(0.4, 10);
    expect(found?.motion).toBeCloseTo(0.5, 10);
    expect(shifts(...pair(frames(0.4, 0.42)))?.say).toBe('same');
    expect(shifts(...pair(frames(0.7, 0.4)))?.say).toBe('worse');
  });
});

describe('methods', () => {
  const ranked = (by: Readonly<Record<string, number>>) =>
    changed('methods', ({ method }) => ({
      corrected: inventedEstimate(by[String(method)] ?? 0.3),
    }));

  it('names the steadiest, those not told apart from it, and the least steady', () => {
    const one = methods(...pair(ranked({ lrp: 0.9, gradCam: 0.5, gradient: 0.1 })));
    expect(one).toMatchObject({
      say: 'best',
      best: { level: 'lrp' },
      worst: { level: 'gradient' },
      tied: [],
    });
    expect(methods(...pair(ranked({ lrp: 0.9, gradCam: 0.88 })))).toMatchObject({
      say: 'tie',
      tied: ['gradCam'],
    });
    expect(methods(...pair(ranked({ lrp: 0.32 })))?.say).toBe('none');
  });
});

describe('anti-aliasing', () => {
  it('holds models and spinning against the natural model without it', () => {
    const result = changed('antialiasing', ({ model, spins, shift }) => {
      if (shift === 0) return value(1, 0);
      if (model === 'surface-antialiased') return value(0.9);
      return value(spins === 64 ? 0.95 : model === 'surface-pgd' ? 0.51 : 0.5);
    });
    const found = antialiasing(...pair(result));
    expect(found?.base.estimate.value).toBeCloseTo(0.5, 10);
    expect(found?.arms.map(({ model, spins, effect }) => [model, spins, effect])).toEqual([
      ['surface-antialiased', 1, 'better'],
      ['surface-pgd', 1, 'same'],
      ['surface-natural', 64, 'better'],
    ]);
    expect(say(result)).toContain('Surface (natural) spun over 64 phases 0.95');
  });
});

it('an interval of a mean is never narrower than its parts', () => {
  const found = shifts(...pair(inventedEvidence('shifts')));
  const width = ({ low, high }: Estimate) => high - low;
  expect(found && width(found.raw)).toBeCloseTo(0.05, 10);
});
