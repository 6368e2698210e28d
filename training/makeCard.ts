import packageJson from '../package.json' with { type: 'json' };
import type { ModelCard } from '../src/domain/model.ts';
import type { TrainingData } from './datasets/labelledPictures.ts';
import type { Evaluation } from './evaluate.ts';
import { lastSpatialLayer, parameterCount, totalStride } from './network.ts';
import { planOf, type Recipe } from './recipe.ts';

/** The card of a trained model, all but the digest of its files. */
export function makeCard(
  recipe: Recipe,
  data: TrainingData,
  evaluation: Evaluation,
): Omit<ModelCard, 'sha256'> {
  const { accuracy, balancedAccuracy, perClass, keptUnderNoise, underPgd } = evaluation;
  const plan = planOf(recipe, data.classes.length);
  return {
    id: recipe.id,
    name: recipe.name,
    input: recipe.input,
    classes: data.classes,
    lastSpatialLayer: lastSpatialLayer(plan),
    totalStride: totalStride(plan),
    data: {
      ...data.source,
      trainingPictures: data.train.length,
      testPictures: data.test.length,
    },
    regime: recipe.regime,
    hyperparameters: hyperparameters(recipe),
    seed: recipe.seed,
    parameters: parameterCount(plan),
    accuracy: {
      measure: recipe.measure,
      clean: round(recipe.measure === 'accuracy' ? accuracy : balancedAccuracy),
      perClass: perClass.map(round),
      keptUnderNoise: round(keptUnderNoise),
      underPgd: { ...underPgd, accuracy: round(underPgd.accuracy) },
      remark: recipe.remark(evaluation),
    },
    codeVersion: packageJson.version,
  };
}

function hyperparameters(recipe: Recipe): ModelCard['hyperparameters'] {
  const { steps, batch, learningRate, warmUp, balanced, adam, augmentation, convolutions } = recipe;
  const { locating, closeUps, adversary } = recipe;
  return {
    optimizer: 'adam, decoupled weight decay, cosine',
    convolutions: convolutions
      .map(
        ({ filters, kernel, stride, antialiased }) =>
          `${filters}×${kernel}×${kernel}/${stride}${antialiased ? ' blurred' : ''}`,
      )
      .join(' '),
    ...(recipe.startFrom && { startFrom: recipe.startFrom.model }),
    ...(recipe.pictures && { pictures: recipe.pictures }),
    steps,
    batch,
    learningRate,
    warmUp,
    balanced,
    ...adam,
    ...augmentation,
    ...(adversary && {
      adversaryEpsilon: adversary.epsilon,
      adversarySteps: adversary.steps,
      adversaryStepSize: adversary.stepSize,
      adversaryRampSteps: adversary.rampSteps,
      ...(recipe.regime !== 'pgd' && {
        pathPoints: adversary.pathPoints,
        normWeight: adversary.normWeight,
      }),
    }),
    ...(locating && {
      placesWeight: locating.weight,
      meanGain: locating.meanGain,
      placesCoverage: locating.coverage,
    }),
    ...(closeUps && {
      closeUpSteps: closeUps.steps,
      closeUpSide: closeUps.side,
      closeUpPart: closeUps.part,
      closeUpCrop: closeUps.crop,
    }),
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
