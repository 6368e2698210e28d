import { describe, expect, it } from 'vitest';
import { nodePlatform } from '../../cli/nodePlatform.ts';
import type { BeliefReason } from '../domain/belief.ts';
import type { Language } from '../domain/language.ts';
import { LANGUAGES } from '../domain/language.ts';
import { VERDICT_IDS } from '../domain/score.ts';
import { en } from '../i18n/en.ts';
import { formatFor } from '../i18n/format.ts';
import { ja } from '../i18n/ja.ts';
import { reportSpeech } from '../i18n/reportSpeech.ts';
import { STUDY_TEXTS } from '../i18n/studies.ts';
import { attackWords } from './attackWords.ts';
import { inventedAttack } from './inventedAttack.ts';
import { inventedBelief } from './inventedBelief.ts';
import { inventedMapsReport, inventedReport, inventedTruth } from './inventedReport.ts';
import type { Box, ReportPage } from './items.ts';
import { textBox } from './items.ts';
import { layoutMapsReport } from './layoutMapsReport.ts';
import { layoutReport } from './layoutReport.ts';
import type { MapsReport } from './mapsReport.ts';
import type { ReportModel } from './reportModel.ts';
import { measureWith } from './sheet.ts';
import { PAGE } from './style.ts';

const reportSpeechOf = (language: Language) =>
  reportSpeech({
    language,
    text: language === 'ja' ? ja : en,
    format: formatFor(language),
  });

const MEASURE = measureWith(nodePlatform.createCanvas(1, 1, 1).paper);

const pageOf = (model: ReportModel, language: Language): ReportPage =>
  layoutReport(model, reportSpeechOf(language), MEASURE);

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Lines that were set on top of one another, or on a picture, and lines that leave the page. */
function faults({ items, width, height }: ReportPage): string[] {
  const texts = items.filter((item) => item.kind === 'text');
  const pictures = items.filter((item) => item.kind === 'pixels');
  const paper = { x: 20, y: 14, width: width - 40, height: height - 24 };
  return texts.flatMap((item, i) => {
    const box = textBox(item);
    const found: string[] = [];
    const right = box.x + box.width <= paper.x + paper.width;
    if (!overlap(box, paper) || box.x < paper.x || !right) found.push(`outside: ${item.text}`);
    if (box.y < paper.y || box.y + box.height > paper.y + paper.height)
      found.push(`outside: ${item.text}`);
    // Line boxes may touch by a hair between two lines of a paragraph.
    const inner = { ...box, y: box.y + 0.7, height: box.height - 1.4 };
    const hit = texts.slice(i + 1).find((other) => overlap(inner, textBox(other)));
    if (hit) found.push(`${item.text} | ${hit.text}`);
    if (pictures.some((picture) => overlap(inner, picture))) found.push(`on picture: ${item.text}`);
    return found;
  });
}

const base = inventedReport();

/** The report with an attack, whose words are those of the language. */
function attacked(language: Language): ReportModel {
  const result = inventedAttack();
  const text = STUDY_TEXTS[language].attackWords;
  const words = attackWords(result, { text, format: formatFor(language) });
  return { ...base, attack: { heading: text.heading, words, result } };
}

const LONG =
  '2026年11月23日_第3ライン_カメラ2_磁気タイル表面検査_不良サンプル_0001234_再撮影(2).png';
const NAME = { en: 'W'.repeat(60), ja: '非常に長い名前の欠陥クラスがここに入ります' };

const MODELS: [string, ReportModel][] = [
  ['plain', base],
  [
    'long words everywhere',
    {
      ...base,
      analysis: {
        ...base.analysis,
        card: {
          ...base.analysis.card,
          name: NAME,
          classes: base.analysis.card.classes.map(() => NAME),
        },
      },
      verdict: {
        id: 'changed',
        reason: 'aliasing',
        lattice: { stride: 8, alignedAtMultiples: 0.91, shifts: 8 },
      },
      picture: {
        ...base.picture,
        name: LONG,
        notes: ['first-frame-of-animation', 'rotated-by-exif', 'alpha-on-background'],
      },
      scores: { ...base.scores, tiedAtCut: { original: true, perturbed: true } },
      truth: inventedTruth,
    },
  ],
  ['with a mask', { ...base, truth: inventedTruth }],
  ['no curve', { ...base, curve: [] }],
  [
    'noise, nothing to align, a missing score',
    {
      ...base,
      analysis: {
        ...base.analysis,
        perturbed: {
          ...base.analysis.perturbed,
          motion: null,
          perturbation: { ...base.settings.perturbation, id: 'noiseSign' },
        },
      },
      scores: {
        ...base.scores,
        aligned: null,
        raw: {
          ...base.scores.raw,
          lensRecallAtK: {
            value: 1,
            chance: 1,
            corrected: null,
            pValue: null,
            reason: 'chance-is-one',
          },
        },
      },
    },
  ],
];

