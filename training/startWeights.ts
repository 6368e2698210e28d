import type { WeightPlan, Weights } from './network.ts';
import { planOf, type Recipe } from './recipe.ts';
import { initialTrained, trainedPlans } from './trained.ts';
import { readModel } from './writeModel.ts';

/**
 * Arrays that are trained, before the first step: by chance, or those of another model where names and shapes agree.
 * Where it answers another question its logits are not taken over; new ones of zeros let no class speak
 * before it has learnt something.
 * @param folder of the models @throws Problem `model-missing` when the model to start from is not there
 */
export async function startWeights(recipe: Recipe, classes: number, folder: URL): Promise<Weights> {
  const plan = planOf(recipe, classes);
  const fresh = initialTrained(plan, recipe.locating, recipe.seed);
  if (recipe.startFrom === null) return fresh;
  const { model, keepLogits } = recipe.startFrom;
  const { weightSpecs, weights } = await readModel(new URL(`${model}/`, folder));
  let at = 0;
  const known = new Map<string, Float32Array<ArrayBuffer>>();
  for (const { name, shape } of weightSpecs) {
    const length = shape.reduce((a, b) => a * b, 1);
    known.set(`${name} ${shape.join('×')}`, new Float32Array(weights.slice(at, at + 4 * length)));
    at += 4 * length;
  }
  return merge(trainedPlans(plan, recipe.locating), fresh, known, keepLogits);
}

function merge(
  plans: readonly WeightPlan[],
  fresh: Weights,
  known: ReadonlyMap<string, Float32Array<ArrayBuffer>>,
  keepLogits: boolean,
): Weights {
  return plans.map(({ name, shape }, i) =>
    keepLogits || name.startsWith('conv')
      ? (known.get(`${name} ${shape.join('×')}`) ?? fresh[i])
      : new Float32Array(fresh[i].length),
  );
}
