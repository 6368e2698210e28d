import { expect, it } from 'vitest';
import { type PerturbationSettings, withPerturbation } from '../domain/perturbation.ts';
import { DEFAULT_PERTURBATION } from '../domain/settings.ts';
import { en } from '../i18n/en.ts';
import { formatFor } from '../i18n/format.ts';
import { ja } from '../i18n/ja.ts';
import { changeCaption } from './changeCaption.ts';
import { inventedReport } from './inventedReport.ts';
import { verdictNumbers, verdictWords } from './verdictNumbers.ts';

const speeches = {
  en: { language: 'en', text: en, format: formatFor('en') },
  ja: { language: 'ja', text: ja, format: formatFor('ja') },
} as const;

const caption = (change: Partial<PerturbationSettings>, language: 'en' | 'ja' = 'en') => {
  const start = withPerturbation(DEFAULT_PERTURBATION, change.id ?? 'shift');
  return changeCaption({ ...start, ...change }, speeches[language]);
};

it('says what was changed, with its unit and the sign of what goes both ways', () => {
  expect(caption({ id: 'shift' })).toBe('shift (+1, 0) px');
  expect(caption({ id: 'rotate', strength: -2.5 })).toBe('rotation −2.5°');
  expect(caption({ id: 'scale' })).toBe('scale 105 %');
  expect(caption({ id: 'brightness' })).toBe('brightness +10 %');
  expect(caption({ id: 'blurMotion', angle: 45 })).toBe('motion blur 3 px, 45°');
  expect(caption({ id: 'jpeg' }, 'ja')).toBe('JPEG 品質 80');
  expect(caption({ id: 'occluder' })).toBe('patch 15 %');
  const chosen = { id: 'occluder', patch: 'chosen', patchX: 20, patchY: 80 } as const;
  expect(caption(chosen)).toBe('patch 15 % at (20, 80) %');
  expect(caption(chosen, 'ja')).toBe('パッチ 15% (20, 80)%');
});

it.each([
  [{ dx: 1, dy: 0 }, 'undoing the shift', 'シフトを元に戻すと'],
  [{ dx: 0, dy: 0, turn: 2 }, 'undoing the rotation', '回転を元に戻すと'],
  [{ dx: 0, dy: 0, zoom: 1.05 }, 'undoing the change of size', '拡大・縮小を元に戻すと'],
])('names what the verdict undid: %j', (motion, english, japanese) => {
  const report = inventedReport();
  const { perturbed } = report.analysis;
  const analysis = { ...report.analysis, perturbed: { ...perturbed, motion } };
  for (const reason of ['aligned-agrees', 'aligned-window-agrees', 'stayed-behind'] as const) {
    const verdict = { id: 'movedWithPart', reason, lattice: null } as const;
    const because = (language: 'en' | 'ja') => {
      const numbers = verdictNumbers({ ...report, analysis, verdict }, speeches[language]);
      return verdictWords(speeches[language].text.verdicts, verdict, numbers, false).because;
    };
    expect(because('en')).toContain(english);
    expect(because('ja')).toContain(japanese);
  }
});
