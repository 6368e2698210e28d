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
  codeVersion: string,
): Omit<ModelCard, 'sha256'> {
  const { accuracy, balancedAccuracy, perClass, keptUnderNoise } = evaluation;
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
      remark: recipe.remark(evaluation),
    },
    codeVersion,
  };
}

function hyperparameters(recipe: Recipe): ModelCard['hyperparameters'] {
  const { steps, batch, learningRate, warmUp, balanced, adam, augmentation, convolutions } = recipe;
  const { locating, closeUps } = recipe;
  return {
    optimizer: 'adam, decoupled weight decay, cosine',
    convolutions: convolutions
      .map(({ filters, kernel, stride }) => `${filters}×${kernel}×${kernel}/${stride}`)
      .join(' '),
    ...(recipe.startFrom === null ? {} : { startFrom: recipe.startFrom }),
    steps,
    batch,
    learningRate,
    warmUp,
    balanced,
    ...adam,
    ...augmentation,
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
