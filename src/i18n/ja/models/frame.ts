import type { ModelsCatalogue } from '../../models.ts';

export const frame: ModelsCatalogue['frame'] = {
  title: 'モデル',
  about:
    '各モデルのカードです。何をどのように学習したか、どれだけ正解するか、そして画像を意図的に改変されてもどれだけ正解を保てるかを示します。',
  shipped: '内蔵モデル',
  familyOf: (n) => `${n.data}（入力 ${n.input}）`,
  table: (n) => `${n.data} で学習したモデル`,
  columns: {
    model: 'モデル',
    regime: '学習方法',
    pictures: '学習枚数',
    attacked: '攻撃下の正解率',
    open: '開く',
  },
  pictures: (n) => `${n.count} 枚`,
  attackNote: (n) => `攻撃下：±${n.epsilon}/255 以内の射影勾配法（PGD）による改変。`,
  notMeasured: '未測定',
  use: '比較で使う',
  useOf: (n) => `「${n.name}」を比較で使う`,
  inUse: '使用中',
  cards: 'カード',
};
