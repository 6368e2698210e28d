/** The table of contents of the program: what happens to a picture, in order. */
import type { Analysis, Explanation } from '../domain/analysis.ts';
import type { GradientCheck } from '../domain/backend.ts';
import type { ModelInput } from '../domain/picture.ts';
import type { Stage, Task } from '../domain/progress.ts';
import { abilitiesOf, hasGradient, refuseUnable } from './attribution/abilities.ts';
import { contentKey } from './contentKey.ts';
import type { Engine } from './engine.ts';
import { explain, largest, predict, type Question } from './explain.ts';
import { checkGradient } from './model/gradientCheck.ts';
import { perturb } from './perturbation/registry.ts';
import { checkRequest, type PictureRequest } from './request.ts';

export { createEngine, type Engine } from './engine.ts';

/**
 * One picture before and after one perturbation. Both maps explain the same class: the one asked
 * for, else the one predicted for the original. What the engine's cache holds is not computed
 * again: a new shift reuses the original's explanation, the same request again computes nothing.
 * @param onOriginal called as soon as the original is explained, with the very object the Analysis will hold
 * @throws Problem `setting-out-of-range`, `setting-unknown-choice`, `map-size-mismatch`,
 * `method-unavailable`, `non-finite-gradient`, `codec-missing`, `cancelled`. No tensor stays behind.
 */
export async function analyse(
  engine: Engine,
  request: PictureRequest,
  task: Task,
  onOriginal: (original: Explanation) => void = () => {},
): Promise<Analysis> {
  const started = performance.now();
  const { input, settings } = request;
  checkRequest(request, engine.model.card);
  refuseUnable(engine.model, settings.attribution);
  const report = (stage: Stage) => (done: number, total: number) =>
    task.checkpoint({ stage, done, total });

  const [logits] = await predict(engine, [input], report('check'));
  const targetClass = settings.attribution.targetClass ?? largest(logits);
  const question = { targetClass, settings };
  const gradientCheck = await check(engine, input, question);

  const [original] = await explain(engine, [input], question, report('original'));
  onOriginal(original);

  const change = settings.perturbation;
  const { input: changed, size, motion } = await perturb(input, change, settings.seed);
  const [explanation] = await explain(engine, [changed], question, report('perturbed'));

  return {
    card: engine.model.card,
    backend: engine.backend,
    targetClass,
    abilities: abilitiesOf(engine.model),
    gradientCheck,
    parity: null,
    original,
    perturbed: { ...explanation, perturbation: change, size, motion },
    durationMs: performance.now() - started,
  };
}

/** A model without a gradient has none that could be wrong. */
const NOT_JUDGED: GradientCheck = { passed: true, maxRelativeError: null, directions: 0 };

/** Does the gradient on this picture and backend agree with differences of the output? Kept. */
async function check(
  { model, cache }: Engine,
  input: ModelInput,
  { targetClass, settings }: Question,
): Promise<GradientCheck> {
  const key = `${contentKey(input)} class=${targetClass} seed=${settings.seed}`;
  const kept = cache.checks.get(key);
  if (kept) return kept;
  const fresh = hasGradient(model)
    ? await checkGradient(model, input, targetClass, settings.seed)
    : NOT_JUDGED;
  cache.checks.set(key, fresh);
  return fresh;
}
