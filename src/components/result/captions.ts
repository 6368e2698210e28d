import type { AttributionSettings } from '../../domain/attribution.ts';
import { spinsOf } from '../../domain/attributionRules.ts';
import type { ModelCard } from '../../domain/model.ts';
import type { Speech } from '../../i18n/speech.ts';
import { changeCaption } from '../../report/changeCaption.ts';
import type { Preview } from '../../state/store.ts';

/** The change of what is shown instead of the chosen one: a place of a sweep, or an attack. */
export function previewCaption({ shown, attack }: Preview, speech: Speech): string {
  if (!attack) return changeCaption(shown.perturbation, speech);
  return speech.text.app.attacked({ epsilon: speech.format.number(attack.epsilon) });
}

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
