import type { Catalogue } from '../en.ts';

const share =
  '範囲は 0～1 で、大きいほど良い値です。欠陥と無関係なヒートマップでは、後ろに示すマスクの面積比と同程度になります。';
const clevr = 'Arras, Osman, Samek, CLEVR-XAI, Information Fusion 2022';

export const truth: Catalogue['truth'] = {
  open: 'マスクを開く',
  about: 'マスクについて',
  help: '画像と同じ大きさの PNG です。0 より明るい画素を欠陥とみなします。マスクがあると、ヒートマップが欠陥をどれだけ指しているかを下の確認欄に表示します。モデルへの入力の画素は、面積の 4 分の 1 以上が覆われていれば欠陥とみなします。ワークが動く摂動では、マスクも一緒に動かして比べます。',
  restored:
    '復元したレポートの画像はモデルへの入力そのものです。マスクを使うには、元の画像を開いてください。',
  opening: (n) => `${n.name} を読み込み中`,
  opened: (n) => `マスク ${n.name}`,
  share: (n) => `入力の ${n.share}`,
  outline: 'ヒートマップに輪郭を表示',
  remove: 'マスクを外す',
  marksNothing:
    'モデルへの入力には欠陥の画素がありません。4 分の 1 以上覆われた画素がないためです。',
  byId: {
    pointingGame: {
      name: 'ポインティングゲーム',
      short: '最強画素の位置',
      meaning: 'ヒートマップの最も強い画素が、マスクの示す欠陥の上にあるかどうかです。',
      direction:
        '的中が良い結果です。欠陥と無関係なヒートマップでも、後ろに示すマスクの面積比の確率で的中します。',
      source: 'Zhang, Lin, Brandt, Shen, Sclaroff, ECCV 2016',
    },
    relevanceMassAccuracy: {
      name: '欠陥内の根拠の割合',
      short: '欠陥内の根拠',
      meaning:
        'ヒートマップの正の値の合計のうち、マスクの示す欠陥の上にある割合です（relevance mass accuracy）。',
      direction: share,
      source: clevr,
    },
    relevanceRankAccuracy: {
      name: '欠陥内の上位画素の割合',
      short: '欠陥内の上位画素',
      meaning:
        '欠陥の画素数と同じ数だけ強い画素を選んだとき、欠陥の上にある割合です（relevance rank accuracy）。',
      direction: share,
      source: clevr,
    },
  },
  hit: '的中',
  miss: '外れ',
  readAgainst: (n) => `${n.scores}（マスク ${n.share}）`,
};
