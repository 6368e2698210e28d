/** The opponent of a robust regime: how far it may go and how hard it tries. */
export interface Adversary {
  /** Largest change of a value, pixel scale 0…1. */
  readonly epsilon: number;
  /** Ascent steps. */
  readonly steps: number;
  /** Length of a step, pixel scale 0…1. */
  readonly stepSize: number;
  /** Its reach and its step grow evenly from 0 over so many steps of the training; 0 for at once. */
  readonly rampSteps: number;
  /** Midpoints of the path from the picture to the changed one; only the IG regimes look at it. */
  readonly pathPoints: number;
  /** Weight of ‖IG‖₁ against the loss: λ of IG-NORM, β of IG-SUM-NORM. */
  readonly normWeight: number;
}

/** The adversary at a step of the training. */
export function adversaryAt(adversary: Adversary, step: number): Adversary {
  const share = Math.min(1, (step + 1) / Math.max(1, adversary.rampSteps));
  const { epsilon, stepSize } = adversary;
  return { ...adversary, epsilon: share * epsilon, stepSize: share * stepSize };
}
