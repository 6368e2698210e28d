import type { MethodId } from '../../domain/attribution.ts';

interface MethodText {
  readonly name: string;
  readonly help: string;
}

/** Attribution methods in plain words. */
export const methods: Record<MethodId, MethodText> = {
  integratedGradients: {
    name: 'Integrated gradients',
    help: 'Adds up the gradient on the way from a baseline to the picture. The sum equals what the picture added to the output.',
  },
  gradient: {
    name: 'Gradient',
    help: 'How strongly the output of the class reacts to each pixel. Fast, and often grainy.',
  },
  inputXGradient: {
    name: 'Input × gradient',
    help: 'The gradient weighted by the pixel’s own value. Black pixels get none.',
  },
  smoothGrad: {
    name: 'SmoothGrad',
    help: 'The mean gradient over noisy copies of the picture. Calmer; the network’s own grid remains.',
  },
  guidedBackprop: {
    name: 'Guided backprop',
    help: 'The gradient along paths on which everything speaks for the class. Crisp lines, but much of them are edges of the picture, whatever the class.',
  },
  deconvolution: {
    name: 'Deconvolution',
    help: 'The gradient without its negative parts at every ReLU, open or not: patterns that would raise the class. In a network without max pooling it is the same for every picture, and its stability says nothing.',
  },
  deepLift: {
    name: 'DeepLIFT',
    help: 'Compares every activation with that of a baseline and shares out the difference; the sum equals what the picture added. Two networks that compute the same may be explained differently.',
  },
  lrp: {
    name: 'LRP',
    help: 'Layer-wise relevance propagation: shares out the output backwards, layer by layer. Convolutions follow only what raises a unit; what biases take is the completeness gap.',
  },
  gradCam: {
    name: 'Grad-CAM',
    help: 'Where the channels of a layer that speak for the class are active. Shows the region, no finer than that layer.',
  },
  gradCamPlusPlus: {
    name: 'Grad-CAM++',
    help: 'Grad-CAM with weights that let several things of one class count alike. As coarse as Grad-CAM.',
  },
  guidedGradCam: {
    name: 'Guided Grad-CAM',
    help: 'Guided backprop where Grad-CAM finds the class. Fine lines in that region; the lines themselves depend little on the class.',
  },
  varGrad: {
    name: 'VarGrad',
    help: 'How much the gradient varies over noisy copies of the picture. Marks edges and texture, whether they speak for the class or not.',
  },
  expectedGradients: {
    name: 'Expected gradients (GradientSHAP)',
    help: 'Gradients at random points on the way from random baselines to the picture. Few samples leave it grainy, and a gap.',
  },
  occlusion: {
    name: 'Occlusion',
    help: 'How much the output drops when a patch slides over the picture. Needs no gradient; shows nothing finer than the patch, and of two defects one can hide the other.',
  },
  rise: {
    name: 'RISE',
    help: 'How much higher the output is where random masks keep the pixel. Needs no gradient; blurred, and grainy with few masks.',
  },
  kernelShap: {
    name: 'Kernel SHAP (grid)',
    help: 'Shapley values of the cells of a grid: each cell’s fair share of the output. Needs no gradient; no finer than the cells.',
  },
};
