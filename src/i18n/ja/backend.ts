import type { Catalogue } from '../en.ts';

export const backend: Catalogue['backend'] = {
  heading: '計算の実行環境',
  names: {
    webgl: 'WebGL',
    wasm: 'WebAssembly',
    cpu: 'JavaScript',
    webgpu: 'WebGPU（実験的）',
  },
  reasons: {
    'hardware-webgl': 'GPU が使えるため、GPU で計算しています。',
    measured: 'GPU は使えますが、計測の結果、この環境では WebAssembly の方が高速でした。',
    'software-webgl': 'この環境の WebGL はソフトウェア処理のため、より速い別の方式を使っています。',
    'no-webgl': 'このブラウザーでは WebGL を使えません。',
    'no-wasm': 'このブラウザーでは SIMD 対応の WebAssembly を使えません。',
    'asked-for': '手動で選択されています。',
    'no-browser': 'ブラウザーの外で実行しています。',
  },
  shortReasons: {
    'hardware-webgl': 'GPU が使えるため',
    measured: '計測で WebGL より高速',
    'software-webgl': 'WebGL がソフトウェア処理',
    'no-webgl': 'WebGL なし',
    'no-wasm': 'SIMD 対応 WebAssembly なし',
    'asked-for': '手動で選択',
    'no-browser': 'ブラウザー外で実行',
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
  parityLabel: 'JavaScript との一致',
  parityHelp:
    '元画像のヒートマップを、低速でも単純な JavaScript で計算し直して比べます。どの画素の差も値域の 0.01 % 以下、または全体の差が 2 % 以下なら合格です（丸め誤差で ReLU などの折れ点のどちら側になるかが変わるユニットがあるため）。不合格の場合、この画面の結果は使えません。',
  parityAsk: '比べる',
  parityStop: '中止',
  parityRunning: (n) => `計算中… ${n.share}`,
  parityItself: 'JavaScript で計算しています',
  parityPassed: (n) =>
    `一致（最大差は値域の ${n.difference}、全体の差 ${n.error}、上位 ${n.of} 画素のうち ${n.shared} 画素が共通）`,
  parityFailed: (n) =>
    `不一致（最大差は値域の ${n.difference}、全体の差 ${n.error}、上位 ${n.of} 画素のうち ${n.shared} 画素が共通）`,
  renderer: 'グラフィックス',
  version: 'TensorFlow.js',
  precision: '数値精度',
  precisions: { float32: '32 ビット浮動小数点', float16: '16 ビット浮動小数点' },
  lowPrecision:
    'この GPU は 16 ビット浮動小数点（有効数字約 3 桁）で計算しています。ヒートマップのわずかな差は丸め誤差の可能性があります。正確な値が必要なときは WebAssembly を選んでください。',
  measured: '計測値（小さな勾配 1 回）',
  measuredTime: (n) => `${n.backend} ${n.time} ms`,
  time: 'この比較の計算時間',
};
