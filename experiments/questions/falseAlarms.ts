import type { Cell } from '../../src/domain/evidence.ts';
import type { Column } from '../cells.ts';
import { bootstrap } from '../estimate.ts';
import { attacks } from '../measurements/attacks.ts';
import type { Question } from '../question.ts';
import { areaUnder, cornersOf, falseAlarmsAt, rocsOf } from '../roc.ts';

/** The harmless change that attacks are to be told from: the same ε, the same decision. */
const HARMLESS = 'noiseSign';
/** Share of the attacks that are to be found. */
const DETECTION = 0.95;
/** A pixel or two of the figure, and more than the steps that single pictures make: a curve is drawn from few points, what is said of it is computed from all. */
const DRAWN = 0.0075;

/** E2: by which score can an attacked explanation be told from one that saw only noise of the same size? */
export const falseAlarms: Question = {
  id: 'falseAlarms',
  measurement: attacks,
  models: ['surface-natural', 'fashion-natural'],
  answer(columns) {
    const harmless = new Map(
      columns
        .filter(({ at }) => at.perturbation === HARMLESS)
        .map((column) => [placeKey(column), column]),
    );
    return columns.flatMap((column) => {
      const calm = harmless.get(placeKey(column));
      if (!calm || !String(column.at.perturbation).startsWith('attack')) return [];
      return (['value', 'corrected'] as const).flatMap((scale) => toldApart(column, calm, scale));
    });
  },
};

/** Everything but what happened to the picture. */
const placeKey = ({ at }: Column): string => JSON.stringify({ ...at, perturbation: null });

/** Only pictures that have both: after the attack and after the noise. */
function toldApart(attacked: Column, harmless: Column, scale: 'value' | 'corrected'): Cell[] {
  const calm = new Map(
    harmless.pictures.map((picture, i) => [picture, harmless.readings[i][scale]]),
  );
  const pairs = attacked.pictures
    .map((picture, i) => [attacked.readings[i][scale], calm.get(picture) ?? null] as const)
    .filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null);
  if (pairs.length === 0) return [];
  const rocs = rocsOf(
    pairs.map(([score]) => score),
    pairs.map(([, score]) => score),
  );
  const rocFor = (drawn: ArrayLike<number>) => rocs(drawn, drawn);
  return [
    {
      at: { ...attacked.at, scale },
      pictures: pairs.length,
      estimates: {
        auc: bootstrap(pairs.length, (drawn) => areaUnder(rocFor(drawn))),
        falseAlarms: bootstrap(pairs.length, (drawn) => falseAlarmsAt(rocFor(drawn), DETECTION)),
      },
      roc: cornersOf(rocFor(pairs.map((_, i) => i)), DRAWN).map(
        ([x, y]) => [rounded(x), rounded(y)] as const,
      ),
    },
  ];
}

const rounded = (value: number): number => Math.round(value * 1e3) / 1e3;
