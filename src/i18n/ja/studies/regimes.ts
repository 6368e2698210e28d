import type { StudyCatalogue } from '../../studies.ts';

export const regimes: StudyCatalogue['regimes'] = {
  title: '学習方法の比較',
  about: '同じ学習データを別の方法で学習したモデルに、同じ画像と同じ摂動を与えて並べて比べます。',
  empty: 'モデルごとに、摂動前後の判定、ヒートマップ、スコア、総合評価を表示します。',
  trainings: {
    natural: {
      name: '通常の学習',
      about:
        'そのままの画像に正しく答えるように学習しています（交差エントロピー）。判定根拠の安定性や、小さな変化への強さは学習の目標に含まれません。',
    },
    pgd: {
      name: 'PGD 学習',
      about:
        '決められた範囲で最も間違えやすく変化させた画像で学習しています。小さな変化で判定が変わらないことが目標です。Madry ら、ICLR 2018。',
    },
    'ig-norm': {
      name: 'IG-NORM 学習',
      about:
        '小さな変化で損失の積分勾配（IG）が大きく動かないように学習しています。判定根拠が変わらないことが目標です。Chen ら、NeurIPS 2019。',
    },
    'ig-sum-norm': {
      name: 'IG-SUM-NORM 学習',
      about:
        '判定を誤らせる変化と、損失の積分勾配を動かす変化の両方に強くなるように学習しています。Chen ら、NeurIPS 2019。',
    },
  },
  antialiased: (n) => `${n.name}＋アンチエイリアス`,
  antialiasedAbout:
    'ストライドの前にぼかしを入れたモデルです。ワークの移動が 1 ストライドより小さくても、ヒートマップが追従できます。Zhang、ICML 2019。',
  ofModel: (n) => `${n.name}（${n.model}）`,
  compared: (n) => `比較するモデル：${n.models}。`,
  absent: (n) => `${n.models}のモデルはありません。`,
  none: (n) =>
    `比べるモデルがありません。「${n.data}」を同じ入力、同じクラスで学習した別のモデルが登録されていません。比較の対象：${n.models}のモデル。作成できるモデルは npm run train で一覧できます。手元のフォルダーから作る場合は npm run train -- folder DIR --regime pgd を実行してください。`,
  list: 'モデル',
  current: '使用中',
  use: 'このモデルを使う',
  useNamed: (n) => `このモデルを使う：${n.model}`,
  original: (n) => `元画像のヒートマップ、${n.name}`,
  perturbed: (n) => `摂動後のヒートマップ、${n.name}`,
  before: '摂動前',
  after: '摂動後',
  decided: (n) => `${n.name}、${n.share}`,
  explained: '説明するクラス',
  scale:
    '各モデルの 2 枚のヒートマップは同じ配色の範囲を使い、数値を下に示しています。配色の範囲はモデルごとに異なるため、モデルの間では明るさではなく場所を比べてください。',
  ownClass: '各モデルが元画像に対して予測したクラスを、それぞれ説明しています。',
  fixedClass: (n) => `すべてのモデルで、設定されたクラス「${n.name}」を説明しています。`,
  differ: (n) =>
    `元画像の判定がモデルによって異なります：${n.models}。ヒートマップの場所ではなく、安定性を比べてください。`,
  says: (n) => `${n.model}は「${n.name}」`,
  scores: (n) => `スコア、${n.model}`,
  score: 'スコア',
  value: '値',
  chance: '偶然',
  aligned: '位置合わせ後',
  alignedChance: '偶然水準（位置合わせ後）',
  underPgd: (n) => `攻撃下（PGD、ε ${n.epsilon}/255、${n.steps} ステップ）`,
  dead: 'ヒートマップの値がすべて 0 です。',
  why: (n) => `評価の理由、${n.model}`,
  pending: '計算しています…',
  notReached: '未計算',
  conclusion: (n) => `この摂動では、${n.clauses}。`,
  between: '。',
  holds: (n) => `${n.models}では判定根拠が保たれます`,
  lost: (n) => `${n.models}では判定根拠が失われます`,
  void: (n) => `${n.models}では判定自体が変わります`,
  untold: (n) => `${n.models}については評価できません`,
  alike: (n) => `${n.said}学習方法による違いは見られません。`,
  evidence: (n) => `${n.model}（${n.score} ${n.value}、偶然水準 ${n.chance}）`,
  alignedScore: (n) => `位置合わせ後の ${n.score}`,
  turned: (n) => `${n.model}（${n.before} → ${n.after}）`,
};
