import type { MethodId } from '../../domain/attribution.ts';
import type { AttributionMethod } from './attributionMethod.ts';
import { deconvolution } from './deconvolution.ts';
import { deepLift } from './deepLift.ts';
import { expectedGradients } from './expectedGradients.ts';
import { gradCam } from './gradCam.ts';
import { gradCamPlusPlus } from './gradCamPlusPlus.ts';
import { gradient } from './gradient.ts';
import { guidedBackprop } from './guidedBackprop.ts';
import { guidedGradCam } from './guidedGradCam.ts';
import { inputXGradient } from './inputXGradient.ts';
import { integratedGradients } from './integratedGradients.ts';
import { kernelShap } from './kernelShap.ts';
import { lrp } from './lrp.ts';
import { occlusion } from './occlusion.ts';
import { rise } from './rise.ts';
import { smoothGrad } from './smoothGrad.ts';
import { varGrad } from './varGrad.ts';

/** Every attribution method by its id. */
export const ATTRIBUTION: Readonly<Record<MethodId, AttributionMethod>> = {
  integratedGradients,
  gradient,
  inputXGradient,
  smoothGrad,
  guidedBackprop,
  deconvolution,
  deepLift,
  lrp,
  gradCam,
  gradCamPlusPlus,
  guidedGradCam,
  varGrad,
  expectedGradients,
  occlusion,
  rise,
  kernelShap,
};
