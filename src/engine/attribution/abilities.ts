import { type Abilities, methodUnavailable, unavailableMethods } from '../../domain/abilities.ts';
import { type AttributionSettings, METHODS } from '../../domain/attribution.ts';
import { unknownChoice } from '../../domain/problem.ts';
import { withActivationRule } from '../backend/activationRules.ts';
import { tf } from '../backend/tf.ts';
import type { LoadedModel } from '../model/loadedModel.ts';
import { type NetworkStep, networkSteps, spatialSteps } from '../model/networkSteps.ts';
import { gradientOf } from './inputGradients.ts';
import { stepWithoutRule } from './relevanceRules.ts';

/** A model does not change, nor does what it offers. */
const known = new WeakMap<LoadedModel, Abilities>();

/**
 * What a model offers to the methods: its layers are looked at, and one gradient is taken to see whether there
 * is one and whether a ReLU lies on its way. Found out once for each model. No tensor stays behind.
 */
export function abilitiesOf(model: LoadedModel): Abilities {
  const found = known.get(model) ?? findAbilities(model);
  known.set(model, found);
  return found;
}

/** Whether the logits of a model can be differentiated by its picture. */
export const hasGradient = (model: LoadedModel): boolean =>
  abilitiesOf(model).unavailable.gradient === undefined;

/**
 * Refuses what a model cannot do before anything is computed.
 * @throws Problem `method-unavailable`; `setting-unknown-choice` for a layer that is not there
 */
export function refuseUnable(model: LoadedModel, { method, layer }: AttributionSettings): void {
  const { layers, unavailable } = abilitiesOf(model);
  const inability = unavailable[method];
  if (inability) throw methodUnavailable(method, inability.need, inability.got);
  if (METHODS[method].parameters.includes('layer') && layer && !layers.includes(layer))
    throw unknownChoice('layer', layers, layer);
}

function findAbilities(model: LoadedModel): Abilities {
  const steps = model.network && networkSteps(model.network);
  const layers = steps ? spatialSteps(steps).map(({ name }) => name) : [];
  const withoutRule = steps ? stepWithoutRule(steps) : '';
  const { withoutGradient, relu } = tryGradient(model);
  return {
    layers,
    unavailable: unavailableMethods({
      ...(withoutGradient === null ? {} : { gradient: withoutGradient }),
      ...(relu ? {} : { relu: '' }),
      ...(steps?.every(bendsByReluAlone) ? { switches: '' } : {}),
      ...(layers.length > 0 ? {} : { spatialLayer: '' }),
      ...(steps && !withoutRule ? {} : { layerRules: withoutRule }),
    }),
  };
}

/** Layers through which a gradient goes the same way for every picture, but for a ReLU of theirs. */
const FIXED =
  /^(InputLayer|Conv2D|DepthwiseConv2D|SeparableConv2D|Dense|BatchNormalization|Activation|ReLU|Dropout|ZeroPadding2D|Cropping2D|Flatten|Reshape|Permute|AveragePooling2D|GlobalAveragePooling2D|UpSampling2D|Add|Average|Concatenate)$/;

/** A step after which deconvolution knows nothing of the picture. ReLU6 is none: above 6 it is closed. */
function bendsByReluAlone({ layer }: NetworkStep): boolean {
  const { activation = 'linear', maxValue = null } = layer.getConfig();
  const plain = activation === 'linear' || activation === 'relu';
  return FIXED.test(layer.getClassName()) && plain && maxValue === null;
}

/** How TensorFlow.js says that an operation has no gradient, or the backend no kernel for it. */
const NO_GRADIENT = /gradient function not found for (\w+)|Kernel '(\w+)' not registered/;
const NO_PATH = /^Cannot compute gradient/;

function tryGradient(model: LoadedModel): { withoutGradient: string | null; relu: boolean } {
  const { height, width, channels } = model.card.input;
  const logits = (x: tf.Tensor) =>
    tf.sum(model.logits(tf.reshape<tf.Rank.R4>(x, [1, height, width, channels])));
  try {
    const { value, met } = withActivationRule({ name: 'guidedBackprop' }, () =>
      tf.tidy(() => gradientOf(logits, tf.zeros([1, height, width, channels]))),
    );
    value.dispose();
    return { withoutGradient: null, relu: met };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, op, kernel] = NO_GRADIENT.exec(message) ?? [];
    // Anything else is a fault, not a lack.
    if (!op && !kernel && !NO_PATH.test(message)) throw error;
    return { withoutGradient: op ?? kernel ?? '', relu: false };
  }
}
