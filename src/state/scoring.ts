import type { Analysis, SweepKind, SweepPoint } from '../domain/analysis.ts';
import type { FloatMap } from '../domain/attribution.ts';
import type { ParityCheck } from '../domain/backend.ts';
import type { JudgedOn } from '../domain/judgement.ts';
import type { Motion } from '../domain/perturbation.ts';
import { Problem } from '../domain/problem.ts';
import type { PairScores, ScoreSettings } from '../domain/score.ts';
import type { Client } from '../workers/client.ts';
import type { ScoresOperations } from '../workers/protocol.ts';
import type { PageJudge } from './pageJudge.ts';
import type { AppStore, Scored, SweepState } from './store.ts';

/** Pairs scored in one message: small enough that a new k never waits a frame behind it. */
const CHUNK = 48;
const MAIN = 'main';
/** By then the answer is drawn, milliseconds. */
const WARM_MS = 300;
const OTHER = 'other';
const KINDS: readonly SweepKind[] = ['curve', 'shiftMap'];

/** Keeps the scores of everything on the screen in step with k, w and the thresholds. */
export interface Scoring {
  /**
   * Takes a new pair over and scores it; sweeps of another original are forgotten by the worker. Of
   * two that overlap the later one is kept.
   * @param key equal for two analyses with the same original map
   */
  begin(analysis: Analysis, key: string): Promise<Scored>;
  /** Takes over points that were just computed. */
  add(kind: SweepKind, points: readonly SweepPoint[]): void;
  /** Scores whatever is not scored for the settings asked for. */
  refresh(): void;
  /** Scores a place of a sweep with its verdict and masks. */
  scorePoint(analysis: Analysis, kind: SweepKind, point: SweepPoint): Promise<Scored>;
  /** Scores another picture's map against the original, with its verdict and masks. */
  scoreOther(analysis: Analysis, other: Judged): Promise<Scored>;
  /** Puts every map again, into a worker that lost its memory. */
  reload(): void;
}

const idOf = (kind: SweepKind, index: number) => `${kind}:${index}`;
const sameScore = (a: ScoreSettings | null, b: ScoreSettings) =>
  a?.k === b.k && a.windowRadius === b.windowRadius;

/** Scored shifts at non-zero multiples of the stride: where the network can be equivariant. */
function latticeShifts(shiftMap: SweepState, stride: number, settings: ScoreSettings) {
  if (!sameScore(shiftMap.scoredFor, settings)) return [];
  const onLattice = ({ dx, dy }: Motion) =>
    dx % stride === 0 && dy % stride === 0 && (dx !== 0 || dy !== 0);
  return shiftMap.points.flatMap(({ motion }, index) => {
    const scores = shiftMap.scores[index];
    return motion && scores && onLattice(motion) ? [{ motion, scores }] : [];
  });
}

/** What a judgement needs of a perturbed picture. */
type Judged = Pick<SweepPoint, 'map' | 'motion' | 'predictedClass' | 'deadGradient'>;

const pairOf = ({ original }: Analysis, { map, motion }: Judged) => ({
  original: original.map,
  perturbed: map,
  motion,
});

