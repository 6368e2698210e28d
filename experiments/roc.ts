/** Share of attacks found against share of harmless changes taken for one, as the threshold of a score rises: from (0, 0) to (1, 1). */
export type Roc = readonly (readonly [falseAlarms: number, found: number])[];

/**
 * Telling attacks from harmless changes by a score that is lower after an attack: whatever scores at most the threshold counts
 * as attacked. Of equal scores all are on one side.
 * @param attacked scores, at least one @param harmless scores, at least one
 */
export function rocOf(attacked: readonly number[], harmless: readonly number[]): Roc {
  const cuts = [...new Set([...attacked, ...harmless])].sort((a, b) => a - b);
  const [low, high] = [[...attacked], [...harmless]].map((all) => all.sort((a, b) => a - b));
  let [found, alarms] = [0, 0];
  const points: [number, number][] = [[0, 0]];
  for (const cut of cuts) {
    while (found < low.length && low[found] <= cut) found++;
    while (alarms < high.length && high[alarms] <= cut) alarms++;
    points.push([alarms / high.length, found / low.length]);
  }
  return points;
}

/** Area under the curve: the chance that an attack scores lower than a harmless change, ties counted half (Hanley, McNeil 1982). */
export const areaUnder = (roc: Roc): number =>
  roc.slice(1).reduce((area, [x, y], i) => area + ((x - roc[i][0]) * (y + roc[i][1])) / 2, 0);

/** Share of harmless changes taken for an attack where at least `detection` of the attacks are found. */
export const falseAlarmsAt = (roc: Roc, detection: number): number =>
  roc.find(([, found]) => found >= detection - 1e-12)?.[0] ?? 1;

/** The corners of a curve: points between two others on one straight line are left out, for drawing. */
export function cornersOf(roc: Roc): Roc {
  return roc.filter((point, i) => {
    const [before, after] = [roc[i - 1], roc[i + 1]];
    if (!before || !after) return true;
    const turn =
      (point[0] - before[0]) * (after[1] - before[1]) -
      (point[1] - before[1]) * (after[0] - before[0]);
    return Math.abs(turn) > 1e-12;
  });
}
