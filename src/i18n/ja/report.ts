import type { report as english } from '../en/report.ts';

/** The report in Japanese. */
export const report: typeof english = {
  title: '判定根拠の安定性レポート',
  picture: '画像',
  original: '元画像のヒートマップ',
  perturbed: '摂動後のヒートマップ',
  difference: '差分マップ',
  differenceCaption: '摂動後 − 元画像',
  weaker: '青：摂動後に減少',
  stronger: '赤：増加',
  explains: (n) => `${n.method}・クラス「${n.name}」`,
  samePixels: '同じ画素で一致',
  withinWindow: (n) => `${n.w} px 以内で一致`,
  afterUndoing: '動きを戻すと一致',
  chance: (n) => `偶然水準 ${n.share}`,
  oneScale: '2 枚のヒートマップに共通の配色スケールです。',
  oneScaleRobust:
    '2 枚のヒートマップに共通の配色スケールです。上端は値の 99.5 パーセンタイルです。',
  stride: (n) => `ストライド ${n.stride}`,
  curveEmpty: '計算していません。',
  settings: '設定',
  model: 'モデル',
  computed: '計算環境',
  method: '手法',
  perturbation: '摂動',
  maps: '比較したマップ',
  mask: 'マスク',
  shiftBetween: '2 枚の間のシフト',
  agreesFrom: '一致の下限',
  chanceUpTo: '偶然の上限',
  profile: 'プロファイル',
  profileOf: ({ name, changed, otherModel, otherMethod }) => {
    const other = otherModel || otherMethod;
    return `${name}${changed ? '（変更あり）' : ''}${other ? '（別のモデルまたは手法用）' : ''}`;
  },
  name: '名称',
  size: 'サイズ',
  pictureNotes: {
    'first-frame-of-animation': 'アニメーションの最初のフレーム。',
    'rotated-by-exif': 'EXIF により向きを補正。',
    'alpha-on-background': '透明部分は背景色に合成。',
  },
  backend: '計算方式',
  chosenBecause: '選択の理由',
  version: 'バージョン',
  date: '作成日時',
  time: '計算時間',
  restore:
    'この PNG ファイルを Jitterscope にドロップすると、復元して再計算できます。設定、モデルへの入力、スコアは iTXt チャンク「jitterscope」に含まれています。',
  beforeAfter: (n) => `${n.before} → ${n.after}`,
  gradientError: (n) => `誤差 ${n.error} 以下（${n.directions} 方向）`,
  parity: 'JavaScript との比較',
  parityPassed: (n) => `一致（差 ${n.difference} 以下）`,
  parityFailed: (n) => `不一致（差 ${n.difference}）`,
  saturated: '飽和',
};
