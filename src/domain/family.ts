import { type ModelCard, REGIMES } from './model.ts';

/** Facts of a card that the models of a family share. */
type FamilyFacts = Pick<ModelCard, 'data' | 'input' | 'classes'>;

/**
 * Equal for two models that differ in how they were trained and in nothing else that a comparison stands on: the same
 * pictures (name, split and number of those trained on), the same input and the same classes in the same order.
 */
export function familyKey({ data, input, classes }: FamilyFacts): string {
  const { height, width, channels, range, fit } = input;
  return JSON.stringify([
    [data.name, data.split, data.trainingPictures],
    [height, width, channels, ...range, fit],
    classes.map(({ en }) => en),
  ]);
}

/** Whether strides are blurred (Zhang 2019), by the layers that the card lists. */
export const isAntialiased = ({ hyperparameters }: Pick<ModelCard, 'hyperparameters'>): boolean =>
  / blurred\b/.test(String(hyperparameters['convolutions'] ?? ''));

/**
 * The models of the family of `card`, itself among them if it is one of `cards`: by regime in the order of `REGIMES`, within one the
 * plain strides first, then by id.
 */
export function familyOf(cards: readonly ModelCard[], card: FamilyFacts): readonly ModelCard[] {
  const key = familyKey(card);
  const place = (one: ModelCard) => 2 * REGIMES.indexOf(one.regime) + Number(isAntialiased(one));
  return cards
    .filter((one) => familyKey(one) === key)
    .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** All models by data set and input, in the order in which the first of each stands: what the Models screen puts beside each other. */
export function familiesOf(cards: readonly ModelCard[]): readonly (readonly ModelCard[])[] {
  const families = new Map<string, ModelCard[]>();
  for (const card of cards) {
    const { height, width, channels } = card.input;
    const key = JSON.stringify([card.data.name, height, width, channels]);
    families.set(key, [...(families.get(key) ?? []), card]);
  }
  return [...families.values()];
}
