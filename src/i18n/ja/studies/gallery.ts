import type { StudyCatalogue } from '../../studies.ts';

export const gallery: StudyCatalogue['gallery'] = {
  title: '手法の一覧',
  about: '同じ画像と同じ摂動を、現在のパラメータですべての手法にかけて比べます。',
  empty: '各手法の摂動前後のヒートマップと、その安定性を並べて表示します。',
  list: '手法',
  original: (n) => `${n.method}、元画像`,
  perturbed: (n) => `${n.method}、摂動後`,
  recall: 'LENS recall（偶然補正値）',
  raw: '同じ位置',
  aligned: '位置合わせ後',
  time: '計算時間',
  seconds: (n) => `${n.time} 秒`,
  use: 'この手法を使う',
  useNamed: (n) => `この手法を使う：${n.method}`,
  current: '使用中',
  pending: '計算しています…',
  notReached: '未計算',
  dead: 'ヒートマップの値がすべて 0 です。',
  scale: '配色の範囲は手法ごとに決めています。手法の間では、明るさではなく場所を比べてください。',
};
