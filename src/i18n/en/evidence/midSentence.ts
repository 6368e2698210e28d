const PROPER =
  /^(LENS|Spearman|Kendall|Pearson|SSIM|Gaussian|JPEG|VarGrad|Grad|Guided|Smooth|Deep|LRP|RISE|Kernel)/;

/** A name as it is written inside a sentence: `top-k intersection`, `Spearman`. */
export const midSentence = (name: string): string =>
  PROPER.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
