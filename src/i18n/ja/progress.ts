import type { Catalogue } from '../en.ts';

export const progress: Catalogue['progress'] = {
  stages: {
    decode: '画像を読み込んでいます',
    backend: '計算環境を起動しています',
    model: 'モデルを読み込んでいます',
    check: '勾配を確認しています',
    original: '元画像の判定根拠を計算しています',
    perturbed: '摂動後の判定根拠を計算しています',
    curve: '安定性曲線を計算しています',
    shiftMap: 'シフトマップを計算しています',
    details: 'そのほかのスコア',
    study: '計算しています',
  },
  starting: '開始しています',
  count: (n) => `${n.done} / ${n.total}`,
  remaining: (n) => `残り約 ${n.time}`,
  cancel: '中止',
  doneWith: (n) => `${n.picture} · ${n.model} · 計算時間 ${n.time} 秒`,
  label: '進行状況',
};
