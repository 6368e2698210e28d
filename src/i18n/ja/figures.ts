import type { FigureTexts } from '../en/figures.ts';

const heatmaps: FigureTexts['heatmaps'] = {
  original: '元画像のヒートマップ',
  perturbed: '摂動後のヒートマップ',
  difference: '差分マップ',
  overlap: '重なりマップ',
  overlapAligned: 'シフトを戻した後',
  overlapRaw: '同じ座標のまま',
  differenceCaption: '摂動後 − 元画像',
  pending: '計算中…',
  noOverlap: 'スコアの計算が終わると、重なりを表示します。',
  noAligned: '位置が動いていないため、位置合わせは不要です。',
  grid: (n) => `${n.name}（画素ごと）`,
  keys: '矢印キーでカーソル、Shift＋矢印キーで表示位置を移動します。＋と−で拡大・縮小、0 で全体を表示します。',
  readout: (n) => `(${n.x}, ${n.y})：${n.before} → ${n.after}`,
  readoutOne: (n) => `(${n.x}, ${n.y})：${n.value}`,
  readoutHint: '画素を指すと値を表示します',
  zoom: '拡大・縮小',
  zoomIn: '拡大',
  zoomOut: '縮小',
  zoomReset: '全体を表示',
  swipe: '境界線の位置',
  swipeValue: (n) => `左側 ${n.percent}% が元画像`,
  play: '交互表示を再生',
  pause: '一時停止',
  other: 'もう一方を表示',
  legend: '凡例',
  kinds: {
    originalOnly: '元画像のみ（S）',
    perturbedOnly: '摂動後のみ（T）',
    both: '両方',
    originalWindow: 'S の周囲の窓',
    perturbedWindow: 'T の周囲の窓',
    none: 'どちらにも含まれない',
  },
};

const colourScale: FigureTexts['colourScale'] = {
  value: '寄与度',
  signed: '寄与度（符号付き）',
  difference: '寄与度の変化',
  score: 'スコア',
  correctedScore: 'スコア（偶然補正値）',
  range: (n) => `${n.name}：${n.from}～${n.to}`,
  robust: '99.5 パーセンタイル',
  robustLong:
    'スケールの上端は 2 枚のヒートマップを合わせた 99.5 パーセンタイルです。これより強い画素は上端と同じ色になります。',
};

const series: FigureTexts['curve']['series'] = {
  topK: '上位 k 一致率',
  lensRecall: 'LENS 再現率',
  lensPrecision: 'LENS 適合率',
  alignedTopK: '上位 k（位置合わせ）',
};

const curve: FigureTexts['curve'] = {
  title: '安定性曲線',
  subtitle: (n) => `k = ${n.k}、w = ${n.w} px`,
  xAxis: { px: 'シフト量（px）', '/255': '強さ（/255）', '%': '強さ（%）' },
  yAxis: 'スコア',
  yAxisCorrected: 'スコア（偶然補正値）',
  place: {
    px: (n) => `シフト ${n.at} px`,
    '/255': (n) => `強さ ${n.at}/255`,
    '%': (n) => `強さ ${n.at}%`,
  },
  series,
  chance: 'LENS の偶然水準',
  current: '現在',
  stride: (n) => (n.multiple === 1 ? `ストライド ${n.stride}` : `ストライド × ${n.multiple}`),
  pending: '計算中',
  waiting: '結果が出しだい、曲線に追加します。',
  decisionChanged: '判定が変化',
  valueAt: (n) => `${n.name} ${n.value}`,
  keys: '矢印キーで点を移動し、Enter でその点を採用します。',
  table: '表で見る',
  tableSeries: {
    ...series,
    chanceRecall: '偶然水準（LENS 再現率）',
    chancePrecision: '偶然水準（LENS 適合率）',
    alignedLensRecall: 'LENS 再現率（位置合わせ）',
  },
  decision: '判定',
  kept: '維持',
  changed: '変化',
};

const shiftMap: FigureTexts['shiftMap'] = {
  title: 'シフトマップ',
  subtitle: (n) => `dx、dy：−${n.reach}～${n.reach} px`,
  grids: { raw: '上位 k 一致率', lens: 'LENS 再現率', aligned: '上位 k（位置合わせ）' },
  window: (n) => `w = ${n.w}`,
  grid: (n) => `シフトマップ：${n.name}`,
  cell: (n) => `dx ${n.dx}、dy ${n.dy}：${n.values}`,
  value: (n) => `${n.name} ${n.value}`,
  separator: '・',
  pending: '計算中',
  progress: (n) => `${n.done} / ${n.total}`,
  hint: 'セルを指すとそのシフトを上に表示し、クリックで採用します。',
  lattice: (n) => `エイリアシング格子：ネットワークの総ストライド ${n.stride} px の倍数`,
  current: '現在のシフト',
  decisionChanged: '判定が変化',
};

const kwSurface: FigureTexts['kwSurface'] = {
  title: 'k-w 曲面',
  subtitle: 'すべての k と w での LENS',
  grids: { recall: 'LENS 再現率', precision: 'LENS 適合率' },
  grid: (n) => `k-w 曲面：${n.name}`,
  xAxis: '窓の半径 w（px）',
  yAxis: 'k',
  cell: (n) => `k ${n.k}（${n.share}）、w ${n.w} px：${n.name} ${n.value}`,
  chance: (n) => `偶然水準 ${n.chance}、偶然補正値 ${n.corrected}`,
  followsChance: '偶然水準と変わりません',
  followsChanceLong: (n) => `偶然水準との差が ${n.threshold} 以下（偶然と変わらない）`,
  current: '現在の k と w',
  waiting: '曲面を計算しています。',
  hint: 'セルを指すと値を読めます。クリックするとその k と w を採用します。',
};

/** The figures in Japanese. */
export const figures: FigureTexts = { heatmaps, colourScale, curve, shiftMap, kwSurface };
