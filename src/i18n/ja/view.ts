import type { Catalogue } from '../en.ts';

export const view: Catalogue['view'] = {
  bar: '表示',
  mode: 'ヒートマップの表示方法',
  modes: {
    sideBySide: '並べる',
    swipe: 'スワイプ',
    blink: '交互',
    difference: '差分',
    overlap: '重なり',
  },
  opacity: '濃さ',
  colourMap: '配色',
  colourMaps: { cividis: 'Cividis', viridis: 'Viridis', grey: 'グレー' },
  robustScale: '上位 0.5% を飽和',
  alignedOverlap: '動きを戻す',
  corrected: '偶然補正値で表示',
};
