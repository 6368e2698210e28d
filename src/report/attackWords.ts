import type {
  AttackFinished,
  AttackImpossible,
  AttackResult,
  AttackScoreId,
  AttackTrack,
} from '../domain/attack.ts';
import type { ReportFormat } from './reportWords.ts';

/** What the words about an attack are made of; a section of the language catalogues. */
export interface AttackText {
  readonly heading: string;
  readonly scores: Readonly<Record<AttackScoreId, string>>;
  readonly found: Readonly<
    Record<AttackScoreId, (n: { value: string; epsilon: string }) => string>
  >;
  readonly byChance: (n: { epsilon: string }) => string;
  readonly decisionByChance: (n: { epsilon: string }) => string;
  readonly withstood: (n: { epsilon: string }) => string;
  readonly failed: (n: { epsilon: string }) => string;
  readonly decisionStays: (n: { epsilon: string }) => string;
  readonly impossible: Readonly<Record<AttackImpossible, string>>;
  readonly controls: (n: {
    score: string;
    attack: string;
    random: string;
    noise: string;
    how: string;
  }) => string;
  readonly bySteps: (n: { steps: string; step: string }) => string;
  readonly bySquares: (n: { steps: string }) => string;
  readonly lead: (n: { gain: string; found: string }) => string;
  readonly points: (n: { points: string }) => string;
  readonly pixels: (n: { pixels: string }) => string;
  readonly none: string;
}

interface AttackSpeech {
  readonly text: AttackText;
  readonly format: ReportFormat;
}

/** An attack in sentences. */
export interface AttackWords {
  /** What it came to; an attack that succeeded begins with its lead over the better control. */
  readonly headline: string;
  /** The three scores side by side; empty where nothing was searched. */
  readonly controls: string;
}

/** A score of an attack with its unit: a share, pixels or logits. */
export function attackScore(
  id: AttackScoreId,
  value: number | null,
  { text, format }: AttackSpeech,
): string {
  if (value === null) return text.none;
  if (id === 'massCenterShift') return text.pixels({ pixels: format.number(value, 1) });
  return id === 'logitMargin' ? format.number(value, 1) : format.share(value);
}

/** A difference of such scores: of shares it is points. */
function gainText(id: AttackScoreId, gain: number, { text, format }: AttackSpeech): string {
  if (id === 'massCenterShift') return text.pixels({ pixels: format.number(gain, 1) });
  if (id === 'logitMargin') return format.number(gain, 1);
  return text.points({ points: format.number(100 * gain, 0) });
}

/** How an attack ended, in the language of the speech. */
export function attackWords(result: AttackResult, speech: AttackSpeech): AttackWords {
  const { text } = speech;
  if (result.outcome === 'impossible')
    return { headline: text.impossible[result.reason], controls: '' };
  const { score } = result;
  const best = (track: AttackTrack) => attackScore(score, track.best?.score ?? null, speech);
  return {
    headline: headlineOf(result, speech),
    controls: text.controls({
      score: text.scores[score],
      attack: best(result.attack),
      random: best(result.random),
      noise: best(result.noise),
      how: howOf(result, speech),
    }),
  };
}

/** Steps, and how long one was; squares go the whole way at once. */
function howOf({ settings, search }: AttackFinished, { text, format }: AttackSpeech): string {
  const steps = format.integer(settings.steps);
  if (search.kind === 'square') return text.bySquares({ steps });
  return text.bySteps({ steps, step: format.number(settings.stepSize) });
}

function headlineOf(result: AttackFinished, speech: AttackSpeech): string {
  const { text } = speech;
  const epsilon = speech.format.number(result.settings.epsilon);
  const { best } = result.attack;
  if (result.outcome === 'withstood') return text.withstood({ epsilon });
  if (result.outcome === 'byChance')
    return result.score === 'logitMargin'
      ? text.decisionByChance({ epsilon })
      : text.byChance({ epsilon });
  if (result.outcome === 'failed' || !best)
    return best ? text.decisionStays({ epsilon }) : text.failed({ epsilon });
  const { score, advantage } = result;
  const value =
    score === 'logitMargin'
      ? speech.format.share(best.overlaps.raw.topKIntersection.value)
      : attackScore(score, best.score, speech);
  const found = text.found[score]({ value, epsilon });
  if (!advantage) return found;
  return text.lead({ gain: gainText(score, advantage.least, speech), found });
}
