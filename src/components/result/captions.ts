import type { AttributionSettings } from '../../domain/attribution.ts';
import type { ModelCard } from '../../domain/model.ts';
import type { Speech } from '../../i18n/speech.ts';

/** What the original's heatmap shows: `Integrated gradients · scratch`. */
export function originalCaption(
  card: ModelCard,
  { method }: AttributionSettings,
  targetClass: number,
  { text, language }: Speech,
): string {
  const name = card.classes[targetClass]?.[language] ?? String(targetClass);
  return `${text.methods[method].name} · ${name}`;
}
