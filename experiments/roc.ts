/** Share of attacks found against share of harmless changes taken for one, as the threshold of a score rises: from (0, 0) to (1, 1). */
export type Roc = readonly (readonly [falseAlarms: number, found: number])[];

/**
 * Telling attacks from harmless changes by a score that is lower after an attack: whatever scores at most the threshold counts
 * as attacked. Of equal scores all are on one side. Sorted once, for any number of resamples.
 * @param attacked scores, at least one @param harmless scores, at least one
 * @returns the curve of the scores drawn, by position; some come several times
 */
export function rocsOf(
  attacked: readonly number[],
  harmless: readonly number[],
): (attackedDrawn: ArrayLike<number>, harmlessDrawn: ArrayLike<number>) => Roc {
  const cuts = [...new Set([...attacked, ...harmless])].sort((a, b) => a - b);
  const ranks = new Map(cuts.map((cut, rank) => [cut, rank]));
  const [attackedRanks, harmlessRanks] = [attacked, harmless].map((scores) =>
    Int32Array.from(scores, (score) => ranks.get(score) ?? 0),
  );
  return (attackedDrawn, harmlessDrawn) => {
    const found = counted(attackedRanks, attackedDrawn, cuts.length);
    const alarms = counted(harmlessRanks, harmlessDrawn, cuts.length);
    const points: [number, number][] = [[0, 0]];
    let [x, y] = [0, 0];
    for (let rank = 0; rank < cuts.length; rank++) {
      if (found[rank] === 0 && alarms[rank] === 0) continue;
      x += alarms[rank];
      y += found[rank];
      points.push([x / harmlessDrawn.length, y / attackedDrawn.length]);
    }
    return points;
  };
}

/** How often each rank was drawn. */
function counted(ranks: Int32Array, drawn: ArrayLike<number>, length: number): Int32Array {
  const counts = new Int32Array(length);
  for (let i = 0; i < drawn.length; i++) counts[ranks[drawn[i]]]++;
  return counts;
}

/** The curve of all scores. @param attacked at least one @param harmless at least one */
export const rocOf = (attacked: readonly number[], harmless: readonly number[]): Roc =>
  rocsOf(attacked, harmless)([...attacked.keys()], [...harmless.keys()]);

/** Area under the curve: the chance that an attack scores lower than a harmless change, ties counted half (Hanley, McNeil 1982). */
export const areaUnder = (roc: Roc): number =>
  roc.slice(1).reduce((area, [x, y], i) => area + ((x - roc[i][0]) * (y + roc[i][1])) / 2, 0);

/** Share of harmless changes taken for an attack where at least `detection` of the attacks are found. */
export const falseAlarmsAt = (roc: Roc, detection: number): number =>
  roc.find(([, found]) => found >= detection - 1e-12)?.[0] ?? 1;

/**
 * The corners of a curve, for drawing: points are left out where the line without them stays within `tolerance` of them
 * (Ramer 1972; Douglas, Peucker 1973).
 */
export function cornersOf(roc: Roc, tolerance: number): Roc {
  const [first, last] = [roc[0], roc[roc.length - 1]];
  const across = roc.map((point) => distance(point, first, last));
  const furthest = Math.max(...across);
  if (furthest <= tolerance) return [first, last];
  const at = across.indexOf(furthest);
  const before = cornersOf(roc.slice(0, at + 1), tolerance);
  return [...before, ...cornersOf(roc.slice(at), tolerance).slice(1)];
}

/** Of a point from the line through two others; from the first of them where they are one. */
function distance(
  [x, y]: Roc[number],
  [fromX, fromY]: Roc[number],
  [toX, toY]: Roc[number],
): number {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  return Math.abs((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)) / length;
}
