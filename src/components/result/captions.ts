import type { AttributionSettings } from '../../domain/attribution.ts';
import type { ModelCard } from '../../domain/model.ts';
import type { PerturbationSettings } from '../../domain/perturbation.ts';
import type { Speech } from '../../i18n/speech.ts';

/** A perturbation in a few words: `shift (+1, 0) px`. */
export function perturbationCaption(
  { id, shiftX, shiftY, strength }: PerturbationSettings,
  { text, format }: Speech,
): string {
  return text.perturbations[id].caption({
    x: format.signed(shiftX),
    y: format.signed(shiftY),
    strength: id === 'brightness' ? format.signed(strength) : format.number(strength),
  });
}

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
