import type { Catalogue } from '../en.ts';

export const backend: Catalogue['backend'] = {
  heading: '計算の実行環境',
  names: { webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' },
  reasons: {
    'hardware-webgl': 'GPU が使えるため、GPU で計算しています。',
    'software-webgl': 'この環境の WebGL はソフトウェア処理のため、より速い別の方式を使っています。',
    'no-webgl': 'このブラウザーでは WebGL を使えません。',
    'no-wasm': 'このブラウザーでは SIMD 対応の WebAssembly を使えません。',
    'asked-for': '手動で選択されています。',
    'no-browser': 'ブラウザーの外で実行しています。',
  },
  choose: '計算方式',
  automatic: '自動',
  starting: '起動中…',
  checkPassed: '勾配チェック合格',
  checkFailed: '勾配チェック不合格',
  checkPassedLong: (n) =>
    `この画像で、勾配は有限差分と一致しました（${n.directions} 方向、最大相対誤差 ${n.error}）。`,
  checkFailedLong: (n) =>
    `この画像で、勾配が有限差分と一致しません（${n.directions} 方向、最大相対誤差 ${n.error}）。別の計算方式を選んでください。`,
  checkLabel: '勾配チェック',
  checkResult: (n) => `誤差 ${n.error} 以下（${n.directions} 方向）`,
  checkUnjudged: 'この画像では、勾配を有限差分と比べられるだけの傾きを持つ方向がありませんでした。',
  renderer: 'グラフィックス',
  version: 'TensorFlow.js',
  time: 'この比較の計算時間',
};
