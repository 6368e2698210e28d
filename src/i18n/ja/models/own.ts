import type { ModelsCatalogue } from '../../models.ts';

export const own: ModelsCatalogue['own'] = {
  title: '自分のモデル',
  about:
    'このブラウザー内（この PC のみ）に保存します。card.json、model.json、重みファイルが入ったフォルダーが 1 つのモデルです。手元の画像からは npm run train -- folder DIR で作成できます。ほかのツールのモデルには、まだ対応していません。',
  drop: 'モデルのフォルダーをここにドロップ',
  dropNow: 'ドロップしてモデルを追加',
  chooseFolder: 'フォルダーを選択',
  chooseFiles: 'モデルのファイルを選択',
  checking: (n) => `モデルを読み込んで確認しています（${n.at} / ${n.total}）…`,
  added: (n) => `追加しました：${n.names}`,
  comma: '、',
  rename: '名前を変更',
  renameOf: (n) => `「${n.name}」の名前を変更`,
  newName: '新しい名前',
  done: '決定',
  remove: '削除',
  removeOf: (n) => `「${n.name}」をこのブラウザーから削除`,
};