export function createScoring(
  store: AppStore,
  client: Client<ScoresOperations>,
  judge: PageJudge,
): Scoring {
  let looping = false;
  let again = false;
  /** How many lattice shifts the verdict on the screen stands on. */
  let judgedOn = -1;
  /** The comparison of backends that verdict stands on. */
  let judgedParity: ParityCheck | null = null;
  /** Key of the original that the worker holds; empty where that is not known. */
  let held = '';
  let begun = 0;
  let reloads = 0;
  let reloading = false;
  const keys = new WeakMap<FloatMap, string>();

  const factsOn = (analysis: Analysis, { predictedClass, deadGradient }: Judged): JudgedOn => {
    const { asked, shiftMap } = store.getState();
    const { totalStride } = analysis.card;
    return {
      originalClass: analysis.original.predictedClass,
      perturbedClass: predictedClass,
      gradientCheck: analysis.gradientCheck,
      parity: analysis.parity,
      deadGradient: analysis.original.deadGradient || deadGradient,
      thresholds: asked.settings.thresholds,
      totalStride,
      shifts: latticeShifts(shiftMap, totalStride, asked.settings.score),
    };
  };

  const noteJudged = ({ shifts, parity }: JudgedOn) => {
    judgedOn = shifts.length;
    judgedParity = parity;
  };

  const score = async (analysis: Analysis, id: string, perturbed: Judged): Promise<Scored> => {
    const { score: settings } = store.getState().asked.settings;
    const facts = factsOn(analysis, perturbed);
    const here = id === MAIN ? null : judge.judge(pairOf(analysis, perturbed), settings, facts);
    const scored = here ?? (await client.call('score', { id, settings, facts }));
    // Only once it is answered: a worker that dies has judged nothing.
    if (id === MAIN) noteJudged(facts);
    return { ...scored, settings, thresholds: facts.thresholds };
  };

  /** The result whose scores on the screen are not those asked for; null when they are, or cannot be had. */
  const dueResult = () => {
    const { result, scored, asked, shiftMap } = store.getState();
    if (!result) return null;
    const { score: wanted, thresholds } = asked.settings;
    const evidence = latticeShifts(shiftMap, result.analysis.card.totalStride, wanted).length;
    const current =
      scored &&
      sameScore(scored.settings, wanted) &&
      scored.thresholds === thresholds &&
      evidence === judgedOn &&
      result.analysis.parity === judgedParity;
    return current || wanted.k > result.analysis.original.map.values.length ? null : result;
  };

  /** Scores the pair on the screen before the page is drawn again, where that can be done at once. */
  const scoreMainNow = () => {
    const due = dueResult();
    if (!due) return;
    const { score: settings } = store.getState().asked.settings;
    const { analysis } = due;
    const facts = factsOn(analysis, analysis.perturbed);
    const scored = judge.judge(pairOf(analysis, analysis.perturbed), settings, facts);
    if (!scored) return;
    noteJudged(facts);
    store.setState({ scored: { ...scored, settings, thresholds: facts.thresholds } });
  };

  const scoreMain = async () => {
    scoreMainNow();
    const due = dueResult();
    if (!due) return;
    const fresh = await score(due.analysis, MAIN, due.analysis.perturbed);
    if (store.getState().result === due) store.setState({ scored: fresh });
  };

  /** Scores one sweep; gives up as soon as the settings moved on. */
  const scoreSweep = async (kind: SweepKind) => {
    const { [kind]: sweep, asked, result } = store.getState();
    const wanted = asked.settings.score;
    if (!result || wanted.k > result.analysis.original.map.values.length) return;
    const kept = sameScore(sweep.scoredFor, wanted) ? sweep.scores : [];
    const missing = sweep.points.filter(({ index }) => !kept[index]).map(({ index }) => index);
    if (missing.length === 0) return;
    const scores: (PairScores | null)[] = sweep.points.map(({ index }) => kept[index] ?? null);
    const mine = begun;
    for (let start = 0; start < missing.length; start += CHUNK) {
      if (again || mine !== begun) return;
      const chunk = missing.slice(start, start + CHUNK);
      const ids = chunk.map((index) => idOf(kind, index));
      const fresh = await client.call('scoreMany', { ids, settings: wanted });
      fresh.forEach((value, i) => {
        scores[chunk[i]] = value;
      });
    }
    const now = store.getState()[kind];
    if (now.points[0] !== sweep.points[0]) return;
    store.setState({ [kind]: { ...now, scores, scoredFor: wanted } });
    if (now.points.length > sweep.points.length) again = true;
  };

  const loop = async () => {
    looping = true;
    let mine = begun;
    try {
      do {
        again = false;
        mine = begun;
        await scoreMain();
        for (const kind of KINDS) if (!again) await scoreSweep(kind);
        if (!again) await scoreMain();
      } while (again);
    } catch (error) {
      // Pairs of the original before went with it: what came in its place is scored by itself.
      if (mine !== begun) return;
      // A worker that died is replaced and reloaded; anything else is a fault to show.
      const problem = error instanceof Problem ? error : new Problem('internal');
      if (problem.code !== 'worker-crashed' && problem.code !== 'worker-hung')
        store.setState({ run: { status: 'failed', problem } });
    } finally {
      looping = false;
    }
  };

  const refresh = () => {
    scoreMainNow();
    if (looping) again = true;
    else void loop();
  };

  const put = (kind: SweepKind, { index, map, motion }: SweepPoint) =>
    client.call('putPerturbed', { id: idOf(kind, index), map, motion });

  const reload = () => {
    const { result } = store.getState();
    reloads++;
    held = '';
    // A worker that dies of what it is given must not be given it for ever.
    if (!result || reloading) return;
    reloading = true;
    const { original, perturbed } = result.analysis;
    held = keys.get(original.map) ?? '';
    const puts = [
      client.call('putOriginal', { map: original.map }),
      client.call('putPerturbed', { id: MAIN, map: perturbed.map, motion: perturbed.motion }),
      ...KINDS.flatMap((kind) => store.getState()[kind].points.map((point) => put(kind, point))),
    ];
    void Promise.all(puts)
      .then(refresh, () => {
        store.setState({ run: { status: 'failed', problem: new Problem('worker-crashed') } });
      })
      .finally(() => {
        reloading = false;
      });
  };

  const begin = async (analysis: Analysis, key: string, retry = true): Promise<Scored> => {
    const mine = ++begun;
    const before = reloads;
    const { original, perturbed } = analysis;
    keys.set(original.map, key);
    // Sent in one go: nothing of another pair comes between.
    const puts = key === held ? [] : [client.call('putOriginal', { map: original.map })];
    puts.push(
      client.call('putPerturbed', { id: MAIN, map: perturbed.map, motion: perturbed.motion }),
    );
    held = key;
    try {
      const [scored] = await Promise.all([score(analysis, MAIN, perturbed), ...puts]);
      if (before === reloads) return scored;
    } catch (error) {
      // What is on the screen stays there: the worker must hold it again.
      if (before === reloads && mine === begun) reload();
      else if (before !== reloads && mine === begun && retry) return begin(analysis, key, false);
      throw error;
    }
    // The worker died meanwhile, and what is on the screen was put into the new one.
    if (mine !== begun || !retry) throw new Problem('worker-crashed');
    return begin(analysis, key, false);
  };

  /** In a task of its own, so that the first move of a slider finds the pair ready and the code warm. */
  const warm = (analysis: Analysis) =>
    setTimeout(() => {
      const { score: settings } = store.getState().asked.settings;
      if (settings.k > analysis.original.map.values.length) return;
      const { perturbed } = analysis;
      judge.judge(pairOf(analysis, perturbed), settings, factsOn(analysis, perturbed));
    }, WARM_MS);

  return {
    async begin(analysis, key) {
      const scored = await begin(analysis, key);
      warm(analysis);
      return scored;
    },
    add(kind, points) {
      void Promise.all(points.map((point) => put(kind, point))).then(refresh, refresh);
    },
    refresh,
    scorePoint: (analysis, kind, point) => score(analysis, idOf(kind, point.index), point),
    async scoreOther(analysis, other) {
      await client.call('putPerturbed', { id: OTHER, map: other.map, motion: other.motion });
      return score(analysis, OTHER, other);
    },
    reload,
  };
}
