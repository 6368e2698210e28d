import type { Catalogue } from '../en.ts';

export const app: Catalogue['app'] = {
  name: 'Jitterscope',
  titleOf: (n) => `${n.screen} – Jitterscope`,
  tagline: '1画素のずれで、ヒートマップは変わるか。',
  skipToResult: '結果へ移動',
  skipToSettings: '設定へ移動',
  navigation: 'メイン',
  compare: '比較',
  evidence: '検証',
  language: '表示言語',
  theme: '配色',
  themes: { system: 'システム設定', light: 'ライト', dark: 'ダーク' },
  pictureAndModel: '画像とモデル',
  result: '結果',
  settings: '設定',
  privacy: '画像やデータは外部に送信されません。',
  loading: '読み込み中…',
  close: '閉じる',
  studies: '詳しく調べる',
  attacked: (n) => `攻撃後の画像 ±${n.epsilon}/255`,
  partMissing: 'この部分を読み込めませんでした。ページを再読み込みしてください。',
};
