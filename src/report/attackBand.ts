import type { Section } from './section.ts';
import { HEADING, HEADING_HEIGHT } from './section.ts';
import { PAGE } from './style.ts';

const BELOW = 8;
const WIDTH = PAGE.width - 2 * PAGE.marginX;

function textOf({ model }: Section): string {
  if (!model.attack) return '';
  const { headline, controls } = model.attack.words;
  return [headline, controls].filter(Boolean).join(' ');
}

/** The height `layoutAttack` takes; 0 where no attack was run. */
export function attackHeight(section: Section): number {
  if (!section.model.attack) return 0;
  return HEADING_HEIGHT + section.sheet.paragraphHeight(textOf(section), WIDTH) + BELOW;
}

/** How an attack on the explanation ended, in words; nothing where none was run. */
export function layoutAttack(section: Section, top: number): void {
  const { sheet, model } = section;
  if (!model.attack) return;
  sheet.line(model.attack.heading, PAGE.marginX, top, HEADING, WIDTH);
  sheet.paragraph(textOf(section), PAGE.marginX, top + HEADING_HEIGHT, WIDTH);
}
