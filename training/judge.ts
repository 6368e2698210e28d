import type { ModelCard } from '../src/domain/model.ts';
import type { TrainingData } from './datasets/labelledPictures.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { makeCard } from './makeCard.ts';
import { createProgressLine } from './progressLine.ts';
import type { Recipe } from './recipe.ts';
import { openModel, writeCard } from './writeModel.ts';

/** Judges a model as it was written, by the engine's own way in, and writes what came out into its card. */
export async function judge(
  recipe: Recipe,
  data: TrainingData,
  folder: URL,
): Promise<{ readonly card: ModelCard; readonly evaluation: Evaluation }> {
  const model = await openModel(new URL(`${recipe.id}/`, folder));
  try {
    const evaluation = await evaluate(model, data.test, recipe, createProgressLine('attacked'));
    const { sha256 } = model.card;
    const card = writeCard(folder, { ...makeCard(recipe, data, evaluation), sha256 });
    return { card, evaluation };
  } finally {
    model.dispose();
  }
}

/** Stands in the card of a draft until it is judged. */
export function unjudged(recipe: Recipe, data: TrainingData): Evaluation {
  return {
    accuracy: 0,
    balancedAccuracy: 0,
    keptUnderNoise: 0,
    confusion: [],
    perClass: data.classes.map(() => 0),
    underPgd: { epsilon: recipe.attackEpsilon, steps: 1, pictures: 1, accuracy: 0 },
  };
}
