import type { Analysis } from '../src/domain/analysis.ts';
import { backgroundRgb, type ModelInput, type PictureInfo } from '../src/domain/picture.ts';
import type { ProfileStanding } from '../src/domain/profile.ts';
import type { Settings } from '../src/domain/settings.ts';
import type { Engine } from '../src/engine/engine.ts';
import { preprocess } from '../src/engine/model/preprocess.ts';
import { analyse } from '../src/engine/pipeline.ts';
import { say, untiring } from './messages.ts';
import { openModel } from './models.ts';
import { readPicture } from './nodePicture.ts';
import { profiledSettings } from './profile.ts';
import { type Given, missing } from './usage.ts';

/** One picture, analysed: what a study starts from. */
export interface OneResult {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly profile: ProfileStanding | null;
  readonly input: ModelInput;
  readonly info: PictureInfo;
  readonly analysis: Analysis;
}

/**
 * Reads and analyses the one picture of a command line.
 * @param command its name, for messages
 * @throws Problem of the command line, the picture, the model or the settings
 */
export async function oneResult(command: string, given: Given): Promise<OneResult> {
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0) throw missing(command, 'given one IMAGE');
  const background = backgroundRgb(given.text('background') ?? 'white');
  const { info, picture } = await readPicture(path, background);
  for (const note of info.notes) say(`${info.name}: ${note}`);
  const engine = await openModel(given.text('model'));
  const { settings, profile } = await profiledSettings(given, engine.model.card);
  const input = preprocess(picture, engine.model.card.input);
  const analysis = await analyse(engine, { input, settings }, untiring);
  return { engine, settings, profile, input, info, analysis };
}

/** What every study says of what it was computed from. */
export function basisJson({ engine, settings, profile, info, analysis }: OneResult): object {
  const { card, backend, targetClass, gradientCheck, original } = analysis;
  return {
    picture: info,
    model: card.id,
    modelSha256: card.sha256,
    backend: backend.id,
    stride: engine.model.card.totalStride,
    settings,
    profile,
    target: targetClass,
    predictedClass: original.predictedClass,
    gradientCheck,
  };
}
