import type { StudyCatalogue } from '../../studies.ts';

export const profile: StudyCatalogue['profile'] = {
  heading: 'プロファイル',
  help: '自社ラインの画像で校正した k、w、しきい値をまとめたものです（jitterscope calibrate で作成します）。ファイルをページにドロップするか、ここで開いてください。',
  open: 'プロファイルを開く',
  promise: (n) =>
    `${n.changes} に対する誤警報率は ${n.rate} 以下です（画像 ${n.pictures} 枚で校正、${n.date}）。`,
  separator: '、',
  otherModel: (n) =>
    `別のモデル、または別のバージョン（${n.model}）用です。ここでは誤警報率を保証できません。`,
  otherMethod: (n) => `${n.method}（別の設定）用です。ここでは誤警報率を保証できません。`,
  again: 'プロファイルの値に戻す',
  save: 'このブラウザーに保存',
  leave: '使用をやめる',
  saved: 'このブラウザーに保存済み',
  rename: '名前を変更',
  renameOne: (n) => `${n.name} の名前を変更`,
  remove: '削除',
  removeOne: (n) => `${n.name} を削除`,
  newName: '新しい名前',
  done: '完了',
  taken: (n) => `「${n.name}」というプロファイルはすでにあります。`,
  notKept: 'このブラウザーには保存できません。容量が足りないか、保存が無効になっています。',
  damaged: (n) => `保存済みのプロファイルのうち ${n.count} 件を読み取れませんでした。`,
};
