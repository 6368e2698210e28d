import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../src/domain/model.ts';
import { testCard } from '../../tests/testCard.ts';
import { checkpointFile } from '../checkpoint.ts';
import type { FolderData } from '../datasets/folder.ts';
import type { LabelledPicture } from '../datasets/labelledPictures.ts';
import type { FolderArguments } from '../folderArguments.ts';
import { folderModelId, folderRecipe } from './folder.ts';
import { folderRemark } from './folderRemark.ts';
import { surfaceNatural } from './surface.ts';

const ASKED: FolderArguments = {
  folder: '/data/gears',
  name: 'Gears',
  size: 64,
  regime: 'natural',
  epochs: null,
  testShare: 0.2,
  seed: 5,
  mirror: true,
  fresh: false,
};
const part = (...counts: number[]): LabelledPicture[] =>
  counts.flatMap((count, label) =>
    Array.from({ length: count }, () => ({ label }) as LabelledPicture),
  );
const CLASSES = [
  { en: 'ok', ja: 'ok' },
  { en: 'worn', ja: 'worn' },
];

function folder(trainingPictures: number, change: Partial<FolderData> = {}): FolderData {
  const source = { name: 'Gears', licence: '', citation: '', split: 'by picture' };
  const train = part(trainingPictures - 10, 10);
  const data = { classes: CLASSES, source, soundClass: null, train, test: part(12, 4) };
  return { data, channels: 1, digest: 'abc', notes: [], ...change };
}

const surface: ModelCard = testCard('surface-natural');
const natural: ModelCard = {
  ...testCard('gears-natural', 64),
  classes: CLASSES,
  data: { ...surface.data, split: 'by picture', trainingPictures: 100 },
};

describe('the recipe of a folder', () => {
  it('goes on from the convolutions of the surface model where pictures are grey', () => {
    const recipe = folderRecipe(ASKED, folder(100), [surface], []);
    expect(recipe).toMatchObject({
      id: 'gears-natural',
      name: { en: 'Gears', ja: 'Gears' },
      regime: 'natural',
      seed: 5,
      input: { height: 64, width: 64, channels: 1, fit: 'letterbox' },
      convolutions: surfaceNatural.convolutions,
      startFrom: { model: 'surface-natural', keepLogits: false },
      balanced: true,
      measure: 'balancedAccuracy',
      augmentation: { flips: true, turns: false, crop: 0, paste: 0 },
    });
    expect(recipe).not.toHaveProperty('adversary');
    const upright = folderRecipe({ ...ASKED, mirror: false }, folder(100), [], []);
    expect(upright.augmentation.flips).toBe(false);
    expect(folderRecipe(ASKED, folder(100), [], []).startFrom).toBeNull();
    const colour = folderRecipe(ASKED, folder(100, { channels: 3 }), [surface], []);
    expect([colour.startFrom, colour.input.channels]).toEqual([null, 3]);
  });

  it('takes steps by the number of pictures, within bounds, or as many epochs as asked for', () => {
    const steps = (pictures: number, epochs: number | null = null) =>
      folderRecipe({ ...ASKED, epochs }, folder(pictures), [], []).steps;
    expect([steps(60), steps(800), steps(30_000)]).toEqual([600, 1500, 6000]);
    expect([steps(64, 2), steps(65, 2)]).toEqual([4, 5]);
  });

  it('has the adversary of the surface; ε grows slowly unless a natural model of the folder is there', () => {
    const asked = { ...ASKED, regime: 'pgd' } as const;
    const alone = folderRecipe(asked, folder(100), [surface], []);
    expect(alone.adversary).toMatchObject({ epsilon: 8 / 255, rampSteps: 0.6 * alone.steps });
    expect(alone.name).toEqual({ en: 'Gears, PGD', ja: 'Gears（PGD 学習）' });
    const heir = folderRecipe(asked, folder(100), [surface, natural], []);
    expect(heir.startFrom).toEqual({ model: 'gears-natural', keepLogits: true });
    expect(heir.adversary?.rampSteps).toBe(0.3 * heir.steps);
    const pgd = { ...natural, id: 'gears-pgd' };
    const norm = folderRecipe({ ...ASKED, regime: 'ig-sum-norm' }, folder(100), [natural, pgd], []);
    expect(norm.startFrom?.model).toBe('gears-pgd');
  });

  it.each([
    ['size', { input: { ...natural.input, width: 96 } }],
    ['channels', { input: { ...natural.input, channels: 3 as const } }],
    ['classes', { classes: CLASSES.toReversed() }],
    ['split', { data: { ...natural.data, split: 'by tile' } }],
    ['pictures', { data: { ...natural.data, trainingPictures: 99 } }],
  ])('does not go on from a model with other %s', (_, change) => {
    const known = [{ ...natural, ...change }];
    const recipe = folderRecipe({ ...ASKED, regime: 'pgd' }, folder(100), known, []);
    expect(recipe.startFrom).toBeNull();
  });

  it('keeps its state apart from that of other pictures', () => {
    const [one, other] = ['abc', 'abd'].map((digest) =>
      checkpointFile(folderRecipe(ASKED, folder(100, { digest }), [], [])),
    );
    expect(one.href).not.toBe(other.href);
  });

  it('never takes the place of a shipped model', () => {
    expect(() => folderRecipe(ASKED, folder(100), [], ['gears-natural'])).toThrow(
      '--name must be another: gears-natural is a model of the product, got Gears',
    );
  });
});

describe('the id of a model', () => {
  it('is made of the letters of its name; what they cannot tell apart its digest does', () => {
    expect(folderModelId('Cracked gears/2', 'pgd')).toBe('cracked-gears-2-pgd');
    expect(folderModelId('Pièces', 'natural')).toBe('pieces-natural');
    expect(folderModelId('歯車', 'natural')).toMatch(/^[0-9a-f]{8}-natural$/);
    expect(folderModelId('歯車 A', 'natural')).not.toBe(folderModelId('軸受 A', 'natural'));
  });
});

describe('the remark', () => {
  it('names the class with the fewest pictures and what one of them moves', () => {
    const { en, ja } = folderRemark({ balancedAccuracy: 0.75 }, folder(100).data);
    expect(en).toContain('75 % balanced accuracy where chance is 50 %, on 16 pictures held out');
    expect(en).toContain('“worn”, has 4: one picture moves its recall by 25 %');
    expect(ja).toContain('「worn」の 4 枚で、1 枚でそのクラスの再現率が 25% 変わります');
  });
});
