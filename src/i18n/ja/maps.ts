import type { Catalogue } from '../en.ts';

export const maps: Catalogue['maps'] = {
  heading: '2 枚のマップ',
  intro: 'ほかのツールで作ったヒートマップを、モデルなしで比べます。',
  original: '元画像',
  perturbed: '摂動後',
  size: (n) => `${n.width} × ${n.height}・${n.type}`,
  swap: '2 枚を入れ替える',
  back: '画像に戻る',
  waiting: (n) => `「${n.name}」と比べるもう 1 枚を待っています。`,
  waitingHint: 'もう一方の .npy または .json ファイルをドロップしてください。',
  dropHint: 'マップ 2 枚（.npy または .json）のドロップにも対応しています。',
  shiftHeading: '2 枚の間のシフト',
  shiftHelp:
    '元画像から摂動後までにワークが動いた量です。入力すると、シフトを戻した後のスコアも求めます。',
  reductionHelp: 'チャンネルが複数あるマップで、1 つの値にまとめる方法です。',
  noModel:
    'モデルがないため、判定・安定性曲線・シフトマップはありません。画像を開くと表示されます。',
  done: (n) => `${n.original} → ${n.perturbed}`,
};
