import type { BeliefFinding, BeliefVerdict } from '../domain/belief.ts';
import { beliefText } from './beliefText.ts';
import type { ReportModel } from './reportModel.ts';
import { HEADING, HEADING_HEIGHT, type Section } from './section.ts';
import type { TextStyle } from './sheet.ts';
import { COLOURS, PAGE, VERDICT_LOOKS, type VerdictLook } from './style.ts';

type BeliefSection = Section<Pick<ReportModel, 'belief'>>;

/** Marks tell the verdicts apart without colour. */
const LOOKS: Readonly<Record<BeliefVerdict, VerdictLook>> = {
  pass: VERDICT_LOOKS.stable,
  doubtful: VERDICT_LOOKS.changed,
  fail: VERDICT_LOOKS.noBetterThanChance,
  cannotSay: VERDICT_LOOKS.cannotTell,
};

const COLUMNS = 4;
const GAP = 14;
const MARK = 8;
const INDENT = MARK + 4;
const ROW_GAP = 5;
const NAME: TextStyle = { size: 7.2, bold: true };
const LINE = 9.5;
const SENTENCE: TextStyle = { size: 6.6, colour: COLOURS.muted };

const columnWidth = (PAGE.width - 2 * PAGE.marginX - GAP * (COLUMNS - 1)) / COLUMNS;
const textWidth = columnWidth - INDENT;

/** Lines over the sentence: the name, and the number where there is one. */
const linesOver = (number: string | null): number => (number === null ? 1 : 2);

/** The findings, a row of the page each. */
function rowsOf(findings: readonly BeliefFinding[]): BeliefFinding[][] {
  return Array.from({ length: Math.ceil(findings.length / COLUMNS) }, (_, row) =>
    findings.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );
}

function cellHeight({ sheet, speech }: BeliefSection, finding: BeliefFinding): number {
  const { number, sentence } = beliefText(finding, speech.text.belief, speech.format);
  return linesOver(number) * LINE + sheet.paragraphHeight(sentence, textWidth, SENTENCE);
}

const rowHeight = (section: BeliefSection, row: readonly BeliefFinding[]): number =>
  Math.max(...row.map((finding) => cellHeight(section, finding))) + ROW_GAP;

/** Height of the section with the space over it; 0 where the checks were not run. */
export function beliefHeight(section: BeliefSection): number {
  const { belief } = section.model;
  if (!belief) return 0;
  return rowsOf(belief).reduce(
    (sum, row) => sum + rowHeight(section, row),
    HEADING_HEIGHT + GAP / 2,
  );
}

function layoutCell(section: BeliefSection, finding: BeliefFinding, x: number, y: number): void {
  const { sheet, speech } = section;
  const { name, verdict, number, sentence } = beliefText(
    finding,
    speech.text.belief,
    speech.format,
  );
  const { tone, mark } = LOOKS[finding.verdict];
  sheet.path(mark, { x, y, scale: MARK / 16, stroke: tone, lineWidth: 2.2 });
  const left = x + INDENT;
  const wide = sheet.measure(verdict, { ...NAME, colour: tone });
  sheet.line(name, left, y, NAME, textWidth - wide - 4);
  sheet.line(verdict, x + columnWidth, y, { ...NAME, colour: tone, align: 'right' });
  if (number !== null) sheet.line(number, left, y + LINE, { size: 7 }, textWidth);
  sheet.paragraph(sentence, left, y + linesOver(number) * LINE, textWidth, SENTENCE);
}

/** The checks whether the heatmap can be believed, in four columns; nothing where they were not run. */
export function layoutBelief(section: BeliefSection, top: number): void {
  const { sheet, model, speech } = section;
  if (!model.belief) return;
  sheet.line(speech.text.belief.title, PAGE.marginX, top, HEADING);
  let y = top + HEADING_HEIGHT;
  for (const row of rowsOf(model.belief)) {
    row.forEach((finding, column) => {
      layoutCell(section, finding, PAGE.marginX + column * (columnWidth + GAP), y);
    });
    y += rowHeight(section, row);
  }
}
