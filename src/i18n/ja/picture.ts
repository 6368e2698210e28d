import type { Catalogue } from '../en.ts';

export const picture: Catalogue['picture'] = {
  heading: '画像',
  openImage: '画像を開く',
  openFolder: 'フォルダーを開く',
  dropHint: 'ドロップ、または貼り付けでも開けます',
  dropNow: '放すと開きます',
  formats: 'PNG、JPEG、BMP、WebP',
  none: '画像がありません',
  previewOf: (n) => `画像 ${n.name}`,
  size: (n) => `${n.width} × ${n.height} px`,
  asSeen: (n) => `モデルへの入力 ${n.width} × ${n.height} ${n.channels === 1 ? 'グレー' : 'RGB'}`,
  fromReport:
    'レポートから復元した画像です。プレビューは元のファイルではなく、モデルへの入力を表示しています。',
  samples: 'サンプル画像',
  sampleAlt: (n) => `サンプル：${n.name}`,
  folder: '開いた画像',
  folderCount: (n) => `${n.count} 枚`,
  folderEmpty: 'このフォルダーには画像がありません。PNG、JPEG、BMP、WebP を読み込めます。',
  background: '透明部分の背景色',
  backgrounds: { white: '白', grey: 'グレー', custom: '任意の色' },
  backgroundColour: '背景色',
  notes: {
    'first-frame-of-animation': 'アニメーション画像のため、最初のフレームを使用しています。',
    'rotated-by-exif': 'EXIF 情報に従って向きを補正しました。',
    'alpha-on-background': '透明部分があるため、下の背景色に重ねています。',
  },
};
