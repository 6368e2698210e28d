import type { StudyCatalogue } from '../../studies.ts';

export const frame: StudyCatalogue['frame'] = {
  run: '実行',
  again: '再実行',
  cancel: '中止',
  named: (n) => `${n.action}：${n.study}`,
  waiting: '現在の設定のヒートマップが表示されると、実行できます。',
  starting: '開始しています',
  running: (n) => `${n.done} / ${n.total}`,
  remaining: (n) => `残り約 ${n.time}`,
  progress: (n) => `進行状況：${n.study}`,
  ready: '完了しました。',
  cancelled: '中止しました。それまでの結果は下に残ります。',
  cancelledEmpty: '結果が出る前に中止しました。',
  outOfDate: '現在の設定の結果ではありません。計算時の条件：',
  basis: (n) => `${n.picture} · ${n.model} · ${n.method} · ${n.change}`,
};
