import type { MethodId } from '../../domain/attribution.ts';
import type { AttributionMethod } from './attributionMethod.ts';
import { expectedGradients } from './expectedGradients.ts';
import { gradient } from './gradient.ts';
import { inputXGradient } from './inputXGradient.ts';
import { integratedGradients } from './integratedGradients.ts';
import { kernelShap } from './kernelShap.ts';
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
  varGrad,
  expectedGradients,
  occlusion,
  rise,
  kernelShap,
};
