import { BELIEF_IDS, type BeliefFinding } from '../../domain/belief.ts';
import type { Task } from '../../domain/progress.ts';
import type { Mask } from '../../domain/truth.ts';
import type { Engine } from '../engine.ts';
import { explain } from '../explain.ts';
import { refusalOf } from '../refusal.ts';
import { checkRequest, type PictureRequest } from '../request.ts';
import { type BeliefAnswer, type BeliefContext, cannotSay } from './beliefCheck.ts';
import { BELIEF } from './registry.ts';

/** A picture, the class its heatmap explains, and where the defect is. */
export interface BeliefRequest extends PictureRequest {
  readonly targetClass: number;
  /** As large as the model's input; null when nobody said. */
  readonly mask: Mask | null;
}

/**
 * Can this heatmap be believed? Every check of the registry, in order. A check that fails says so and the others go on; of a map that is the same
 * everywhere nothing can be said.
 * @param onFinding called once for each check, as soon as it is through
 * @throws as `analyse`; findings handed over before stay good. No tensor stays behind, and the model is as it was.
 */
export async function examineBelief(
  engine: Engine,
  request: BeliefRequest,
  task: Task,
  onFinding: (finding: BeliefFinding) => void = () => {},
): Promise<BeliefFinding[]> {
  checkRequest(request, engine.model.card);
  const { input, settings, targetClass, mask } = request;
  const total = BELIEF_IDS.length;
  const findings: BeliefFinding[] = [];
  const checkpoint = () => task.checkpoint({ stage: 'study', done: findings.length, total });
  const [original] = await explain(engine, [input], request, checkpoint);
  const context: BeliefContext = {
    engine,
    input,
    settings,
    targetClass,
    original,
    mask,
    checkpoint,
  };
  for (const id of BELIEF_IDS) {
    await checkpoint();
    const started = performance.now();
    const answer = await answerOf(context, id);
    const finding = { id, ...answer, durationMs: performance.now() - started };
    findings.push(finding);
    onFinding(finding);
  }
  await checkpoint();
  return findings;
}

async function answerOf(context: BeliefContext, id: BeliefFinding['id']): Promise<BeliefAnswer> {
  const [first, ...others] = context.original.map.values;
  if (others.every((value) => value === first)) return cannotSay('flat-map');
  try {
    return await BELIEF[id](context);
  } catch (error) {
    return { ...cannotSay('failed'), evidence: { kind: 'problem', ...refusalOf(error) } };
  }
}
