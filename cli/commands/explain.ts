import type { ModelCard } from '../../src/domain/model.ts';
import { backgroundRgb } from '../../src/domain/picture.ts';
import { hasGradient, refuseUnable } from '../../src/engine/attribution/abilities.ts';
import { explain as explainPictures, largest, predict } from '../../src/engine/explain.ts';
import { checkGradient } from '../../src/engine/model/gradientCheck.ts';
import { preprocess } from '../../src/engine/model/preprocess.ts';
import { show, untiring } from '../messages.ts';
import { openModel } from '../models.ts';
import { readPicture } from '../nodePicture.ts';
import { formatNpy } from '../npy.ts';
import { writeBytes } from '../readFiles.ts';
import { ATTRIBUTION_OPTIONS, settingsFrom } from '../settings.ts';
import { missing, readArguments } from '../usage.ts';

/** Classes with their probabilities, in the order of the card. */
export function classesJson({ classes }: ModelCard, probabilities: Float32Array): object[] {
  return classes.map((label, index) => ({
    index,
    label: label.en,
    probability: probabilities[index],
  }));
}

/** `explain IMAGE --model ID|DIR --method M [--target N] [--out map.npy]`: what the model says, and the map. */
export async function explain(args: readonly string[]): Promise<void> {
  const given = readArguments(args, [...ATTRIBUTION_OPTIONS, 'out']);
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0) throw missing('explain', 'given one IMAGE');
  const background = backgroundRgb(given.text('background') ?? 'white');
  const { info, picture } = await readPicture(path, background);
  const engine = await openModel(given.text('model'));
  const { model, backend } = engine;
  const settings = settingsFrom(given, model.card);
  refuseUnable(model, settings.attribution);
  const started = performance.now();
  const input = preprocess(picture, model.card.input);
  const checkpoint = (done: number, total: number): Promise<void> =>
    untiring.checkpoint({ stage: 'original', done, total });
  const [logits] = await predict(engine, [input], checkpoint);
  const target = settings.attribution.targetClass ?? largest(logits);
  const gradientCheck = hasGradient(model)
    ? await checkGradient(model, input, target, settings.seed)
    : null;
  const question = { targetClass: target, settings };
  const [explanation] = await explainPictures(engine, [input], question, checkpoint);
  const { map, probabilities, completenessGap, deadGradient } = explanation;
  const out = given.text('out');
  if (out !== undefined) await writeBytes(out, formatNpy(map));
  show({
    model: model.card.id,
    backend: backend.id,
    picture: info,
    classes: classesJson(model.card, probabilities),
    target,
    method: settings.attribution.method,
    height: map.height,
    width: map.width,
    completenessGap,
    deadGradient,
    gradientCheck: gradientCheck && {
      passed: gradientCheck.passed,
      maxRelativeError: gradientCheck.maxRelativeError,
    },
    durationMs: performance.now() - started,
  });
}
