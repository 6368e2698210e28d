import { isSigned, type PerturbationSettings } from '../domain/perturbation.ts';
import type { ReportSpeech } from './reportWords.ts';

/** The parts of a language that a caption needs. */
interface CaptionSpeech {
  readonly text: Pick<ReportSpeech['text'], 'perturbations'>;
  readonly format: Pick<ReportSpeech['format'], 'number' | 'signed'>;
}

/** A perturbation in a few words: `shift (+1, 0) px`, `rotation −2°`. */
export function changeCaption(
  { id, shiftX, shiftY, strength, angle, patch, patchX, patchY }: PerturbationSettings,
  { text, format }: CaptionSpeech,
): string {
  return text.perturbations[id].caption({
    x: format.signed(shiftX),
    y: format.signed(shiftY),
    strength: isSigned(id) ? format.signed(strength) : format.number(strength),
    angle: format.number(angle),
    place: patch === 'chosen' ? `(${format.number(patchX)}, ${format.number(patchY)})` : '',
  });
}