describe.each(LANGUAGES)('in %s', (language) => {
  it('tells how an attack ended, without a fault', () => {
    const page = pageOf(attacked(language), language);
    expect(faults(page)).toEqual([]);
    const said = page.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
    expect(said).toContain(STUDY_TEXTS[language].attackWords.heading);
    expect(said.join(' ')).toContain('±8/255');
    const without = pageOf(base, language).items.flatMap((i) =>
      i.kind === 'text' ? [i.text] : [],
    );
    expect(without).not.toContain(STUDY_TEXTS[language].attackWords.heading);
  });

  it.each(MODELS)('keeps all text apart and on the page: %s', (_, model) => {
    const page = pageOf(model, language);
    expect(faults(page)).toEqual([]);
    expect(page.width).toBe(PAGE.width);
    expect(page.height).toBeLessThan(PAGE.height * 1.12);
  });

  it('says every verdict in words', () => {
    for (const id of VERDICT_IDS) {
      const page = pageOf({ ...base, verdict: { ...base.verdict, id } }, language);
      const texts = page.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
      expect(texts).toContain(reportSpeechOf(language).text.verdicts.headlines[id]);
      expect(faults(page)).toEqual([]);
    }
  });
});

it('is A4 where the words have room', () => {
  expect(pageOf(base, 'en').height).toBe(PAGE.height);
  expect(pageOf(base, 'ja').height).toBe(PAGE.height);
});

it('tells everything it was computed from', () => {
  const page = pageOf(base, 'en');
  const all = page.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('\n');
  const { card, backend } = base.analysis;
  const wanted = [card.sha256, base.picture.sha256, card.id, base.picture.name, '4.22.0', '461'];
  for (const fact of [...wanted, 'Jitterscope 0.1.0', 'Seed', '42', '0.70', '2026-11-23'])
    expect(all).toContain(fact);
  expect(all.replaceAll('\n', ' ')).toContain(backend.renderer.slice(0, 20));
});

it.each(LANGUAGES)(
  'names the profile its thresholds come from, only where there is one, in %s',
  (language) => {
    const model = inventedReport();
    const long = { name: '検査ライン 3 第 2 工程 '.repeat(3), otherModel: true, otherMethod: true };
    const profile = { ...long, changed: true };
    const said = (of: ReportModel) =>
      pageOf(of, language)
        .items.map((item) => (item.kind === 'text' ? item.text : ''))
        .join(' ');
    const label = { en: 'Profile', ja: 'プロファイル' }[language];
    expect(said(model)).toContain('Line 3');
    expect(said({ ...model, profile: null })).not.toContain(label);
    expect(faults(pageOf({ ...model, profile }, language))).toEqual([]);
  },
);

it('says how well both maps point at the defect, only with a mask', () => {
  const linesOf = (model: ReportModel, language: Language) =>
    pageOf(model, language).items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  const masked = { ...base, truth: inventedTruth };
  const english = linesOf(masked, 'en');
  expect(english).toContain('hit → miss (mask 3\u00a0%)');
  expect(english).toContain('42\u00a0% → 40\u00a0% (mask 3\u00a0%)');
  expect(english).toContain('Pointing game');
  expect(english).toContain('Mass on the defect');
  expect(english).toContain('Top on the defect');
  expect(linesOf(masked, 'ja')).toContain('的中 → 外れ（マスク 3%）');
  expect(linesOf(base, 'en').join(' ')).not.toMatch(/mask|on the defect/);
});

it('says whether the heatmap can be believed, only where it was asked', () => {
  const linesOf = (model: ReportModel, language: Language) =>
    pageOf(model, language).items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  const asked = { ...base, belief: inventedBelief };
  const english = linesOf(asked, 'en');
  expect(english).toContain('Can this heatmap be believed?');
  expect(english).toContain('area 0.20 (random: 0.86 ± 0.03)');
  expect(english.filter((line) => line === 'Fails')).toHaveLength(2);
  expect(english.join(' ')).toContain('This method draws nothing');
  expect(linesOf(asked, 'ja')).toContain('このヒートマップは信用できるか');
  expect(linesOf(base, 'en').join(' ')).not.toContain('believed');
});

it.each(LANGUAGES)('has room for every sentence of every check, in %s', (language) => {
  const reasons = Object.keys(reportSpeechOf(language).text.belief.reasons) as BeliefReason[];
  for (let start = 0; start < reasons.length; start += inventedBelief.length) {
    const belief = inventedBelief.map((finding, i) => ({
      ...finding,
      reason: reasons[(start + i) % reasons.length],
    }));
    const page = pageOf({ ...base, belief }, language);
    expect(faults(page)).toEqual([]);
    // The checks come on top of a full page, and take less than a fifth of one.
    expect(page.height - pageOf(base, language).height).toBeLessThan(PAGE.height / 5);
  }
});

describe.each(LANGUAGES)('on two maps, in %s', (language) => {
  const maps = inventedMapsReport();
  const layout = (model: MapsReport) => layoutMapsReport(model, reportSpeechOf(language), MEASURE);
  const named = { ...maps.original, name: LONG };

  it.each([
    ['plain', maps],
    ['long names', { ...maps, original: named, perturbed: named }],
    ['nothing moved', { ...maps, motion: null, scores: { ...maps.scores, aligned: null } }],
  ])('keeps all text apart and on the page: %s', (_, model) => {
    const page = layout(model);
    expect(faults(page)).toEqual([]);
    expect(page.height).toBeLessThan(PAGE.height * 1.12);
  });

  it('names both files with their digests, and no decision', () => {
    const texts = layout(maps).items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
    for (const fact of [
      maps.original.name,
      maps.perturbed.name,
      maps.original.sha256,
      '(+1, 0) px',
    ])
      expect(texts.join('\n')).toContain(fact);
    const stays = reportSpeechOf(language).text.verdicts.decisionStays({ name: '' }).trim();
    expect(texts.join('\n')).not.toContain(stays.slice(0, 8));
  });
});
