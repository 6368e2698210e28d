import type { Localised } from '../../src/domain/model.ts';
import type { TrainingData } from '../datasets/labelledPictures.ts';
import type { Evaluation } from '../evaluate.ts';

/** What an accuracy on own pictures is worth: on how few it stands, and what a split by picture cannot see. */
export function folderRemark(
  { balancedAccuracy }: Pick<Evaluation, 'balancedAccuracy'>,
  { classes, test }: Pick<TrainingData, 'classes' | 'test'>,
): Localised {
  const percent = (share: number) => Math.round(100 * share);
  const counts = classes.map((_, label) => test.filter((one) => one.label === label).length);
  const all = test.length;
  const least = Math.min(...counts);
  const rarest = classes[counts.indexOf(least)];
  const [reached, chance] = [percent(balancedAccuracy), percent(1 / classes.length)];
  const step = percent(1 / least);
  return {
    en: `${reached} % balanced accuracy where chance is ${chance} %, on ${all} pictures held out. The class with the fewest there, “${rarest.en}”, has ${least}: one picture moves its recall by ${step} %. The pictures were divided at random: where several show one part, they may stand on both sides, and the number is then too good.`,
    ja: `評価用の ${all} 枚で、均衡正解率は ${reached}%（偶然水準 ${chance}%）です。評価用の画像が最も少ないクラスは「${rarest.ja}」の ${least} 枚で、1 枚でそのクラスの再現率が ${step}% 変わります。画像は無作為に分割しています。同じ部品を写した画像が学習側と評価側の両方に入っている場合、この値は実際より高く出ます。`,
  };
}
