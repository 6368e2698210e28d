import type { Catalogue } from '../en.ts';

export const perturbations: Catalogue['perturbations'] = {
  shift: {
    name: 'シフト（振動・位置ずれ）',
    help: 'ワークの位置が少しずれた状態です。ヒートマップも一緒に動くのが理想です。',
    caption: (n) => `シフト (${n.x}, ${n.y}) px`,
  },
  rotate: {
    name: '回転（ワークの傾き）',
    help: '画像の中心を軸に、ワークが回転した状態です。ヒートマップも一緒に回るのが理想です。',
    caption: (n) => `回転 ${n.strength}°`,
  },
  scale: {
    name: '拡大・縮小（撮像距離）',
    help: '画像の中心を基準に、ワークの写る大きさが変わります（100 は変化なし）。ヒートマップも同じ比率で変わるのが理想です。',
    caption: (n) => `倍率 ${n.strength}%`,
  },
  brightness: {
    name: '明るさ（照明）',
    help: '照明の劣化のように、全体の明るさが一様に変わります。',
    caption: (n) => `明るさ ${n.strength}%`,
  },
  contrast: {
    name: 'コントラスト（照明の当たり方）',
    help: '各画素値と画像全体の平均との差を、この割合だけ広げるか縮めます。',
    caption: (n) => `コントラスト ${n.strength}%`,
  },
  gamma: {
    name: 'ガンマ（階調特性）',
    help: '1 より大きいと中間調が暗く、小さいと明るくなります。黒と白は変わりません。',
    caption: (n) => `ガンマ ${n.strength}`,
  },
  noiseGaussian: {
    name: 'ガウスノイズ（撮像素子）',
    help: '撮像素子のノイズを模した、この標準偏差の乱数を加えます。',
    caption: (n) => `ガウスノイズ σ ${n.strength}/255`,
  },
  noiseUniform: {
    name: '一様ノイズ',
    help: '各画素値を、強さを上限とする一様乱数で上下させます。',
    caption: (n) => `一様ノイズ ±${n.strength}/255`,
  },
  noiseSign: {
    name: '符号ノイズ',
    help: '各画素値を、強さの分だけ無作為に上げるか下げます。同じ最大振幅では最も大きなノイズです。',
    caption: (n) => `符号ノイズ ${n.strength}/255`,
  },
  blurGaussian: {
    name: 'ガウスぼかし（ピントずれ）',
    help: 'ピントがずれた状態です。各画素が、この σ のガウス分布で広がります。',
    caption: (n) => `ガウスぼかし σ ${n.strength} px`,
  },
  blurMotion: {
    name: '動きぶれ（露光中の移動）',
    help: '露光中にワークがこの長さだけ動いた状態です（1 px は変化なし）。',
    caption: (n) => `動きぶれ ${n.strength} px・${n.angle}°`,
  },
  jpeg: {
    name: 'JPEG 圧縮',
    help: 'この品質の JPEG ファイルに保存し、読み直した状態です。品質 100 でも値は丸められ、完全には一致しません。',
    caption: (n) => `JPEG 品質 ${n.strength}`,
  },
  occluder: {
    name: 'グレーのパッチ（汚れ・ラベル）',
    help: '画像の一部を中間グレーの正方形で覆います。一辺の長さは、画像の短辺に対する割合です。',
    caption: (n) => `パッチ ${n.strength}%${n.place && ` ${n.place}%`}`,
  },
};
