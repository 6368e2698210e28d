import type { ModelCard } from '../domain/model.ts';
import type { ModelInput } from '../domain/picture.ts';
import { Problem } from '../domain/problem.ts';
import { checkSettings, type Settings } from '../domain/settings.ts';

/** What every run of the engine starts from. */
export interface PictureRequest {
  readonly input: ModelInput;
  readonly settings: Settings;
}

/**
 * The border of the engine: behind it picture and settings are trusted.
 * @throws Problem `setting-out-of-range`, `setting-unknown-choice`, `map-size-mismatch`
 */
export function checkRequest({ input, settings }: PictureRequest, card: ModelCard): void {
  checkSettings(settings, card);
  const { height, width, channels } = card.input;
  const allowed = `${height}×${width}×${channels}`;
  const got = `${input.height}×${input.width}×${input.channels}`;
  if (got !== allowed || input.values.length !== height * width * channels)
    throw new Problem('map-size-mismatch', { what: 'input', allowed, got });
}
