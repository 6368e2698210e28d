import type { Analysis } from '../domain/analysis.ts';
import type { PairScores, Score, Verdict } from '../domain/score.ts';
import type { Box } from './items.ts';
import type { Section } from './section.ts';
import type { TextStyle } from './sheet.ts';
import { COLOURS, LEADING, PAGE, VERDICT_LOOKS } from './style.ts';
import { verdictNumbers, verdictWords, weakerLens } from './verdictNumbers.ts';

const PAD = 12;
const MARK = 18;
const HEADLINE: TextStyle = { size: 20, bold: true };
const HEADLINE_HEIGHT = 30;
const NEXT_LABEL_HEIGHT = 11;
const FIGURE = { width: 78, gap: 7, height: 66 } as const;
/** Shares of the text width the reason may take; the one that makes the band lowest is used. */
const WHY_SHARES = [0.62, 0.56, 0.5, 0.44, 0.68];
const COLUMN_GAP = 18;

type VerdictSection = Section<{
  /** Null for two maps of another tool. */
  readonly analysis: Analysis | null;
  readonly scores: PairScores;
  readonly verdict: Verdict;
}>;

interface KeyFigure {
  readonly label: string;
  readonly score: Score;
}

/** The three shares a meeting asks for; the last only where something moved. */
function keyFigures({ model, speech }: VerdictSection): KeyFigure[] {
  const { raw, aligned, windowRadius } = model.scores;
  const { text, format } = speech;
  const w = format.integer(windowRadius);
  const undone = aligned && { label: text.report.afterUndoing, score: aligned.topKIntersection };
  return [
    { label: text.report.samePixels, score: raw.topKIntersection },
    { label: text.report.withinWindow({ w }), score: weakerLens(raw) },
    ...(undone ? [undone] : []),
  ];
}

/** Share with its chance as a bar: filled up to the value, a tick at chance. */
function layoutFigure(
  { sheet, speech }: VerdictSection,
  figure: KeyFigure,
  x: number,
  y: number,
): void {
  const { label, score } = figure;
  const { format, text } = speech;
  const { width } = FIGURE;
  sheet.line(format.share(score.value), x, y, { size: 19, bold: true }, width);
  sheet.paragraph(label, x, y + 24, width, { size: 7.2, colour: COLOURS.ink, leading: 1.25 });
  const bar: Box = { x, y: y + 47, width, height: 4.5 };
  sheet.rect(bar, { fill: '#ffffff', stroke: COLOURS.rule, radius: 1 });
  if (score.value !== null)
    sheet.rect({ ...bar, width: width * score.value }, { fill: COLOURS.ink, radius: 1 });
  if (score.chance === null) return;
  const tick = x + width * score.chance;
  sheet.path(`M${tick} ${bar.y - 2}V${bar.y + bar.height + 2}`, {
    stroke: COLOURS.accent,
    lineWidth: 1.2,
  });
  const share = format.share(score.chance);
  sheet.line(text.report.chance({ share }), x, y + 57, { size: 7, colour: COLOURS.muted }, width);
}

interface Words {
  readonly why: string;
  readonly next: string;
  readonly whyWidth: number;
  readonly nextWidth: number;
  /** Height both columns need. */
  readonly height: number;
  readonly style: TextStyle;
}

function wordsOf({ sheet, model, speech }: VerdictSection, width: number): Words {
  const { verdicts } = speech.text;
  const numbers = verdictNumbers(model, speech);
  const words = verdictWords(verdicts, model.verdict, numbers, model.analysis === null);
  const style = { size: 9, leading: LEADING[speech.language] };
  const { because: why, next } = words;
  const candidates = WHY_SHARES.map((share) => {
    const whyWidth = (width - COLUMN_GAP) * share;
    const nextWidth = width - COLUMN_GAP - whyWidth;
    const whyHeight = sheet.paragraphHeight(why, whyWidth, style);
    const nextHeight = NEXT_LABEL_HEIGHT + sheet.paragraphHeight(next, nextWidth, style);
    return { why, next, whyWidth, nextWidth, height: Math.max(whyHeight, nextHeight), style };
  });
  return candidates.reduce((best, other) => (other.height < best.height - 0.5 ? other : best));
}

/** The verdict: headline, why, what to do next, and the shares it stands on. Gives the bottom of the band. */
export function layoutVerdict(section: VerdictSection, top: number): number {
  const { sheet, model, speech } = section;
  const look = VERDICT_LOOKS[model.verdict.id];
  const figures = keyFigures(section);
  const figuresWidth = figures.length * (FIGURE.width + FIGURE.gap) - FIGURE.gap;
  const band = { x: PAGE.marginX, width: PAGE.width - 2 * PAGE.marginX };
  const left = band.x + PAD + 4;
  const figuresLeft = band.x + band.width - PAD - figuresWidth;
  const textWidth = figuresLeft - 2 * PAD - left;
  const words = wordsOf(section, textWidth);
  const height = 2 * PAD - 5 + Math.max(HEADLINE_HEIGHT + words.height, FIGURE.height);
  sheet.rect({ ...band, y: top, height }, { fill: look.ground });
  sheet.rect({ x: band.x, y: top, width: 4, height }, { fill: look.tone });

  const y = top + PAD - 2;
  const mark = { x: left, y: y + 3, scale: MARK / 16, stroke: look.tone, lineWidth: 1.9 };
  sheet.path(look.mark, mark);
  const headline = speech.text.verdicts.headlines[model.verdict.id];
  const headlineLeft = left + MARK + 7;
  const headlineWidth = figuresLeft - PAD - headlineLeft;
  sheet.line(headline, headlineLeft, y, { ...HEADLINE, colour: look.tone }, headlineWidth);
  const wordsTop = y + HEADLINE_HEIGHT;
  sheet.paragraph(words.why, left, wordsTop, words.whyWidth, words.style);
  const nextLeft = left + words.whyWidth + COLUMN_GAP;
  sheet.line(speech.text.verdicts.next, nextLeft, wordsTop, { bold: true, colour: look.tone });
  const nextTop = wordsTop + NEXT_LABEL_HEIGHT;
  sheet.paragraph(words.next, nextLeft, nextTop, words.nextWidth, words.style);

  const divide = figuresLeft - PAD;
  sheet.path(`M${divide} ${top + PAD}V${top + height - PAD}`, { stroke: COLOURS.rule });
  figures.forEach((figure, i) =>
    layoutFigure(section, figure, figuresLeft + i * (FIGURE.width + FIGURE.gap), y + 1),
  );
  return top + height;
}
