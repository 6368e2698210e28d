import type { AttributionMethod } from './attributionMethod.ts';
import { ruledGradient } from './ruledGradient.ts';

/**
 * The gradient with every ReLU passing on ∂y·[x > 0]·[∂y > 0]: only paths along which everything speaks
 * for the class. No derivative of anything, and close to a picture of the edges whatever the class
 * (Nie, Zhang, Patel 2018). ReLU6 counts as a ReLU; other activations keep their gradient.
 * Springenberg, Dosovitskiy, Brox, Riedmiller 2015; as Captum's GuidedBackprop, which leaves out ReLU6.
 * @throws Problem `method-unavailable` for a network without a ReLU
 */
export const guidedBackprop: AttributionMethod = (context) =>
  ruledGradient(context, 'guidedBackprop');
