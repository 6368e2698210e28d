import { createHash } from 'node:crypto';
import type { ModelCard, Regime } from '../../src/domain/model.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { FolderData } from '../datasets/folder.ts';
import type { FolderArguments } from '../folderArguments.ts';
import type { Recipe, Start } from '../recipe.ts';
import { folderRemark } from './folderRemark.ts';
import { ADAM } from './optimizer.ts';
import { SURFACE_ADVERSARY, surfaceNatural } from './surface.ts';

const BATCH = 32;
/** How often each picture is seen where nothing was asked for, and the bounds of the steps this makes. */
const EPOCHS = 60;
const STEPS = { least: 600, most: 6_000 };

/** What is said of a regime beside the name. */
const REGIME_NAMES: Readonly<Record<Regime, string | null>> = {
  natural: null,
  pgd: 'PGD',
  'ig-norm': 'IG-NORM',
  'ig-sum-norm': 'IG-SUM-NORM',
};

/** Regimes whose model is a good beginning, best first. */
const FORERUNNERS: Readonly<Record<Regime, readonly Regime[]>> = {
  natural: [],
  pgd: ['natural'],
  'ig-norm': ['pgd', 'natural'],
  'ig-sum-norm': ['pgd', 'natural'],
};

/** `Cracked gears 2` in regime pgd: `cracked-gears-2-pgd`. A name without letters of the alphabet gives its digest. */
export function folderModelId(name: string, regime: Regime): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  // What was left out must tell two names apart.
  const lost = /\P{ASCII}/u.test(plain) || words.length === 0;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return [...words, ...(lost ? [digest] : []), regime].join('-');
}

/** A model may go on from another that answers the same question of the same pictures. */
type KnownModel = Pick<ModelCard, 'id' | 'classes' | 'input' | 'data'>;

function startFrom(
  { name, regime, size }: FolderArguments,
  { data, channels }: FolderData,
  known: readonly KnownModel[],
): Start | null {
  const names = data.classes.map(({ en }) => en).join('\n');
  const forerunner = FORERUNNERS[regime]
    .map((one) => known.find(({ id }) => id === folderModelId(name, one)))
    .find(
      (card) =>
        card?.classes.map(({ en }) => en).join('\n') === names &&
        card.input.channels === channels &&
        card.input.width === size &&
        card.data.split === data.source.split &&
        card.data.trainingPictures === data.train.length,
    );
  if (forerunner) return { model: forerunner.id, keepLogits: true };
  const surface = channels === 1 && known.some(({ id }) => id === surfaceNatural.id);
  return surface ? { model: surfaceNatural.id, keepLogits: false } : null;
}

function stepsFor(epochs: number | null, pictures: number): number {
  const steps = Math.ceil(((epochs ?? EPOCHS) * pictures) / BATCH);
  return epochs === null ? Math.min(STEPS.most, Math.max(STEPS.least, steps)) : steps;
}

/**
 * How a folder of own pictures becomes a model: the network of the surface model, begun with its convolutions where the pictures are grey,
 * classes drawn equally often, balanced accuracy. A robust regime goes on from the natural model of the same folder if there is one.
 * @param known models that are there @param shipped ids that are taken
 * @throws Problem `setting-unknown-choice` when the name is that of a shipped model
 */
export function folderRecipe(
  asked: FolderArguments,
  folder: FolderData,
  known: readonly KnownModel[],
  shipped: readonly string[],
): Recipe {
  const { name, regime, size, seed } = asked;
  const { data, channels, digest } = folder;
  const id = folderModelId(name, regime);
  if (shipped.includes(id)) {
    const detail = { what: '--name', allowed: 'a name of its own', got: name };
    const message = `--name must be another: ${id} is a model of the product, got ${name}`;
    throw new Problem('setting-unknown-choice', detail, message);
  }
  const start = startFrom(asked, folder, known);
  const steps = stepsFor(asked.epochs, data.train.length);
  const suffix = REGIME_NAMES[regime];
  const rampSteps = start?.keepLogits ? Math.round(0.3 * steps) : Math.round(0.6 * steps);
  return {
    ...surfaceNatural,
    id,
    name: suffix
      ? { en: `${name}, ${suffix}`, ja: `${name}（${suffix} 学習）` }
      : { en: name, ja: name },
    regime,
    ...(regime === 'natural' ? {} : { adversary: { ...SURFACE_ADVERSARY, rampSteps } }),
    seed,
    input: { height: size, width: size, channels, range: [-1, 1], fit: 'letterbox' },
    startFrom: start,
    pictures: digest,
    steps,
    batch: BATCH,
    learningRate: start ? 1e-3 : 2e-3,
    warmUp: Math.min(100, Math.ceil(0.06 * steps)),
    adam: ADAM,
    // Which way up a part lies may be what tells its classes apart.
    augmentation: { ...surfaceNatural.augmentation, flips: asked.mirror, turns: false },
    balanced: true,
    measure: 'balancedAccuracy',
    remark: (evaluation) => folderRemark(evaluation, data),
    load: async () => data,
  };
}
