import type { Catalogue } from '../en.ts';

export const change: Catalogue['change'] = {
  preset: {
    label: 'プリセット',
    help: '製造ラインで起こりやすい変化です。選ぶと、摂動の種類と強さを設定します。「カスタム」は、個別に設定した状態です。',
    custom: 'カスタム',
    names: {
      vibration: '振動 1 px',
      misplaced: '位置ずれ (3, 2) px',
      turned: 'ワークの回転 2°',
      nearer: 'ワークが 3% 近い',
      lampDarker: '照明が 10% 暗い',
      lampBrighter: '照明が 10% 明るい',
      flatLight: 'コントラスト低下 −20%',
      toneCurve: '階調特性の違い（ガンマ 1.2）',
      sensorNoise: '撮像素子ノイズ σ 4/255',
      outOfFocus: 'ピントずれ σ 1.5 px',
      motionBlur: '動きぶれ 3 px',
      jpeg80: 'JPEG 品質 80',
      jpeg50: 'JPEG 品質 50',
      dirt: 'カバーガラスの汚れ 10%',
    },
  },
  groups: {
    position: '位置',
    light: '照明',
    noise: '撮像素子のノイズ',
    optics: 'ピント・露光',
    picture: '圧縮・遮蔽',
  },
  units: {
    '/255': '/255',
    '%': '%',
    '°': '°（時計回り）',
    size: '%（倍率）',
    gamma: 'γ',
    sigma: 'σ（px）',
    length: 'px（長さ）',
    quality: '品質',
    side: '%（短辺比）',
  },
  angle: {
    label: '方向 (°)',
    help: '動く方向です。右を 0 とし、時計回りに測ります（90 は下方向）。',
  },
  patch: {
    label: '配置',
    help: 'パッチの位置を、乱数シードで決めるか、手動で指定するかを選びます。',
    choices: { seeded: 'ランダム（シード）', chosen: '指定' },
  },
  patchX: {
    label: 'パッチ x (%)',
    help: 'パッチの中心の、左端からの位置です（画像の幅に対する割合）。',
  },
  patchY: {
    label: 'パッチ y (%)',
    help: 'パッチの中心の、上端からの位置です（画像の高さに対する割合）。',
  },
};
