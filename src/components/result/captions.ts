import type { AttributionSettings } from '../../domain/attribution.ts';
import { spinsOf } from '../../domain/attributionRules.ts';
import type { ModelCard } from '../../domain/model.ts';
import type { Speech } from '../../i18n/speech.ts';

/** What the original's heatmap shows: `Integrated gradients · scratch`, or `Gradient (64 phases) · scratch`. */
export function originalCaption(
  card: ModelCard,
  attribution: AttributionSettings,
  targetClass: number,
  { text, format, language }: Speech,
): string {
  const name = card.classes[targetClass]?.[language] ?? String(targetClass);
  const spins = spinsOf(attribution);
  const { short } = text.settings.cycleSpinning;
  const spun = spins > 1 ? short({ phases: format.integer(spins) }) : '';
  return `${text.methods[attribution.method].name}${spun} · ${name}`;
}
