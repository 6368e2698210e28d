import type { Catalogue } from '../en.ts';
import { needs } from './needs.ts';

export const settings: Catalogue['settings'] = {
  explanation: '判定根拠',
  change: '摂動',
  comparison: '比較',
  method: {
    label: '判定根拠の手法',
    groups: {
      gradient: '勾配による手法',
      inside: 'ネットワーク内部による手法',
      hiding: '一部を隠す手法',
    },
    without: (n) => `${n.name}：このモデルでは使えません（${n.why}）`,
    lacks: needs,
  },
  reduction: {
    label: 'チャンネル',
    help: '色チャンネルごとの値を、画素ごとに 1 つの値へまとめる方法です。',
    choices: { sumAbs: '|a| の和', sum: '符号付きの和', maxAbs: '|a| の最大' },
  },
  parameters: {
    steps: {
      label: 'ステップ数',
      help: 'ベースラインから画像までの経路上の点数です。多いほど完全性ギャップは小さくなり、時間がかかります。',
    },
    sigma: {
      label: 'ノイズ σ',
      help: 'ノイズの標準偏差です（画素値の範囲に対する割合）。',
    },
    samples: {
      label: 'サンプル数',
      help: '勾配を求めるランダムな画像の枚数です。多いほどマップは安定し、時間がかかります。',
    },
    occlusionPatch: { label: 'パッチ (px)', help: '画像の一部を隠す正方形の一辺の長さです。' },
    occlusionStride: {
      label: 'パッチの移動量 (px)',
      help: 'パッチを一度に動かす量です。小さいほどマップは細かくなり、時間がかかります。パッチの一辺以下にします。',
    },
    masks: {
      label: 'マスク数',
      help: '画像に重ねるランダムなマスクの枚数です。多いほどマップは安定し、時間がかかります。',
    },
    cells: { label: '一辺のセル数', help: '画像に重ねる格子の行数と列数です。' },
    keepShare: {
      label: '残す割合',
      help: 'マスクで隠さずに残すセルの割合（平均）です。',
    },
    coalitions: {
      label: '連合数',
      help: 'モデルに見せるセルの組み合わせの最大数です。多いほど値は安定し、時間がかかります。一辺 3 セル以下なら厳密な値です。',
    },
  },
  baseline: {
    label: 'ベースライン',
    help: '「何も写っていない」状態とみなす画像で、経路の始点になります。これと同じ値の画素には寄与が付きません。',
    choices: {
      black: '黒',
      white: '白',
      mean: '平均色',
      blurred: 'ぼかした画像',
      noise: '一様ノイズ（シード付き）',
    },
  },
  cover: {
    label: '隠す部分の画像',
    help: '隠した部分に代わりに表示する画像です。良品の表面に近いものを選びます。黒いパッチは、それ自体が欠陥と判定されることがあります。',
  },
  layer: {
    label: '層',
    help: 'どの層の反応に重みを付けるかを選びます。出力に近い層ほどクラスを、入力に近い層ほど細かい位置を反映します。',
    last: (n) => `最後の層（${n.name}）`,
  },
  cycleSpinning: {
    label: 'サイクルスピニング',
    help: 'ネットワークの総ストライドの範囲で画像をずらし、それぞれのヒートマップを元の位置に戻して平均します。ネットワーク固有の格子模様は消えますが、細部は少しぼけます。',
    phases: '位相数',
    phasesHelp:
      '平均に使うシフトの数です。すべての位相を使うと、どのシフトでもヒートマップは部品と一緒に動きます。一部だけの場合は、シードに従って選びます。',
    cost: (n) => `勾配計算 ${n.phases} 倍`,
    short: (n) => `（${n.phases} 位相）`,
    fact: (n) => `サイクルスピニング（${n.phases} 位相）`,
  },
  targetClass: {
    label: 'クラス',
    help: '2 枚のヒートマップは、どちらもこのクラスの根拠を示します。',
    predicted: '判定クラス',
  },
  perturbation: { label: '摂動の種類' },
  shiftX: {
    label: 'シフト x (px)',
    help: '右方向への移動量です（モデル入力の画素単位）。小数は補間します。',
  },
  shiftY: {
    label: 'シフト y (px)',
    help: '下方向への移動量です（モデル入力の画素単位）。小数は補間します。',
  },
  border: {
    label: '端の処理',
    help: '移動で空いた部分を何で埋めるかを選びます。',
    choices: { edge: '端の画素を延長', reflect: '鏡映', constant: '中間グレー' },
  },
  strength: { label: '強さ', help: '摂動の大きさです。' },
  k: {
    label: 'k（上位画素数）',
    help: '値の大きい順に、いくつの画素を比べるかを決めます。',
  },
  windowRadius: {
    label: '窓の半径 w (px)',
    help: 'この半径の正方形の中に相手の画素があれば、一致とみなします。',
  },
  seed: {
    label: '乱数シード',
    help: '乱数の初期値です。同じ値なら、結果は最後の桁まで同じになります。',
  },
  thresholds: '総合評価のしきい値',
  thresholdsHelp: '偶然補正値（0 = 偶然と同じ、1 = 完全一致）がどこで評価を分けるかを決めます。',
  agree: { label: '一致とみなす下限', help: 'この値以上なら、根拠が一致しているとみなします。' },
  chance: {
    label: '偶然とみなす上限',
    help: 'この値以下なら、偶然と同程度とみなします。',
  },
  profile: ({ name, changed, otherModel, otherMethod }) => {
    const said = changed ? `プロファイル ${name} から変更` : `プロファイル ${name}`;
    return otherModel || otherMethod ? `${said}（別のモデルまたは手法用）` : said;
  },
  rule: (n) => `入力できる値は ${n.min}～${n.max} です。`,
  ruleWhole: (n) => `入力できる値は ${n.min}～${n.max} の整数です。`,
  got: (n) => `「${n.got}」は反映していません。`,
  about: (n) => `${n.label}の説明`,
  undo: '元に戻す',
  reset: '初期値に戻す',
};
