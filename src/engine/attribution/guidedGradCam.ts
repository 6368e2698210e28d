import type { AttributionContext, AttributionMethod } from './attributionMethod.ts';
import { gradCam } from './gradCam.ts';
import { guidedBackprop } from './guidedBackprop.ts';

/**
 * Guided backpropagation ⊙ Grad-CAM, channel by channel: the fine lines of the first where the second finds
 * the class. It inherits that those lines depend little on the class.
 * Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra 2017; as Captum's GuidedGradCam, bilinear.
 * @throws as its factors
 */
export const guidedGradCam: AttributionMethod = async (context) => {
  const halves = [0, 1].map((half) => halfOf(context, half));
  const guided = await guidedBackprop(halves[0]);
  const cams = await gradCam(halves[1]);
  return guided.map(({ values, channels, ...rest }, i) => ({
    ...rest,
    channels,
    values: values.map((value, j) => value * cams[i].values[Math.floor(j / channels)]),
  }));
};

/** One of two passes over the pictures; together they are told as one. */
const halfOf = (context: AttributionContext, half: number): AttributionContext => ({
  ...context,
  checkpoint: (done, total) => context.checkpoint(half * total + done, 2 * total),
});
