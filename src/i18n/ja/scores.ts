import type { Catalogue } from '../en.ts';

export const scores: Catalogue['scores'] = {
  table: '安定性スコア',
  forSettings: (n) => `k ${n.k}（${n.share}）、w ${n.w} px`,
  score: 'スコア',
  value: '値',
  chance: '偶然水準',
  corrected: '偶然補正値',
  byId: {
    topKIntersection: {
      name: '上位 k 画素の一致率',
      meaning: '値の大きい上位 k 画素のうち、2 枚のヒートマップで同じ画素である割合です。',
    },
    lensRecallAtK: {
      name: 'LENS 再現率@k',
      meaning:
        '摂動後の上位 k 画素のうち、元画像の上位 k 画素のいずれかから w 画素以内にある割合です。',
    },
    lensPrecisionAtK: {
      name: 'LENS 適合率@k',
      meaning:
        '元画像の上位 k 画素のうち、摂動後の上位 k 画素のいずれかから w 画素以内にある割合です。',
    },
  },
  aligned: '位置合わせ後',
  alignedChance: '同 偶然水準',
  alignedCorrected: '同 補正値',
  alignedMeaning:
    'シフトを元に戻し、両方の画像で有効な画素だけで求めた値です。元の値が低く、位置合わせ後が高ければ、ヒートマップはワークと一緒に動いています。',
  alignedGroup: (n) => `シフト ${n.motion} を戻した後`,
  rawGroup: '同じ座標のまま',
  direction: '範囲は 0～1 で、大きいほど安定しています。',
  chanceMeaning:
    '無関係な 2 枚のヒートマップでも平均して得られる値です。一方の画素集合を巡回シフトして任意の位置に置いた場合の平均で求めます。',
  correctedMeaning: '(値 − 偶然水準) / (1 − 偶然水準)。1 は完全一致、0 は偶然と同程度を表します。',
  source: '出典',
  lensSource: 'Kamath, Mittal, Deshpande, Balasubramanian, AAAI 2024',
  chanceSource: 'Jitterscope 独自（論文にはありません）',
  gaps: {
    'k-exceeds-valid-area': 'k が、両方の画像で有効な画素数を超えています',
    'not-geometric': '位置が動いていないため、位置合わせは不要です',
    'chance-is-one': '窓が画像全体を覆うため、偶然水準が 1 になります',
  },
  tiedAtCut:
    'k 番目の値を複数の画素が共有しています。どの画素が選ばれるかはモデルではなく画素の並び順で決まるため、k またはベースラインを変えてください。',
  tiedOriginal: '境界で同値：元画像のヒートマップ',
  tiedPerturbed: '境界で同値：摂動後のヒートマップ',
  tiedBoth: '境界で同値：両方のヒートマップ',
};
