import type { ScoreMap } from '../src/engine/metrics/scoreMap.ts';
import { createRandom } from '../src/engine/random.ts';

/** Milliseconds of several runs of one action. The best says what it costs, the median also how busy the machine was. */
export interface Timing {
  readonly median: number;
  readonly best: number;
}

/** A measured number with the goal it is read against; the goal only speaks in the printout. */
export interface Figure extends Timing {
  /** Milliseconds on this machine, a ratio of two times of the same run, frames of the screen, a share, mebibytes. */
  readonly unit: 'ms' | '×' | 'fr' | 'rel' | 'MiB' | '';
  /** At most this much; null where none is set. */
  readonly goal: number | null;
  /** The goal is a least value, not a largest. */
  readonly atLeast?: boolean;
}

/** Median and best of a list. */
export function timingOf(values: readonly number[]): Timing {
  const sorted = [...values].sort((x, y) => x - y);
  return { median: sorted[Math.floor(sorted.length / 2)], best: sorted[0] };
}

/** A time with its goal. */
export const ms = (timing: Timing, goal: number | null = null): Figure => ({
  ...timing,
  unit: 'ms',
  goal,
});

/** How many times longer one took than the other, with its goal. */
export const ratio = (longer: Timing, shorter: Timing, goal: number | null = null): Figure => ({
  median: longer.median / shorter.median,
  best: longer.best / shorter.best,
  unit: '×',
  goal,
});

/** A part of a whole of the same run. */
export const share = (timing: Timing): Figure => ({ ...timing, unit: 'rel', goal: null });

/** A square map of seeded normal noise, float32 as maps of a model are. */
export function noiseMap(size: number, seed: number): ScoreMap {
  const random = createRandom(seed, 'bench');
  const values = Float32Array.from({ length: size * size }, () => random.normal());
  return { height: size, width: size, values };
}

/** Milliseconds an action is repeated before it is timed, so that it is compiled. */
const WARM_UP = 400;

/** Times of several runs after warm-up. */
export function timed(runs: number, action: (run: number) => unknown): Timing {
  return timedInTurn(runs, [action])[0];
}

/** The same for several actions in turn, so that a busy machine slows all of them alike. */
export function timedInTurn(
  runs: number,
  actions: readonly ((run: number) => unknown)[],
): readonly Timing[] {
  const measured = actions.map((): number[] => []);
  for (const action of actions) {
    const end = performance.now() + WARM_UP;
    for (let run = 0; performance.now() < end; run++) action(run);
  }
  for (let run = 0; run < runs; run++)
    actions.forEach((action, i) => {
      const start = performance.now();
      action(run);
      measured[i].push(performance.now() - start);
    });
  return measured.map(timingOf);
}
