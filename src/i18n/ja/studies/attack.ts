import type { StudyCatalogue } from '../../studies.ts';

export const attack: StudyCatalogue['attack'] = {
  title: '判定根拠への攻撃',
  about:
    '±ε 以内の変更で、判定を変えずにヒートマップをどこまで動かせるかを調べます。同じ範囲のランダムな変更を必ず並べて示します。',
  empty: '±ε の範囲で、ヒートマップが最も悪くなる画像を少しずつ探します。',
  kind: '攻撃',
  help: {
    attackTopK: '上位画素の値を下げます（Ghorbani ら 2019）。',
    attackLens:
      '上位画素と、そこから w 画素以内の値を下げます。小さなずれを許すスコアを知ったうえでの攻撃です。',
    attackMassCenter: '判定根拠の重心を動かします（Ghorbani ら 2019）。',
    attackTarget: '塗った領域に判定根拠を移します（Ghorbani ら 2019）。',
    attackDecision:
      'ロジット差だけを見て判定を変え、判定根拠がどれだけ残るかを示します（PGD、Madry ら 2018）。',
  },
  numbers: {
    epsilon: {
      label: 'ε（255 階調）',
      help: '画像のどの値も、これより大きくは変わりません。8/255 は目ではほとんど分かりません。',
    },
    stepSize: { label: '1 ステップの幅 α（255 階調）', help: '1 ステップで各値が動く量です。' },
    steps: {
      label: 'ステップ数',
      help: '攻撃が試す画像の枚数です。ランダムな対照も同じ枚数です。',
    },
    beta: {
      label: '鋭さ β',
      help: '進む向きは、ReLU をすべて softplus に置き換えたネットワークから求めます。β が大きいほど元のネットワークに近く、傾きは粗くなります。ヒートマップとスコアは常に元のネットワークで計算します。',
    },
    pathPoints: {
      label: '向きに使う点の数',
      help: '多くの勾配を平均する手法では、各ステップでこの数の点だけを微分します。ヒートマップとスコアにはすべての点を使います。',
    },
  },
  more: '詳しい設定',
  randomStart: 'ランダムな画像から始める',
  regionNeeded: '先に領域を塗ってください。',
  sumAbs: '攻撃の対象は、上の表示にかかわらず、チャンネル方向の |a| の和です。',
  region: '判定根拠を移す領域',
  regionHelp:
    '画像の上をドラッグします。キーボードでは矢印キーで移動、スペースで塗る、Delete で消す、+ と − でブラシの大きさを変えます。',
  cell: (n) => `x ${n.x}、y ${n.y}：${n.painted}`,
  painted: '塗り',
  unpainted: '未塗り',
  brush: 'ブラシの半径（px）',
  erase: '消す',
  clear: 'すべて消す',
  share: (n) => `画像の ${n.share} を塗りました`,
  best: 'これまでで最良のヒートマップ',
  bestAt: (n) => `ステップ ${n.step}：${n.score} ${n.value}`,
  original: '元のヒートマップ',
  noPicture: '判定を保った画像はまだありません。',
  chart: 'ステップごとの最良スコア',
  chartAttack: '攻撃',
  chartRandom: 'ランダムな変更',
  chartNoise: 'ノイズ 1 回',
  steps: 'ステップ',
  table: 'ステップごとのスコア',
  step: 'ステップ',
  look: 'ヒートマップで見る',
  lookBack: '選んだ摂動に戻る',
  lookSumAbs: '上のヒートマップは |a| の和ではありません。比べるには「|a| の和」を選んでください。',
  basis: (n) => `${n.attack}、±${n.epsilon}/255、${n.steps} ステップ`,
  direction: (n) =>
    `進む向きは平滑化したコピー（softplus、β = ${n.beta}）の 2 階微分から、ヒートマップ・判定・スコアは元のネットワークから求めています。`,
  margin: '進む向きは、ネットワーク自身の勾配から求めています。',
  square: {
    method: '勾配を使わない探索（矩形）です。この手法はここでは 2 回微分できません。',
    model: '勾配を使わない探索（矩形）です。モデルが層で構成されていません。',
    operation: '勾配を使わない探索（矩形）です。モデルに 2 階微分のない演算があります。',
  },
  kept: (n) => `${n.steps} 枚のうち ${n.kept} 枚が判定を保ちました。`,
};
