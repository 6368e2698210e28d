import type { AttributionMap, CompletenessGap } from '../domain/attribution.ts';
import type { Motion } from '../domain/perturbation.ts';
import type { ModelInput } from '../domain/picture.ts';
import type {
  Attribution,
  AttributionContext,
  AttributionMethod,
} from './attribution/attributionMethod.ts';
import { completenessGap } from './attribution/completeness.ts';
import { evaluationsPerInput } from './attribution/evaluationsPerInput.ts';
import { microBatchSize } from './attribution/microBatches.ts';
import { reduceChannels } from './attribution/reduce.ts';
import { BORDERS } from './perturbation/borders.ts';
import { createRandom } from './random.ts';

/**
 * The mean of the channel-reduced maps over shifts of the picture within one total stride s of the
 * network, each map carried back. A strided network follows only shifts by multiples of s; over all
 * s² phases (`spins` = s²) the mean follows every whole-pixel shift, away from the border. Shifts are
 * −⌊s/2⌋…⌈s/2⌉ − 1 in x and y; of fewer than s² the seed draws which, (0, 0) always among them, the
 * same for every picture. What comes in at the border of a shifted picture repeats its edge; a pixel that
 * a shift drove out of the picture is averaged over the other shifts. Sums in float64, one map at a time.
 * Coifman, Donoho 1995, who spin wavelet denoising.
 * @returns `channels` 1; a complete method's gap is the mean of sums against the mean of output
 * differences over the phases, before reduction and before anything left the picture
 * @throws as the method; no tensor stays behind
 */
export async function cycleSpinning(
  method: AttributionMethod,
  context: AttributionContext,
): Promise<Attribution[]> {
  const { model, inputs, settings, seed } = context;
  const phases = choosePhases(model.card.totalStride, settings.spins, seed);
  const visits = inputs.flatMap((_, input) => phases.map((phase) => ({ input, phase })));
  const means = inputs.map((input) => meanMap(input, settings.reduction));
  const each = evaluationsPerInput({ ...settings, spins: 1 }, model.card.input);
  const together = Math.max(1, Math.floor(microBatchSize(model.card.input) / each));
  for (let start = 0; start < visits.length; start += together) {
    const group = visits.slice(start, start + together);
    const attributions = await method({
      ...context,
      inputs: group.map(({ input, phase }) => moved(inputs[input], phase)),
      checkpoint: (done) => context.checkpoint(start * each + done, visits.length * each),
    });
    group.forEach(({ input, phase }, i) => means[input].add(attributions[i], phase));
  }
  return means.map((mean) => mean.result());
}

/** The phases visited, in reading order, so that the seed has no say in how the mean of all is rounded. */
export function choosePhases(totalStride: number, spins: number, seed: number): Motion[] {
  const first = -Math.floor(totalStride / 2);
  const all = Array.from({ length: totalStride ** 2 }, (_, i) => ({
    dx: first + (i % totalStride),
    dy: first + Math.floor(i / totalStride),
  }));
  const random = createRandom(seed, 'cycle spinning');
  const others = all.filter(({ dx, dy }) => dx !== 0 || dy !== 0);
  const drawn = new Set<Motion>();
  // Fisher and Yates: with one spin more, one phase more.
  for (let i = 0; i < spins - 1; i++) {
    const j = random.integer(i, others.length - 1);
    [others[i], others[j]] = [others[j], others[i]];
    drawn.add(others[i]);
  }
  return all.filter((phase) => (phase.dx === 0 && phase.dy === 0) || drawn.has(phase));
}

/** Whole pixels to the right and down, the edge repeated. */
function moved(input: ModelInput, { dx, dy }: Motion): ModelInput {
  const { height, width, channels, values } = input;
  const copy = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = BORDERS.edge(y - dy, height) * width + BORDERS.edge(x - dx, width);
      const pixel = values.subarray(from * channels, (from + 1) * channels);
      copy.set(pixel, (y * width + x) * channels);
    }
  return { ...input, values: copy };
}

/** Mean of reduced maps carried back, taking one at a time. */
function meanMap(
  { height, width }: ModelInput,
  reduction: AttributionContext['settings']['reduction'],
) {
  const sums = new Float64Array(height * width);
  const counts = new Uint32Array(height * width);
  const gaps: CompletenessGap[] = [];
  return {
    add({ values, channels, completenessGap: gap }: Attribution, phase: Motion) {
      if (gap) gaps.push(gap);
      addBack(sums, counts, reduceChannels(values, height, width, channels, reduction), phase);
    },
    result: (): Attribution => ({
      values: Float32Array.from(sums, (sum, i) => sum / counts[i]),
      channels: 1,
      completenessGap: gaps.length > 0 ? meanGap(gaps) : null,
    }),
  };
}

/** Adds to each pixel of the picture what the map has where the shift put it, if that is inside. */
function addBack(
  sums: Float64Array,
  counts: Uint32Array,
  { height, width, values }: AttributionMap,
  { dx, dy }: Motion,
): void {
  for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++)
    for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
      const pixel = y * width + x;
      sums[pixel] += values[(y + dy) * width + x + dx];
      counts[pixel]++;
    }
}

function meanGap(gaps: readonly CompletenessGap[]): CompletenessGap {
  const mean = (of: (gap: CompletenessGap) => number) =>
    gaps.reduce((total, gap) => total + of(gap), 0) / gaps.length;
  return completenessGap(
    mean(({ sum }) => sum),
    mean(({ outputDifference }) => outputDifference),
  );
}
