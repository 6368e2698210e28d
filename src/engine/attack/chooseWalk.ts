import type { AttackSearch } from '../../domain/attack.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { Problem } from '../../domain/problem.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { createRandom } from '../random.ts';
import type { AttackGoal, MapClimb, Sight } from './attackGoal.ts';
import type { AttackRun } from './attackRun.ts';
import type { Ball } from './ball.ts';
import { type Direction, gradientWalk } from './gradientWalk.ts';
import { marginDirection } from './marginDirection.ts';
import { squareSearch } from './squareSearch.ts';
import { twinDirection } from './twinDirection.ts';
import { TWIN_POINTS } from './twinPoints.ts';
import type { Walker } from './walker.ts';

/** How an attack goes through the ball. */
interface Walk {
  readonly walker: Walker;
  readonly search: AttackSearch;
  /** No direction is known from the start: there is none, or it is 0 everywhere. */
  readonly aimless: boolean;
}

/** Where a walk begins, and what it knows. */
interface WalkStart {
  readonly run: AttackRun;
  readonly goal: AttackGoal;
  readonly original: Sight;
  readonly twin: LoadedModel | null;
  readonly ball: Ball;
  readonly start: Float32Array<ArrayBuffer>;
}

/**
 * Along the gradient where there is one, else by squares; the answer says which, and why.
 * @param twin null where the model has none
 */
export async function chooseWalk(from: WalkStart): Promise<Walk> {
  const { run, goal, original, ball, start } = from;
  const { climb } = goal;
  const stepSize = run.settings.stepSize / 255;
  const search: AttackSearch = { kind: 'gradient' };
  if (climb.of === 'logits') {
    const ahead = marginFalls(run, climb.against);
    const walker = gradientWalk(ball, start, stepSize, { ahead, home: null });
    return { walker, search, aimless: false };
  }
  const ahead = throughTwin(from, climb);
  if (typeof ahead === 'string') return bySquares(from, climb, ahead);
  const first = await orMissing(ahead(start, 0));
  if (!first) return bySquares(from, climb, 'operation');
  const decision = original.predictedClass;
  const falls = marginFalls(run, decision);
  const home: Direction = async (values, done) =>
    (await falls(values, done)).map((slope) => -slope);
  // The first step is known already.
  const onward: Direction = (values, done) =>
    values === start ? Promise.resolve(first) : ahead(values, done);
  const guide = { ahead: onward, home: { decision, direction: home } };
  return {
    walker: gradientWalk(ball, start, stepSize, guide),
    search,
    aimless: first.every((value) => value === 0),
  };
}

const pictureAt = ({ input }: AttackRun, values: Float32Array<ArrayBuffer>): ModelInput => ({
  ...input,
  values,
});

/** Within a step nothing new is told, but a cancel is heard. */
const heard = (run: AttackRun, done: number) => () => run.checkpoint(done, run.settings.steps);

const marginFalls =
  (run: AttackRun, against: number): Direction =>
  (values, done) =>
    marginDirection(run.model, pictureAt(run, values), against, heard(run, done));

/** The direction through the twin, or why there is none. */
function throughTwin({ run, twin }: WalkStart, climb: MapClimb): Direction | 'method' | 'model' {
  const pointsOf = TWIN_POINTS[run.attribution.method];
  if (!pointsOf) return 'method';
  if (!twin) return 'model';
  const points = {
    settings: run.attribution,
    spec: run.model.card.input,
    seed: run.seed,
    most: run.settings.pathPoints,
  };
  const question = { twin, targetClass: run.targetClass, climb, pointsOf, points };
  return (values, done) => twinDirection(question, pictureAt(run, values), heard(run, done));
}

/** Null where an operation lacks a second derivative: tfjs throws errors of its own for that, and the engine only Problems. */
async function orMissing(direction: Promise<Float64Array>): Promise<Float64Array | null> {
  try {
    return await direction;
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error)) throw error;
    if (!NO_DERIVATIVE.test(error.message)) throw error;
    return null;
  }
}

/** What tfjs says of an operation without a gradient, or without a kernel that its gradient needs. */
const NO_DERIVATIVE = /gradient|kernel .* not registered|not yet implemented|derivative/i;

function bySquares(
  { run, ball, start, original }: WalkStart,
  climb: MapClimb,
  because: Extract<AttackSearch, { kind: 'square' }>['because'],
): Walk {
  const random = createRandom(run.settings.seed, 'square search');
  return {
    walker: squareSearch(ball, start, run.settings.steps, climb, original, random),
    search: { kind: 'square', because },
    aimless: true,
  };
}
