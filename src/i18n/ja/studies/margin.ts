import type { StudyCatalogue } from '../../studies.ts';

export const margin: StudyCatalogue['margin'] = {
  title: '安定余裕',
  about: '選んだ摂動をどこまで強くすると、摂動なしのときと総合評価が変わるかを調べます。',
  empty: '摂動なしから順に強さを上げ、総合評価が変わった区間を 1 刻みまで絞り込みます。',
  turns: (n) => `${n.place} で総合評価が変わります：${n.from} → ${n.to}。`,
  lost: (n) => `${n.place} で信頼できなくなります：${n.to}。`,
  bears: (n) => `上限の ${n.place} まで総合評価は変わりませんでした：${n.verdict}。`,
  keeps: (n) => `上限の ${n.place} まで、それより悪い結果は見つかりませんでした。`,
  unjudged: (n) =>
    `摂動なしでも総合評価が「${n.verdict}」のため、余裕を測れません。理由は上の総合評価を参照してください。`,
  walk: (n) =>
    `${n.count} 点の強さを調べ、変わり目を ${n.step} まで絞り込みました。探索の間隔（最大 ${n.gap}）の内側で一度変わって元に戻る場合は検出できません。`,
  chart: '調べた強さと総合評価',
  chartNote: (n) =>
    `縦軸は top-k と LENS のうち高いほうの偶然補正値です。ワークが動く摂動では位置合わせ後の値を使います。破線は一致とみなす値 ${n.agree} です。`,
  table: '調べた強さの一覧',
  columns: { at: '強さ', verdict: '総合評価', topK: 'top-k', lens: 'LENS' },
};
