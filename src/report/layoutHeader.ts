import { dateText } from './reportModel.ts';
import type { Section } from './section.ts';
import { COLOURS, PAGE } from './style.ts';

export const HEADER_HEIGHT = 18;

/** Name of the program, what this is, what it is about. */
export function layoutHeader(
  { sheet, model, speech }: Section<{ readonly date: Date }>,
  subject: string,
  top: number,
): void {
  const name = { size: 9.5, bold: true };
  sheet.line('Jitterscope', PAGE.marginX, top, name);
  const titleX = PAGE.marginX + sheet.measure('Jitterscope', name) + 8;
  sheet.line(speech.text.report.title, titleX, top + 0.5, { size: 9, colour: COLOURS.muted });
  const right = PAGE.width - PAGE.marginX;
  const style = { size: 8, colour: COLOURS.muted, align: 'right' } as const;
  const titleEnd = titleX + sheet.measure(speech.text.report.title, { size: 9 });
  const tail = ` · ${dateText(model.date)}`;
  const room = right - titleEnd - 24;
  sheet.line(`${subject}${tail}`, right, top + 1.5, style, room);
}
