import type { Localised } from '../../src/domain/model.ts';
import type { Evaluation } from '../evaluate.ts';

/** What the accuracy on the magnetic tiles is worth, with the numbers that came out. */
export function magneticTileRemark({ balancedAccuracy, perClass }: Evaluation): Localised {
  const percent = (share: number) => Math.round(100 * share);
  const [reached, chance] = [percent(balancedAccuracy), percent(1 / perClass.length)];
  return {
    en: `${reached} % balanced accuracy where chance is ${chance} %. Only a handful of different tiles show each defect (two to six in the test part), so a single tile moves the recall of its class by a sixth to a half; and defects fill as little as 0.1 % of a picture. For trying methods on real pictures, not for decisions on parts.`,
    ja: `均衡正解率は ${reached}%（偶然水準 ${chance}%）です。各欠陥が写っているタイルはごくわずかで（テスト側は 2〜6 枚）、タイル 1 枚でそのクラスの再現率が 6 分の 1 から半分ほど変わります。また、欠陥が画像の 0.1% ほどしか占めないこともあります。実画像で手法を試すためのモデルであり、部品の合否判定には使えません。`,
  };
}
