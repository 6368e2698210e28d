import type { Likeness } from '../../domain/score.ts';
import type { Catalogue } from '../en.ts';

const lens = 'Kamath, Mittal, Deshpande, Balasubramanian, AAAI 2024';
const share = '範囲は 0～1 で、大きいほど安定しています。';
const correlation = '範囲は −1～1 で、大きいほど安定しています。0 は偶然と同程度です。';

const order: Record<Likeness, string> = {
  same: '画素の強弱の順序は保たれています。',
  close: '画素の強弱の順序はほぼ保たれています。',
  loose: '画素の強弱の順序はおおまかに保たれています。',
  none: '画素の強弱の順序にはほとんど関係がありません。',
  opposite: '画素の強弱の順序が逆転しています。',
};

export const scores: Catalogue['scores'] = {
  table: '安定性スコア',
  forSettings: (n) => `k ${n.k}（${n.share}）、w ${n.w} px`,
  score: 'スコア',
  value: '値',
  chance: '偶然水準',
  corrected: '偶然補正値',
  p: 'p 値',
  plain: 'わかりやすく言うと',
  groups: { topK: '上位画素', diverse: '離れた箇所', maps: 'ヒートマップ全体' },
  byId: {
    topKIntersection: {
      name: '上位 k 画素の一致率',
      meaning: '値の大きい上位 k 画素のうち、2 枚のヒートマップで同じ画素である割合です。',
      plain: (n) => `上位画素の ${n.share} がまったく同じ画素です。`,
      direction: share,
      source: 'Ghorbani, Abid, Zou, AAAI 2019',
    },
    lensRecallAtK: {
      name: 'LENS 再現率@k',
      meaning:
        '摂動後の上位 k 画素のうち、元画像の上位 k 画素のいずれかから w 画素以内にある割合です。',
      plain: (n) => `摂動後の箇所の ${n.share} は、元画像でも ${n.w} px 以内にありました。`,
      direction: share,
      source: lens,
    },
    lensPrecisionAtK: {
      name: 'LENS 適合率@k',
      meaning:
        '元画像の上位 k 画素のうち、摂動後の上位 k 画素のいずれかから w 画素以内にある割合です。',
      plain: (n) => `元画像の箇所の ${n.share} は、摂動後も ${n.w} px 以内に残っています。`,
      direction: share,
      source: lens,
    },
    topKDivIntersection: {
      name: '多様な上位 k 画素の一致率',
      meaning:
        '互いに w 画素より離れた強い画素だけを選んだ集合で求めた一致率です。1 か所の明るい点が k 画素を占めることを防ぎます。',
      plain: (n) =>
        `離れた ${n.before} か所と ${n.after} か所のうち、${n.share} がまったく同じ画素です。`,
      direction: share,
      source: lens,
    },
    lensRecallAtKDiv: {
      name: 'LENS 再現率@k-div',
      meaning:
        '多様な集合で求めた LENS 再現率です。窓が広い範囲を覆うため、偶然水準と合わせて読んでください。',
      plain: (n) =>
        `摂動後の離れた ${n.after} か所の ${n.share} は、元画像でも ${n.w} px 以内にありました。`,
      direction: share,
      source: lens,
    },
    lensPrecisionAtKDiv: {
      name: 'LENS 適合率@k-div',
      meaning:
        '多様な集合で求めた LENS 適合率です。窓が広い範囲を覆うため、偶然水準と合わせて読んでください。',
      plain: (n) =>
        `元画像の離れた ${n.before} か所の ${n.share} は、摂動後も ${n.w} px 以内に残っています。`,
      direction: share,
      source: lens,
    },
    spearman: {
      name: 'スピアマン',
      meaning: '強い画素から弱い画素まで、全画素の順位の相関です。',
      plain: (n) => order[n.likeness],
      direction: correlation,
      source: 'Spearman 1904',
    },
    kendall: {
      name: 'ケンドール',
      meaning:
        '大小関係が一致する画素対から、一致しない画素対を引いた割合です（同値を考慮した τ-b）。',
      plain: (n) => `2 画素を比べると、${n.pairs} の割合で強弱の関係が変わりません。`,
      direction: correlation,
      source: 'Kendall 1945; Knight 1966',
    },
    lensSpearman: {
      name: 'LENS-スピアマン',
      meaning: '両方のヒートマップを (2w + 1)² 画素で平均してから求めたスピアマン相関です。',
      plain: (n) => `${n.side} × ${n.side} px で平均すると、${order[n.likeness]}`,
      direction: correlation,
      source: lens,
    },
    lensKendall: {
      name: 'LENS-ケンドール',
      meaning: '両方のヒートマップを (2w + 1)² 画素で平均してから求めたケンドール相関です。',
      plain: (n) =>
        `${n.side} × ${n.side} px の領域どうしを比べると、${n.pairs} の割合で強弱の関係が変わりません。`,
      direction: correlation,
      source: lens,
    },
    pearson: {
      name: 'ピアソン',
      meaning: '全画素の値の線形相関です。',
      plain: (n) =>
        ({
          same: '値の増減が一致しています。',
          close: '値の増減がおおむね一致しています。',
          loose: '値の増減にゆるやかな関係があります。',
          none: '値にはほとんど関係がありません。',
          opposite: '一方が強い所で他方が弱くなっています。',
        })[n.likeness],
      direction: correlation,
      source: 'Pearson 1895',
    },
    ssim: {
      name: 'SSIM',
      meaning:
        '構造的類似度です。小さな窓（ガウス、11 × 11）ごとの平均・コントラスト・模様を比べます。',
      plain: (n) =>
        ({
          same: 'ヒートマップの見た目は同じです。',
          close: 'ヒートマップの見た目はよく似ています。',
          loose: 'ヒートマップの見た目は少し似ています。',
          none: 'ヒートマップの見た目は異なります。',
          opposite: '一方は他方を反転したように見えます。',
        })[n.likeness],
      direction: '範囲は −1～1 で、大きいほど安定しています。偶然水準はありません。',
      source: 'Wang, Bovik, Sheikh, Simoncelli 2004',
    },
    massCenterShift: {
      name: '重心の移動',
      meaning: '値の絶対値で重み付けした重心どうしの距離（画素）です。',
      plain: (n) => `根拠の中心が ${n.value} px 動きました。`,
      direction: '0 px 以上で、小さいほど安定しています。偶然水準はありません。',
      source: 'Ghorbani, Abid, Zou, AAAI 2019',
    },
  },
  aligned: '位置合わせ後',
  alignedCorrected: '同 補正値',
  alignedMeaning:
    '動きを元に戻し、両方の画像で有効な画素だけで求めた値です。元の値が低く、位置合わせ後が高ければ、ヒートマップはワークと一緒に動いています。',
  chanceMeaning:
    '無関係な 2 枚のヒートマップでも平均して得られる値です。一方の画素集合を巡回シフトして任意の位置に置いた場合の平均で求めます。',
  correctedMeaning: '(値 − 偶然水準) / (1 − 偶然水準)。1 は完全一致、0 は偶然と同程度を表します。',
  pMeaning:
    '一方の画素集合のすべての巡回シフトのうち、同じかそれ以上の値になる割合です。小さければ、画素の数や固まり方だけでなく、場所が一致しています。',
  source: '出典',
  chanceSource: 'Jitterscope 独自（論文にはありません）',
  gaps: {
    'k-exceeds-valid-area': 'k が、両方の画像で有効な画素数を超えています',
    'chance-is-one': '窓が画像全体を覆うため、偶然水準が 1 になります',
    'constant-map': '一方のヒートマップの値がすべて同じです',
    'zero-map': '一方のヒートマップの値がすべて 0 です',
    'map-too-small': 'ヒートマップが 11 × 11 px より小さいため求められません',
  },
  pending: '計算中',
  tooLargeForP: 'ヒートマップが大きすぎるため、p 値は求めません。',
  tiedAtCut:
    'k 番目の値を複数の画素が共有しています。どの画素が選ばれるかはモデルではなく画素の並び順で決まるため、k またはベースラインを変えてください。',
  tiedOriginal: '境界で同値：元画像のヒートマップ',
  tiedPerturbed: '境界で同値：摂動後のヒートマップ',
  tiedBoth: '境界で同値：両方のヒートマップ',
  fewerSpots: (n) =>
    `互いに ${n.w} px より離れた箇所は、元画像で ${n.before} か所、摂動後で ${n.after} か所しか取れず、k = ${n.k} に届きません。`,
  concentration: {
    gini: '集中度（ジニ係数）',
    giniMeaning:
      '値の絶対値のジニ係数です。0 は全画素が均等、1 は 1 画素だけが根拠になっている状態です。',
    entropy: '広がり（エントロピー）',
    entropyMeaning:
      '値の絶対値のエントロピーを最大値で割ったものです。1 は全画素が均等、0 は 1 画素だけが根拠になっている状態です。',
    regionCount: '離れた領域の数',
    regionCountMeaning:
      '上位 k 画素を窓で広げたときの連結領域の数です。根拠がいくつの場所に分かれているかを示します。',
  },
  maxSensitivity: '最大感度',
  maxSensitivityMeaning:
    '安定性曲線の各点での ‖A − B‖ / ‖A‖ の最大値です。0 以上で、小さいほど安定しています。Yeh et al., NeurIPS 2019。',
  localLipschitz: '局所リプシッツ',
  localLipschitzMeaning:
    '安定性曲線の各点での ‖A − B‖ / ‖x − x′‖ の最大値で、画像の変化に対してヒートマップが変わる速さです。同じモデルと手法の間でだけ比べてください。Alvarez-Melis, Jaakkola 2018。',
  overPlaces: (n) => `${n.value}（${n.count} 点）`,
};
