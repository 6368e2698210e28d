import { familyKey, isAntialiased } from '../../domain/family.ts';
import type { ModelCard } from '../../domain/model.ts';
import type { JudgedAnalysis, RegimeFinding } from '../../domain/regimes.ts';
import type { PairScores, Score, Verdict, VerdictId, VerdictReason } from '../../domain/score.ts';
import type { Speech } from '../../i18n/speech.ts';
import type { StudyCatalogue } from '../../i18n/studies.ts';
import { className } from '../../report/verdictNumbers.ts';

type RegimeTexts = StudyCatalogue['regimes'];
export type ReadyFinding = Extract<RegimeFinding, { status: 'ready' }>;

/** `A, B and C` */
export const listed = (parts: readonly string[], language: Speech['language']): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);

/** How a model was trained, in words: `PGD training`, `anti-aliased natural training`. */
export function trainingName(card: ModelCard, text: RegimeTexts): string {
  const { name } = text.trainings[card.regime];
  return isAntialiased(card) ? text.antialiased({ name }) : name;
}

/** The same, with the name of the model where several of the family were trained alike. */
export function modelLabel(
  card: ModelCard,
  family: readonly ModelCard[],
  text: RegimeTexts,
  { language }: Pick<Speech, 'language'>,
): string {
  const name = trainingName(card, text);
  const alike = family.filter(
    (one) => familyKey(one) === familyKey(card) && trainingName(one, text) === name,
  );
  return alike.length > 1 ? text.ofModel({ name, model: card.name[language] }) : name;
}

/** Verdicts that stand on the same coordinates; every other one on the aligned maps, where the part moved. */
const IN_PLACE: readonly VerdictReason[] = ['same-pixels', 'same-places', 'window-agrees'];

/** The LENS score behind a verdict: the lower of recall and precision, aligned where the verdict stands on that. */
export function lensBehind(
  { raw, aligned }: PairScores,
  { reason }: Verdict,
): { readonly id: 'lensRecallAtK' | 'lensPrecisionAtK'; readonly aligned: boolean; score: Score } {
  const scores = IN_PLACE.includes(reason) ? raw : (aligned ?? raw);
  const [recall, precision] = [scores.lensRecallAtK.value, scores.lensPrecisionAtK.value];
  const id =
    recall !== null && precision !== null && precision < recall
      ? 'lensPrecisionAtK'
      : 'lensRecallAtK';
  return { id, aligned: scores === aligned, score: scores[id] };
}

type Outcome = 'holds' | 'lost' | 'void' | 'untold';
const OUTCOMES: Readonly<Record<VerdictId, Outcome>> = {
  stable: 'holds',
  movedWithPart: 'holds',
  changed: 'lost',
  noBetterThanChance: 'lost',
  void: 'void',
  cannotTell: 'untold',
};

/** A model with the number its verdict stands on. */
function withEvidence(
  { analysis, scores, verdict }: JudgedAnalysis,
  model: string,
  text: RegimeTexts,
  { text: words, format, language }: Speech,
): string {
  const outcome = OUTCOMES[verdict.id];
  if (outcome === 'untold') return model;
  if (outcome === 'void') {
    const [before, after] = [analysis.original, analysis.perturbed].map(({ predictedClass }) =>
      className(analysis, predictedClass, language),
    );
    return text.turned({ model, before, after });
  }
  const { id, aligned, score } = lensBehind(scores, verdict);
  const { name } = words.scores.byId[id];
  return text.evidence({
    model,
    score: aligned ? text.alignedScore({ score: name }) : name,
    value: format.score(score.value),
    chance: format.score(score.chance),
  });
}

/**
 * One sentence drawn from the numbers: with which trainings the explanation holds, with which it is lost, where the decision itself
 * changes and where nothing can be said. Empty for fewer than two models.
 * @param family in the order in which they are named
 */
export function conclusion(
  findings: readonly RegimeFinding[],
  family: readonly ModelCard[],
  text: RegimeTexts,
  speech: Speech,
): string {
  const groups = new Map<Outcome, string[]>();
  let count = 0;
  for (const card of family) {
    const found = findings.find(({ modelId }) => modelId === card.id);
    if (found?.status !== 'ready') continue;
    count += 1;
    const outcome = OUTCOMES[found.verdict.id];
    const label = modelLabel(card, family, text, speech);
    const said = withEvidence(found, label, text, speech);
    groups.set(outcome, [...(groups.get(outcome) ?? []), said]);
  }
  if (count < 2) return '';
  const clauses = (['holds', 'lost', 'void', 'untold'] as const).flatMap((outcome) => {
    const models = groups.get(outcome);
    return models ? [text[outcome]({ models: listed(models, speech.language) })] : [];
  });
  const said = text.conclusion({ clauses: clauses.join(text.between) });
  return groups.size === 1 ? text.alike({ said }) : said;
}

/** Where the models do not decide alike for the original: what each says; empty where they do. */
export function disagreement(
  findings: readonly RegimeFinding[],
  family: readonly ModelCard[],
  text: RegimeTexts,
  speech: Speech,
): string {
  const ready = family.flatMap((card) => {
    const found = findings.find(({ modelId }) => modelId === card.id);
    return found?.status === 'ready' ? [{ card, ...found }] : [];
  });
  const decided = new Set(ready.map(({ analysis }) => analysis.original.predictedClass));
  if (decided.size < 2) return '';
  const models = ready.map(({ card, analysis }) =>
    text.says({
      model: modelLabel(card, family, text, speech),
      name: className(analysis, analysis.original.predictedClass, speech.language),
    }),
  );
  return text.differ({ models: listed(models, speech.language) });
}
