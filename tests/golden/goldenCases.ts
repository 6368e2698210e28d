/** Overlap of one kind of set, as the golden files name it. */
export interface GoldenOverlap {
  readonly count_original: number;
  readonly count_perturbed: number;
  readonly intersection: number;
  readonly recall: number;
  readonly precision: number;
  readonly chance_intersection: number;
  readonly chance_recall: number;
  readonly chance_precision: number;
  readonly corrected_intersection: number | null;
  readonly corrected_recall: number | null;
  readonly corrected_precision: number | null;
}

interface GoldenFile {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly k: number;
  readonly windowRadius: number;
  readonly original: readonly number[];
  readonly perturbed: readonly number[];
  readonly expected: {
    readonly topk: GoldenOverlap;
    readonly div: GoldenOverlap;
    readonly null_recall: { readonly mean: number; readonly p_value: number };
    readonly spearman: number | null;
    readonly kendall: number | null;
    readonly lens_spearman: number | null;
    readonly lens_kendall: number | null;
    readonly pearson: number | null;
    readonly mass_center_shift: number;
    readonly gini: readonly [number, number];
    readonly entropy: readonly [number, number];
  };
}

/** Every golden case, in the order of the file names. */
export function goldenCases(): GoldenFile[] {
  const files = import.meta.glob<GoldenFile>('./*.json', { eager: true, import: 'default' });
  return Object.keys(files)
    .sort()
    .map((file) => files[file]);
}
