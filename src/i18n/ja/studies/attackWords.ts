import type { StudyCatalogue } from '../../studies.ts';

export const attackWords: StudyCatalogue['attackWords'] = {
  heading: '判定根拠への攻撃',
  names: {
    attackTopK: '上位画素から外す',
    attackLens: '上位画素とその近傍から外す',
    attackMassCenter: '重心をずらす',
    attackTarget: '塗った領域へ誘導',
    attackDecision: '判定のほうを変える',
  },
  scores: {
    topKIntersection: '上位 k 画素の一致率',
    lensRecallAtK: 'LENS 再現率',
    massCenterShift: '重心の移動量',
    relevanceMassAccuracy: '領域内の割合',
    logitMargin: '判定クラスのロジット差',
  },
  found: {
    topKIntersection: (n) =>
      `±${n.epsilon}/255 以内の変更で、判定を変えずに、上位画素のうち元の位置に残るのは ${n.value} だけになりました。`,
    lensRecallAtK: (n) =>
      `±${n.epsilon}/255 以内の変更で、判定を変えずに、元の上位画素の近くに残るのは ${n.value} だけになりました。`,
    massCenterShift: (n) =>
      `±${n.epsilon}/255 以内の変更で、判定を変えずに、判定根拠の重心が ${n.value} 移動しました。`,
    relevanceMassAccuracy: (n) =>
      `±${n.epsilon}/255 以内の変更で、判定を変えずに、判定根拠の ${n.value} が塗った領域に入りました。`,
    logitMargin: (n) =>
      `±${n.epsilon}/255 以内の変更で判定が変わり、上位画素の ${n.value} は元の位置に残っています。`,
  },
  byChance: (n) =>
    `±${n.epsilon}/255 のランダムな変更だけで、この攻撃と同じかそれ以上に判定根拠が変わります。攻撃がなくても安定していません。`,
  decisionByChance: (n) => `±${n.epsilon}/255 のランダムな変更だけで判定が変わります。`,
  withstood: (n) =>
    `±${n.epsilon}/255 以内では、この攻撃でもランダムな変更でも判定根拠は動きませんでした。`,
  failed: (n) =>
    `±${n.epsilon}/255 以内で判定を保った画像が 1 枚もありませんでした。判定根拠の頑健さについては何も言えません。`,
  decisionStays: (n) => `この攻撃では、±${n.epsilon}/255 以内で判定を変えられませんでした。`,
  impossible: {
    'map-does-not-move':
      'ヒートマップが画像に依存しないため（線形モデルなど）、どのような攻撃でも動かせません。',
    'dead-gradient': 'ヒートマップがすべて 0 のため、攻撃する判定根拠がありません。',
    'score-is-fixed':
      'この k と w では、どのヒートマップでもスコアが同じになるため、攻撃できません。k または w を小さくしてください。',
  },
  controls: (n) =>
    `${n.score}：攻撃 ${n.attack}、ランダムな変更 ${n.random}、ノイズ 1 回 ${n.noise}（${n.how}）。`,
  bySteps: (n) => `${n.step}/255 ずつ ${n.steps} ステップ`,
  bySquares: (n) => `勾配を使わず正方形を ${n.steps} 回試行`,
  lead: (n) => `ランダムな変更を ${n.gain} 上回りました。${n.found}`,
  points: (n) => `${n.points} ポイント`,
  pixels: (n) => `${n.pixels} px`,
  none: '判定を保った画像なし',
};
