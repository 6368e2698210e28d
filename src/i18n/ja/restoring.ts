import type { Catalogue } from '../en.ts';

export const restoring: Catalogue['restoring'] = {
  restored: (n) => `${n.date} のレポートから復元しました。`,
  exact: '総合評価・確率・重なりのスコアは完全に一致しています。',
  agree: (n) =>
    `総合評価・確率・重なりのスコアは一致しています（スコアの差は ${n.score} 以内、確率の差は ${n.probability} 以内）。`,
  differ: (n) => `${n.count} 件の値が異なります：${n.list}。`,
  differMany: (n) => `${n.count} 件の値が異なります。主なもの：${n.list}。`,
  otherModel: 'モデルのバージョンが、レポート作成時と異なります。',
  all: (n) => `異なる値をすべて表示（${n.count} 件）`,
  more: (n) => `ほか ${n.count} 件`,
  thenNow: (n) => `${n.what}：作成時 ${n.then}、現在 ${n.now}`,
  separator: '；',
  verdict: '総合評価',
  aligned: (n) => `${n.score}（位置合わせ後）`,
  sides: {
    original: {
      decision: '元画像の判定',
      classCount: '元画像のクラス数',
      probability: (n) => `元画像での「${n.name}」の確率`,
    },
    perturbed: {
      decision: '摂動後の判定',
      classCount: '摂動後のクラス数',
      probability: (n) => `摂動後の「${n.name}」の確率`,
    },
  },
};
