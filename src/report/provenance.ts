import { METHODS } from '../domain/attribution.ts';
import { spinsOf } from '../domain/attributionRules.ts';
import type { ParityCheck } from '../domain/backend.ts';
import { PERTURBATIONS } from '../domain/perturbation.ts';
import { dateText } from './reportModel.ts';
import type { Section } from './section.ts';
import { perturbationCaption } from './section.ts';
import type { TextStyle } from './sheet.ts';
import { COLOURS, PAGE } from './style.ts';
import { className } from './verdictNumbers.ts';

/** One fact of the fine print. */
interface Fact {
  readonly label: string;
  readonly value: string;
}

interface FactColumn {
  readonly title: string;
  readonly facts: readonly Fact[];
}

const COLUMN_GAP = 14;
const LABEL_WIDTH = 47;
const TITLE_HEIGHT = 11;
const LABEL: TextStyle = { size: 6.5, colour: COLOURS.muted, leading: 1.28 };
const VALUE: TextStyle = { size: 6.5, leading: 1.28 };
const HASH: TextStyle = { size: 5.8, mono: true };
/** Height of the lines under the columns: both hashes, and what the picture carries. */
const TAIL_HEIGHT = 20;

function methodFacts({ model, speech }: Section): string {
  const { attribution } = model.settings;
  const { text, format } = speech;
  const { baseline: base, cover, parameters: names, layer, cycleSpinning } = text.settings;
  const spins = spinsOf(attribution);
  const spun = spins > 1 ? [cycleSpinning.fact({ phases: format.integer(spins) })] : [];
  const own = METHODS[attribution.method].parameters.map((name) => {
    if (name === 'baseline') return `${base.label} ${base.choices[attribution.baseline]}`;
    if (name === 'cover') return `${cover.label} ${base.choices[attribution.cover]}`;
    if (name !== 'layer') return `${names[name].label} ${format.number(attribution[name])}`;
    return `${layer.label} ${attribution.layer || model.analysis.card.lastSpatialLayer}`;
  });
  return [text.methods[attribution.method].name, ...own, ...spun].join(' · ');
}

/** Whose k, w and thresholds they are; nothing without a profile. */
function profileFacts({ model, speech }: Omit<Section, 'sheet'>): Fact[] {
  const { text } = speech;
  return model.profile
    ? [{ label: text.report.profile, value: text.report.profileOf(model.profile) }]
    : [];
}

function settingsColumn(section: Section): FactColumn {
  const { model, speech } = section;
  const { analysis, settings } = model;
  const { text, language } = speech;
  const { perturbation } = analysis.perturbed;
  const { parameters } = PERTURBATIONS[perturbation.id];
  const border = parameters.includes('border')
    ? ` · ${text.settings.border.choices[perturbation.border]}`
    : '';
  const reduction = text.settings.reduction;
  const target = className(analysis, analysis.targetClass, language);
  return {
    title: text.report.settings,
    facts: [
      { label: text.report.method, value: methodFacts(section) },
      { label: reduction.label, value: reduction.choices[settings.attribution.reduction] },
      { label: text.settings.targetClass.label, value: target },
      { label: text.report.perturbation, value: `${perturbationCaption(section)}${border}` },
      { label: text.settings.seed.label, value: String(settings.seed) },
    ],
  };
}

/** How far the explanation moves over the curve; nothing before the curve is finished. */
function sensitivityFacts({ model, speech }: Omit<Section, 'sheet'>): Fact[] {
  const { sensitivity } = model;
  if (!sensitivity) return [];
  const { text, format } = speech;
  return [
    { label: text.scores.maxSensitivity, value: format.number(sensitivity.maxSensitivity) },
    { label: text.scores.localLipschitz, value: format.number(sensitivity.localLipschitz) },
  ];
}

function scoresColumn({ model, speech }: Section): FactColumn {
  const { scores, settings } = model;
  const { text, format } = speech;
  const share = format.share(scores.k / (scores.height * scores.width));
  return {
    title: text.scores.table,
    facts: [
      { label: 'k', value: `${format.integer(scores.k)} (${share})` },
      { label: 'w', value: `${format.integer(scores.windowRadius)} px` },
      { label: text.report.agreesFrom, value: format.score(settings.thresholds.agree) },
      { label: text.report.chanceUpTo, value: format.score(settings.thresholds.chance) },
      ...sensitivityFacts({ model, speech }),
    ],
  };
}

function modelColumn({ model, speech }: Section): FactColumn {
  const { card } = model.analysis;
  const { text, format, language } = speech;
  const { accuracy, input } = card;
  const measure =
    accuracy.measure === 'accuracy' ? text.model.accuracy : text.model.balancedAccuracy;
  const size = { width: format.integer(input.width), height: format.integer(input.height) };
  return {
    title: text.report.model,
    facts: [
      { label: text.report.name, value: `${card.name[language]} (${card.id})` },
      {
        label: text.report.size,
        value: `${text.picture.size(size)} · ${text.model.fits[input.fit]}`,
      },
      { label: text.model.regime, value: text.model.regimes[card.regime] },
      { label: measure, value: format.share(accuracy.clean) },
      { label: text.model.totalStride, value: `${format.integer(card.totalStride)} px` },
      ...profileFacts({ model, speech }),
    ],
  };
}

