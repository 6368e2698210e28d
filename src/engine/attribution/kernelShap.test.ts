import { beforeAll, describe, expect, it } from 'vitest';
import { attribute } from '../../../tests/attribute.ts';
import {
  inputAt,
  randomInput,
  tinyModel,
  tinyNet,
  tinyWeights,
} from '../../../tests/tinyModels.ts';
import { startBackend } from '../backend/startBackend.ts';
import { tf } from '../backend/tf.ts';
import { chooseCoalitions, coalitionCount } from './coalitions.ts';
import { forward } from './forward.ts';

beforeAll(async () => {
  await startBackend({ ask: 'cpu' });
});

const sizeOf = (members: Uint8Array) => members.reduce((sum, member) => sum + member, 0);

describe('chooseCoalitions', () => {
  it.each([
    [4, 512, 14],
    [9, 512, 510],
    [16, 512, 512],
    [64, 1024, 1024],
    [256, 513, 512],
  ])('of %i players within %i: %i, each alone and each missing among them', (n, budget, count) => {
    const coalitions = chooseCoalitions(n, budget, 1);
    expect(coalitions).toHaveLength(count);
    expect(coalitionCount(n, budget)).toBe(count);
    const sizes = coalitions.map(({ members }) => sizeOf(members));
    expect(Math.min(...sizes)).toBe(1);
    expect(Math.max(...sizes)).toBe(n - 1);
    const ends = coalitions.filter((_, i) => sizes[i] === 1 || sizes[i] === n - 1);
    expect(new Set(ends.map(({ members }) => members.join(''))).size).toBe(2 * n);
    if (n > 9) return;
    expect(new Set(coalitions.map(({ members }) => members.join(''))).size).toBe(2 ** n - 2);
  });

  it.each([
    [9, 510],
    [16, 512],
    [64, 1024],
  ])('of %i players: the weights of all sizes together, in pairs', (n, budget) => {
    const coalitions = chooseCoalitions(n, budget, 1);
    let kernel = 0;
    for (let size = 1; size < n; size++) kernel += (n - 1) / (size * (n - size));
    expect(coalitions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(kernel, 9);
    const members = new Set(coalitions.map((one) => one.members.join('')));
    for (const one of coalitions)
      expect(members).toContain(one.members.map((member) => 1 - member).join(''));
  });

  it('draws sizes by their weight, the same again for the same seed', () => {
    const coalitions = chooseCoalitions(16, 8192, 3);
    expect(chooseCoalitions(16, 8192, 3)).toEqual(coalitions);
    expect(chooseCoalitions(16, 8192, 4)).not.toEqual(coalitions);
    // Sizes 1…4 are enumerated (5,032); of the other 3,160, 5…8 and back, size 8 has 1/64 of
    // 2/55 + 2/60 + 2/63 + 1/64 = .117.
    const middle = coalitions.filter(({ members }) => sizeOf(members) === 8).length;
    expect(Math.abs(middle / 3160 - 0.1335)).toBeLessThan(4 * Math.sqrt((0.1335 * 0.8665) / 1580));
  });
});

describe('kernelShap', () => {
  const linearWeights = Float32Array.from({ length: 16 }, (_, i) => (i % 5) - 1.5);
  const linear = tinyModel({ height: 4, width: 4, range: [-1, 1] }, 1, (x) =>
    tf.matMul(tf.reshape<tf.Rank.R2>(x, [-1, 16]), tf.tensor2d(linearWeights, [16, 1])),
  );
  const x = Array.from({ length: 16 }, (_, i) => Math.sin(i));

  it.each([2, 3, 4])(
    'of a linear model on %i cells per side is the sum of (x − x₀) ⊙ w',
    async (cells) => {
      const input = inputAt(x, linear.card.input);
      const change = { cells, coalitions: 512, cover: 'white' } as const;
      const [{ values, channels, completenessGap }] = await attribute(
        'kernelShap',
        linear,
        [input],
        change,
      );
      expect(channels).toBe(1);
      // Of 4 pixels in 3 cells, cells start at 0, 1 and 2.
      const cellOf = (i: number) => (cells === 3 ? Math.min(i, 2) : Math.floor((i * cells) / 4));
      const cell = (pixel: number) => 10 * cellOf(Math.floor(pixel / 4)) + cellOf(pixel % 4);
      values.forEach((value, pixel) => {
        const own = x.map((_, i) => i).filter((i) => cell(i) === cell(pixel));
        const sum = own.reduce((all, i) => all + ((x[i] ?? 0) - 1) * (linearWeights[i] ?? 0), 0);
        expect(value).toBeCloseTo(sum / own.length, 4);
      });
      expect(completenessGap?.relative).toBeLessThan(1e-12);
    },
  );

  it('on four cells is the mean over all orders of what a cell adds', async () => {
    const game = (a: number, b: number, c: number, d: number) =>
      a * b + Math.max(0, c - d) + 2 * a * c * d - b;
    const model = tinyModel({ height: 2, width: 2 }, 1, (pixels) => {
      const [a, b, c, d] = tf.split(tf.reshape(pixels, [-1, 4]), 4, 1);
      const three = tf.mul(tf.mul(tf.mul(a, c), d), 2);
      const f = tf.add(tf.mul(a, b), tf.relu(tf.sub(c, d)));
      return tf.reshape<tf.Rank.R2>(tf.sub(tf.add(f, three), b), [-1, 1]);
    });
    const picture = [0.9, 0.4, 0.8, 0.3];
    const orders = (left: readonly number[]): number[][] =>
      left.length === 0
        ? [[]]
        : left.flatMap((one) =>
            orders(left.filter((other) => other !== one)).map((rest) => [one, ...rest]),
          );
    const exact = [0, 0, 0, 0];
    for (const order of orders([0, 1, 2, 3])) {
      const shown: [number, number, number, number] = [0, 0, 0, 0];
      let before = game(...shown);
      for (const player of order) {
        shown[player] = picture[player] ?? 0;
        exact[player] = (exact[player] ?? 0) + (game(...shown) - before) / 24;
        before = game(...shown);
      }
    }
    const input = inputAt(picture, model.card.input);
    const change = { cells: 2, coalitions: 512 };
    const [{ values, completenessGap }] = await attribute('kernelShap', model, [input], change);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(exact[i] ?? Number.NaN, 5);
    });
    expect(completenessGap?.outputDifference).toBeCloseTo(game(0.9, 0.4, 0.8, 0.3), 5);
  });

  it('on nine cells of a small network is the Shapley formula over all 512 sets', async () => {
    const net = tinyNet(tinyWeights(9));
    const input = randomInput(net.card.input);
    const shownAt = (set: number) =>
      input.values.map((value, i) => {
        const cell = 3 * Math.floor(i / 27) + Math.floor((i % 9) / 3);
        return (set >> cell) & 1 ? value : 0;
      });
    const pictures = Array.from({ length: 512 }, (_, set) => shownAt(set));
    const logits = await forward(net, pictures, async () => {});
    const value = (set: number) => logits[set]?.[0] ?? Number.NaN;
    const factorial = [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880];
    const [{ values }] = await attribute('kernelShap', net, [input], { cells: 3, coalitions: 512 });
    for (let cell = 0; cell < 9; cell++) {
      let exact = 0;
      for (let set = 0; set < 512; set++) {
        if ((set >> cell) & 1) continue;
        const size = set.toString(2).replaceAll('0', '').length;
        const weight = ((factorial[size] ?? 0) * (factorial[8 - size] ?? 0)) / 362880;
        exact += weight * (value(set | (1 << cell)) - value(set));
      }
      const pixel = 27 * Math.floor(cell / 3) + 3 * (cell % 3);
      expect(9 * (values[pixel] ?? Number.NaN)).toBeCloseTo(exact, 5);
    }
  });

  it('from drawn coalitions is near for three that act together, and sums exactly', async () => {
    const model = tinyModel({ height: 4, width: 4 }, 1, (pixels) => {
      const [a, b, c] = tf.split(tf.slice(tf.reshape(pixels, [-1, 16]), [0, 4], [-1, 3]), 3, 1);
      return tf.reshape<tf.Rank.R2>(tf.mul(tf.mul(a, b), c), [-1, 1]);
    });
    const input = inputAt(new Array<number>(16).fill(1), model.card.input);
    const change = { cells: 4, coalitions: 4096 };
    const [{ values, completenessGap }] = await attribute('kernelShap', model, [input], change);
    values.forEach((value, i) => {
      expect(Math.abs(value - (i > 3 && i < 7 ? 1 / 3 : 0))).toBeLessThan(0.03);
    });
    expect(completenessGap).toMatchObject({ outputDifference: 1 });
    expect(completenessGap?.relative).toBeLessThan(1e-12);
  });

  it('gives the same bytes for the same seed; another seed draws otherwise where it draws', async () => {
    const net = tinyNet(tinyWeights(9));
    const input = randomInput(net.card.input);
    for (const cells of [3, 4]) {
      const [first] = await attribute('kernelShap', net, [input], { cells, coalitions: 512 });
      const [again] = await attribute('kernelShap', net, [input], { cells, coalitions: 512 });
      const other = { cells, coalitions: 512, seed: 6 };
      const [another] = await attribute('kernelShap', net, [input], other);
      expect(again.values).toEqual(first.values);
      if (cells === 3) expect(another.values).toEqual(first.values);
      else expect(another.values).not.toEqual(first.values);
    }
  });
});
