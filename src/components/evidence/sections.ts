import type { ExperimentId } from '../../domain/evidence.ts';

/** Id of a section's heading. */
export const headingId = (id: ExperimentId): string => `evidence-${id}`;

/** Brings a section into sight and puts the focus on its heading. */
export function goToSection(id: ExperimentId): void {
  const heading = document.getElementById(headingId(id));
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