/** The mask behind the scores against the truth, with the start of its digest (whole in JSON and CSV). */
function maskFacts({ model, speech }: Omit<Section, 'sheet'>): Fact[] {
  if (!model.truth) return [];
  const { name, sha256 } = model.truth.mask;
  return [{ label: speech.text.report.mask, value: `${name} (SHA-256 ${sha256.slice(0, 12)}…)` }];
}

function pictureColumn({ model, speech }: Section): FactColumn {
  const { name, format: kind, width, height } = model.picture;
  const { text, format } = speech;
  const size = { width: format.integer(width), height: format.integer(height) };
  return {
    title: text.picture.heading,
    facts: [
      { label: text.report.name, value: name },
      { label: text.report.size, value: `${text.picture.size(size)} · ${kind.toUpperCase()}` },
      ...maskFacts({ model, speech }),
    ],
  };
}

/** Nothing where nobody asked for the comparison. */
function parityFacts(parity: ParityCheck | null, { text }: Section['speech']): Fact[] {
  if (!parity) return [];
  const difference = parity.maxDifference?.toExponential(1).replace('-', '−') ?? '–';
  const value = parity.passed
    ? text.report.parityPassed({ difference })
    : text.report.parityFailed({ difference });
  return [{ label: text.report.parity, value }];
}

function computedColumn({ model, speech }: Section): FactColumn {
  const { backend, durationMs } = model.analysis;
  const { text, format } = speech;
  const seconds = durationMs < 10 ? '<0.01 s' : `${format.number(durationMs / 1000)} s`;
  const renderer = backend.renderer
    ? [{ label: text.backend.renderer, value: backend.renderer }]
    : [];
  return {
    title: text.report.computed,
    facts: [
      {
        label: text.report.backend,
        value: `${text.backend.names[backend.id]} · TensorFlow.js ${backend.version}`,
      },
      { label: text.report.chosenBecause, value: text.backend.shortReasons[backend.reason] },
      { label: text.backend.precision, value: text.backend.precisions[backend.precision] },
      ...renderer,
      ...parityFacts(model.analysis.parity, speech),
      { label: text.report.time, value: seconds },
      { label: text.report.version, value: `Jitterscope ${model.version}` },
      { label: text.report.date, value: dateText(model.date) },
    ],
  };
}

const columnsOf = (section: Section): FactColumn[] => [
  settingsColumn(section),
  scoresColumn(section),
  modelColumn(section),
  pictureColumn(section),
  computedColumn(section),
];

/** Shares of the page's width, in the order of the columns. */
const SHARES = [0.215, 0.12, 0.22, 0.195, 0.25];

function columnBoxes(): { x: number; valueX: number; valueWidth: number }[] {
  const whole = PAGE.width - 2 * PAGE.marginX - COLUMN_GAP * (SHARES.length - 1);
  let x: number = PAGE.marginX;
  return SHARES.map((share) => {
    const width = whole * share;
    const valueX = x + LABEL_WIDTH + 4;
    const box = { x, valueX, valueWidth: x + width - valueX };
    x += width + COLUMN_GAP;
    return box;
  });
}

function factHeight({ sheet }: Section, { label, value }: Fact, valueWidth: number): number {
  const labelHeight = sheet.paragraphHeight(label, LABEL_WIDTH, LABEL);
  return Math.max(labelHeight, sheet.paragraphHeight(value, valueWidth, VALUE)) + 0.6;
}

function columnsHeight(section: Section): number {
  const boxes = columnBoxes();
  const heights = columnsOf(section).map(({ facts }, i) =>
    facts.reduce((sum, fact) => sum + factHeight(section, fact, boxes[i].valueWidth), TITLE_HEIGHT),
  );
  return 6 + Math.max(...heights);
}

/** Height the fine print takes. */
export function provenanceHeight(section: Section): number {
  return columnsHeight(section) + TAIL_HEIGHT;
}

function layoutTail({ sheet, model, speech }: Section, top: number): void {
  const { report, picture } = speech.text;
  const hashes = [
    [`${report.model} SHA-256`, model.analysis.card.sha256],
    [`${picture.heading} SHA-256`, model.picture.sha256],
  ];
  let x: number = PAGE.marginX;
  for (const [label, hash] of hashes) {
    sheet.line(label, x, top, LABEL);
    x += sheet.measure(label, LABEL) + 5;
    sheet.line(hash, x, top + 0.5, HASH);
    x += sheet.measure(hash, HASH) + 16;
  }
  sheet.line(report.restore, PAGE.marginX, top + 9.5, LABEL);
}

/** All settings, the model, the picture and where it was computed, with both hashes: what another needs to do it again. */
export function layoutProvenance(section: Section, top: number): void {
  const { sheet } = section;
  const left = PAGE.marginX;
  const boxes = columnBoxes();
  sheet.path(`M${left} ${top}H${PAGE.width - left}`, { stroke: COLOURS.rule });
  columnsOf(section).forEach(({ title, facts }, i) => {
    const { x, valueX, valueWidth } = boxes[i];
    sheet.line(title, x, top + 5, { size: 7, bold: true });
    let y = top + 6 + TITLE_HEIGHT;
    for (const fact of facts) {
      sheet.paragraph(fact.label, x, y, LABEL_WIDTH, LABEL);
      sheet.paragraph(fact.value, valueX, y, valueWidth, VALUE);
      y += factHeight(section, fact, valueWidth);
    }
  });
  layoutTail(section, top + columnsHeight(section) + 2);
}
