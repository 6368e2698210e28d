import { extent, line, scaleLinear } from 'd3';

/** What an attack and its controls had reached, step by step; null where no picture counts yet. */
export interface AttackLineInput {
  readonly steps: readonly { readonly attack: number | null; readonly random: number | null }[];
  readonly noise: number | null;
  /** Score of the original against itself: where both lines begin. */
  readonly untouched: number;
  /** Steps in all. */
  readonly total: number;
  /** The axis runs from 0 to 1; else as far as the scores. */
  readonly share: boolean;
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** Where everything is drawn, in the unit of the input's width. */
export interface AttackLineGeometry {
  /** SVG paths, stepped; empty while there is nothing. */
  readonly attack: string;
  readonly random: string;
  /** Height of the line of one-shot noise; null where it has no picture. */
  readonly noiseY: number | null;
  /** Heights of the ends of both lines; null while there is nothing. */
  readonly ends: { readonly attack: number | null; readonly random: number | null };
  readonly xTicks: readonly { readonly value: number; readonly position: number }[];
  readonly yTicks: readonly {
    readonly value: number;
    readonly position: number;
    readonly label: string;
  }[];
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

const X_TICKS = 5;
const Y_TICKS = 4;

/** Score against step: the best of the attack, of its random control, and the one shot of noise as a level. */
export function attackLine(input: AttackLineInput): AttackLineGeometry {
  const { steps, noise, untouched, total, share, width, height, margin } = input;
  const plot = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  const scores = [untouched, noise, ...steps.flatMap(({ attack, random }) => [attack, random])];
  const known = scores.filter((value) => value !== null);
  const [low = 0, high = 1] = share ? [0, 1] : extent(known);
  const x = scaleLinear([0, total], [plot.left, plot.right]);
  const y = scaleLinear([low, high === low ? low + 1 : high], [plot.bottom, plot.top]);
  if (!share) y.nice(Y_TICKS);
  const draw = line<[number, number | null]>()
    .defined(([, score]) => score !== null)
    .x(([step]) => x(step))
    .y(([, score]) => y(score ?? low));
  const pathOf = (name: 'attack' | 'random') => {
    const points = steps.map((step, i): [number, number | null] => [i + 1, step[name]]);
    return draw([[0, untouched], ...points]) ?? '';
  };
  const endOf = (name: 'attack' | 'random') => {
    const last = steps.at(-1)?.[name] ?? null;
    return last === null ? null : y(last);
  };
  const format = y.tickFormat(Y_TICKS);
  return {
    attack: pathOf('attack'),
    random: pathOf('random'),
    noiseY: noise === null ? null : y(noise),
    ends: { attack: endOf('attack'), random: endOf('random') },
    xTicks: x.ticks(Math.min(X_TICKS, total)).map((value) => ({ value, position: x(value) })),
    yTicks: y.ticks(Y_TICKS).map((value) => ({ value, position: y(value), label: format(value) })),
    plot,
  };
}
