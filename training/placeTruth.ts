import type { ConvolutionPlan } from './network.ts';

/** How places of the last features lie on the input. */
interface Lattice {
  /** Pixels between two places. */
  readonly stride: number;
  /** Pixels before the first square. */
  readonly lead: number;
}

/** Which places a picture teaches. */
export interface PlaceTask {
  /** Class of the picture. */
  readonly label: number;
  readonly soundClass: number;
  readonly classes: number;
  /** A place counts as defect from this share of its square under the mask. */
  readonly coverage: number;
}

/** Side of the lattice of last features over an input side. */
export const latticeSide = (side: number, convolutions: readonly ConvolutionPlan[]): number =>
  convolutions.reduce((length, { stride }) => Math.ceil(length / stride), side);

/**
 * The square that a place stands for begins behind the first pixel: 'same' padding of even sides puts what is
 * missing mostly at the end, so that the middle of the first field is not that of the first square.
 */
export function latticeOf(convolutions: readonly ConvolutionPlan[]): Lattice {
  let [stride, middle] = [1, 0];
  for (const { kernel, stride: step } of convolutions) {
    middle += stride * ((kernel - 1) / 2 - Math.floor((kernel - step) / 2));
    stride *= step;
  }
  return { stride, lead: Math.max(0, Math.round(middle - (stride - 1) / 2)) };
}

/**
 * What the places of one picture should say: `[rows, columns, classes]`, the weight of the right class at each.
 * A picture has weight 1, half on its defect and half on what is sound. Places the mask hardly touches teach
 * nothing; neither does a picture of a defect class without anything under its mask.
 * @param mask 0…1, square of side `side`
 */
export function placeTruth(
  mask: Float32Array,
  side: number,
  convolutions: readonly ConvolutionPlan[],
  { label, soundClass, classes, coverage }: PlaceTask,
): Float32Array {
  const { stride, lead } = latticeOf(convolutions);
  const places = latticeSide(side, convolutions);
  const truth = new Float32Array(places * places * classes);
  if (label === soundClass) {
    for (let i = 0; i < places ** 2; i++) truth[i * classes + label] = 1 / places ** 2;
    return truth;
  }
  const covered = new Float32Array(places * places);
  const placeAt = (pixel: number) => Math.max(0, Math.floor((pixel - lead) / stride));
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = placeAt(y) * places + placeAt(x);
      covered[at] += mask[y * side + x] / stride ** 2;
    }
  const least = Math.min(
    coverage,
    covered.reduce((a, b) => Math.max(a, b), 0),
  );
  if (least === 0) return truth;
  const defects = covered.filter((share) => share >= least).length;
  const sound = covered.filter((share) => share === 0).length;
  covered.forEach((share, i) => {
    if (share >= least) truth[i * classes + label] = 0.5 / defects;
    else if (share === 0) truth[i * classes + soundClass] = 0.5 / sound;
  });
  return truth;
}
