import { type AttributionSettings, spinsOf } from '../../domain/attribution.ts';
import type { ModelCard } from '../../domain/model.ts';
import type { Speech } from '../../i18n/speech.ts';

/** What the original's heatmap shows: `Integrated gradients · scratch`, or `Gradient · cycle spinning · scratch`. */
export function originalCaption(
  card: ModelCard,
  attribution: AttributionSettings,
  targetClass: number,
  { text, language }: Speech,
): string {
  const name = card.classes[targetClass]?.[language] ?? String(targetClass);
  const spun = spinsOf(attribution) > 1 ? [text.settings.cycleSpinning.label] : [];
  return [text.methods[attribution.method].name, ...spun, name].join(' · ');
}
