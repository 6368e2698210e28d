import type { Catalogue } from '../en.ts';

export const perturbations: Catalogue['perturbations'] = {
  shift: {
    name: 'シフト（振動・位置ずれ）',
    help: 'ワークの位置が少しずれた状態です。ヒートマップも一緒に動くのが理想です。',
    caption: (n) => `シフト (${n.x}, ${n.y}) px`,
  },
  noiseSign: {
    name: '符号ノイズ',
    help: '各画素値を、強さの分だけ無作為に上げるか下げます。同じ最大振幅では最も大きなノイズです。',
    caption: (n) => `符号ノイズ ${n.strength}/255`,
  },
  noiseGaussian: {
    name: 'ガウスノイズ（撮像素子）',
    help: '撮像素子のノイズを模した、この標準偏差の乱数を加えます。',
    caption: (n) => `ガウスノイズ σ ${n.strength}/255`,
  },
  brightness: {
    name: '明るさ（照明）',
    help: '照明の劣化のように、全体の明るさが一様に変わります。',
    caption: (n) => `明るさ ${n.strength}%`,
  },
};
