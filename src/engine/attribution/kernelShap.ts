import type { ModelInput } from '../../domain/picture.ts';
import { toModelRange } from '../model/loadedModel.ts';
import type { Attribution, AttributionContext, AttributionMethod } from './attributionMethod.ts';
import { makeBaseline } from './baseline.ts';
import { type Coalition, chooseCoalitions } from './coalitions.ts';
import { completenessGap, total } from './completeness.ts';
import { targetLogits } from './forward.ts';
import { shapleyRegression } from './shapleyRegression.ts';

/**
 * Shapley values of the cells of a grid: the cells of a coalition show the picture, the others the baseline, and
 * the values are fitted to the logits by least squares with the Shapley kernel. They sum to
 * f_y(x) − f_y(x₀) whatever was drawn. Exact for up to 3×3 cells (all coalitions), an estimate from seeded
 * coalitions above; one seed gives every picture the same. A cell's value is shared evenly by its pixels, one value
 * per pixel; cell borders lie at ⌊i·h/cells⌋. Outputs only.
 * Lundberg, Lee 2017. Captum gives every pixel of a cell the whole value of the cell.
 */
export const kernelShap: AttributionMethod = async (context) => {
  const { model, inputs, targetClass, settings, seed, checkpoint } = context;
  const players = settings.cells ** 2;
  const coalitions = chooseCoalitions(players, settings.coalitions, seed);
  const cells = cellOfPixel(model.card.input, settings.cells);
  const streams = inputs.map((input) => shownPictures(input, coalitions, cells, context));
  const outputs = await targetLogits(model, targetClass, streams, checkpoint);
  const regress = shapleyRegression(players, coalitions);
  return outputs.map((logits) => {
    const difference = logits[0] - logits[1];
    const gains = logits.subarray(2).map((logit) => logit - logits[1]);
    return attribution(regress(gains, difference), cells, difference);
  });
};

/** Index of the cell each pixel lies in, cells in reading order. */
function cellOfPixel(
  { height, width }: Pick<ModelInput, 'height' | 'width'>,
  cells: number,
): Uint16Array {
  const along = (length: number) => {
    const starts = Array.from({ length: cells }, (_, i) => Math.floor((i * length) / cells));
    return Array.from({ length }, (_, i) => starts.findLastIndex((start) => start <= i));
  };
  const columns = along(width);
  return Uint16Array.from(
    along(height).flatMap((row) => columns.map((column) => row * cells + column)),
  );
}

/** The picture itself, the baseline, then what each coalition shows. */
function shownPictures(
  input: ModelInput,
  coalitions: readonly Coalition[],
  cells: Uint16Array,
  { model, settings, seed }: AttributionContext,
) {
  const spec = model.card.input;
  const x = toModelRange(input.values, spec);
  const cover = toModelRange(makeBaseline(settings.cover, input, seed), spec);
  return {
    count: coalitions.length + 2,
    write(index: number, into: Float32Array) {
      into.set(index === 0 ? x : cover);
      if (index < 2) return;
      const { members } = coalitions[index - 2];
      for (let j = 0; j < into.length; j++)
        if (members[cells[Math.floor(j / spec.channels)]] === 1) into[j] = x[j];
    },
  };
}

function attribution(
  shapley: Float64Array,
  cells: Uint16Array,
  outputDifference: number,
): Attribution {
  const pixels = new Uint32Array(shapley.length);
  for (const cell of cells) pixels[cell]++;
  return {
    values: Float32Array.from(cells, (cell) => shapley[cell] / pixels[cell]),
    channels: 1,
    completenessGap: completenessGap(total(shapley), outputDifference),
  };
}
