import {
  ATTACKS,
  type AttackFinished,
  type AttackImpossible,
  type AttackProgress,
  type AttackResult,
} from '../../domain/attack.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { smoothTwin } from '../model/smoothTwin.ts';
import { createRandom } from '../random.ts';
import type { AttackGoal, Sight } from './attackGoal.ts';
import { attackRandom } from './attackRandom.ts';
import type { AttackRun } from './attackRun.ts';
import { type Ball, inBall } from './ball.ts';
import { chooseWalk } from './chooseWalk.ts';
import { conclude } from './conclude.ts';
import { mapIsStill, noiseShot } from './noiseShot.ts';
import { ATTACK } from './registry.ts';
import { createTrack, type Track, type TrackRules } from './tracks.ts';
import { TWIN_POINTS } from './twinPoints.ts';
import type { Walker } from './walker.ts';

type Finished = Pick<
  AttackFinished,
  'outcome' | 'search' | 'untouched' | 'chance' | 'attack' | 'random' | 'noise' | 'advantage'
>;
type Ended = Finished | { readonly outcome: 'impossible'; readonly reason: AttackImpossible };

/**
 * One attack, its random control and one-shot noise, side by side. Every picture is judged by the network
 * itself; of those that count, each keeps the one with the best score.
 * @param onProgress called after each step
 * @throws Problem as the attack's goal, `non-finite-gradient`, `cancelled`. No tensor stays behind.
 */
export async function runAttack(
  run: AttackRun,
  onProgress: (progress: AttackProgress) => void,
): Promise<AttackResult> {
  const started = performance.now();
  const { settings, attribution, targetClass } = run;
  const { score, wants } = ATTACKS[settings.id];
  const [original] = await run.look([run.input]);
  const goal = ATTACK[settings.id]({ original, score: run.score, region: run.region });
  const ended = await withTwin(run, goal, (twin) =>
    search(run, { goal, original, twin }, onProgress),
  );
  return {
    settings,
    method: attribution.method,
    score,
    wants,
    targetClass,
    decision: original.predictedClass,
    ...ended,
    durationMs: performance.now() - started,
  };
}

/** Gives the smooth twin, where one serves, and takes it back. */
async function withTwin(
  { model, attribution, settings }: AttackRun,
  { climb }: AttackGoal,
  use: (twin: LoadedModel | null) => Promise<Ended>,
): Promise<Ended> {
  const serves = climb.of === 'map' && TWIN_POINTS[attribution.method] !== undefined;
  const twin = serves ? await smoothTwin(model, settings.beta) : null;
  try {
    return await use(twin);
  } finally {
    twin?.dispose();
  }
}

interface Known {
  readonly goal: AttackGoal;
  readonly original: Sight;
  readonly twin: LoadedModel | null;
}

async function search(
  run: AttackRun,
  { goal, original, twin }: Known,
  onProgress: (progress: AttackProgress) => void,
): Promise<Ended> {
  const { settings, input } = run;
  const onMap = goal.climb.of === 'map';
  const dead = onMap && original.map.values.every((value) => value === 0);
  if (dead) return { outcome: 'impossible', reason: 'dead-gradient' };
  if (goal.chance === 1) return { outcome: 'impossible', reason: 'score-is-fixed' };
  const ball: Ball = { centre: input, epsilon: settings.epsilon / 255 };
  const start = startOf(ball, run);
  const { walker, search, aimless } = await chooseWalk({ run, goal, original, twin, ball, start });
  if (onMap && aimless && (await mapIsStill(run, original)))
    return { outcome: 'impossible', reason: 'map-does-not-move' };
  const rules = rulesOf(run, goal, original);
  const noise = createTrack(rules, 1);
  const shot = await noiseShot(run, settings.seed);
  const [seen] = await run.look([shot]);
  noise.add(1, shot, seen);
  const random = createRandom(settings.seed, 'attackRandom');
  const control = attackRandom(ball, start, settings.stepSize / 255, random);
  const untouched = goal.measure(original);
  const known = { noise: noise.furthest(), untouched };
  const tracks = await walkBoth(run, [walker, control], rules, (progress) =>
    onProgress({ ...progress, ...known }),
  );
  const finished = { ...tracks, noise: noise.finished() };
  const concluded = conclude(settings.id, untouched, original.predictedClass, finished);
  return { search, untouched, chance: goal.chance, ...finished, ...concluded };
}

/** Both walks, step by step: their pictures are looked at together. */
async function walkBoth(
  run: AttackRun,
  [walker, control]: readonly [Walker, Walker],
  rules: TrackRules,
  onProgress: (progress: Omit<AttackProgress, 'noise' | 'untouched'>) => void,
) {
  const { steps } = run.settings;
  const [attack, random]: [Track, Track] = [createTrack(rules, steps), createTrack(rules, steps)];
  for (let step = 1; step <= steps; step++) {
    await run.checkpoint(step - 1, steps);
    const own = { ...run.input, values: await walker.propose(step) };
    const other = { ...run.input, values: await control.propose(step) };
    const [sight, sightOfOther] = await run.look([own, other]);
    walker.told(sight);
    const improved = attack.add(step, own, sight);
    random.add(step, other, sightOfOther);
    onProgress({ step, steps, attack: attack.furthest(), random: random.furthest(), improved });
  }
  await run.checkpoint(steps, steps);
  return { attack: attack.finished(), random: random.finished() };
}

/** The original, or a uniformly drawn picture of the ball. */
function startOf(ball: Ball, { input, settings }: AttackRun): Float32Array<ArrayBuffer> {
  if (!settings.randomStart) return input.values;
  const random = createRandom(settings.seed, 'attack start');
  return inBall(ball, (i) => input.values[i] + ball.epsilon * (2 * random.uniform() - 1));
}

function rulesOf(run: AttackRun, goal: AttackGoal, original: Sight): TrackRules {
  const { wants, keepsDecision } = ATTACKS[run.settings.id];
  const changed = (sight: Sight) => sight.predictedClass !== original.predictedClass;
  return {
    wants,
    reached: keepsDecision ? null : changed,
    measure: (sight) => goal.measure(sight),
    counts: (sight) => !keepsDecision || !changed(sight),
    original: { input: run.input, map: original.map },
    score: run.score,
  };
}
